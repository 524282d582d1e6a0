/** What a spreadsheet would run as a formula when it opens the file. */
const formula = /^[=+\-@\t\r]/

export interface CsvColumn<Item> {
  readonly header: string
  readonly text: (item: Item) => string
}

/** A table as CSV (RFC 4180). No value of it is run as a formula by a spreadsheet. */
export function toCsv<Item>(columns: readonly CsvColumn<Item>[], items: readonly Item[]): string {
  const lines = [
    columns.map(({ header }) => header),
    ...items.map((item) => columns.map(({ text }) => text(item))),
  ].map((values) => `${values.map(csvValue).join(',')}\r\n`)
  return lines.join('')
}

function csvValue(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
