import Table from 'cli-table3'
import { type Field, linesOf } from './field.js'

const gap = '  '
/** Narrower than this a cut column says nothing. */
const leastWidth = 8
const noLines = Object.fromEntries(
  ['top', 'bottom', 'mid', 'left', 'right']
    .flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`, `mid-${side}`])
    .map((name) => [name, '']),
)

/**
 * A table without lines and colours.
 * @param width of the terminal in characters; columns are cut to fit, but for those that are kept
 */
export function renderTable<Item>(fields: readonly Field<Item>[], items: readonly Item[], width = Infinity): string {
  const head = fields.map(({ name }) => name.toUpperCase())
  const rows = items.map((item) => cellsOf(fields, item))
  const table = new Table({
    head,
    chars: { ...noLines, middle: gap },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
    colWidths: fitted(fields, [head, ...rows], width),
  })
  table.push(...rows.map((row) => [...row]))
  return table
    .toString()
    .split('\n')
    .map((line) => `${line.trimEnd()}\n`)
    .join('')
}

/** Gives lines of a table that has no end: each column is as wide as what has been seen in it. */
export function growingTable<Item>(fields: readonly Field<Item>[]): (item: Item) => string {
  const widths = fields.map(() => 0)
  return (item) =>
    `${cellsOf(fields, item)
      .map((cell, at) => {
        const width = Math.max(widths[at] ?? 0, widthOf(cell))
        widths[at] = width
        return cell + ' '.repeat(width - widthOf(cell))
      })
      .join(gap)
      .trimEnd()}\n`
}

function cellsOf<Item>(fields: readonly Field<Item>[], item: Item): readonly string[] {
  return fields.map(({ of }) => linesOf(of(item)).join(', '))
}

/** Widths of the columns that have to be cut; `null` for the others. */
function fitted<Item>(
  fields: readonly Field<Item>[],
  rows: readonly (readonly string[])[],
  width: number,
): (number | null)[] {
  const natural = fields.map((_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))))
  const widths = [...natural]
  let excess = natural.reduce((sum, one) => sum + one, gap.length * (fields.length - 1)) - width
  while (excess > 0) {
    const cuttable = widths.map((one, at) => (fields[at]?.isNeverCut ? 0 : one))
    const widest = Math.max(...cuttable)
    if (widest <= leastWidth) break
    const at = cuttable.indexOf(widest)
    const less = Math.min(excess, widest - leastWidth, Math.max(1, widest - secondOf(cuttable, at)))
    widths[at] = widest - less
    excess -= less
  }
  return widths.map((one, at) => (one === natural[at] ? null : one))
}

function secondOf(widths: readonly number[], but: number): number {
  return Math.max(0, ...widths.filter((_, at) => at !== but))
}

/** How many places a text takes on a terminal: two for a wide character, none for a combining one. */
function widthOf(text: string): number {
  return [...text.replaceAll(/\p{Mn}|\u200d|\ufe0f/gu, '').replaceAll(wide, '  ')].length
}

const wide =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/gu
