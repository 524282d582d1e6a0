import { type Field, linesOf } from './field.js'
import { type Column, type Form, fitColumns, forms, gap, type Layout } from './table-layout.js'
import { widthOf, wrap } from './text-width.js'

/** So many characters of an id are shown at least: those of a UUID that say when it was made, to the millisecond. */
const leastIdLength = 13

export interface RenderedTable {
  readonly text: string
  /** The names of the fields that had no space. */
  readonly leftOut: readonly string[]
}

/**
 * A table without lines and colours.
 * @param width of the terminal in characters, which the table fits; without it every field is there and whole
 */
export function renderTable<Item>(
  fields: readonly Field<Item>[],
  items: readonly Item[],
  width = Infinity,
): RenderedTable {
  const texts = items.map((item) => textsOf(fields, item))
  const idLengths = fields.map((_, at) => lengthToTellApart(texts.map((row) => row[at] ?? '')))
  const rows = texts.map((row) => cellsOf(fields, row, idLengths))
  const heads = fields.map(({ name }) => sameInAllForms(name.toUpperCase()))
  const widths = widthsOf(fields)
  for (const row of [heads, ...rows]) widen(widths, row)
  const layout = fitColumns(columnsOf(fields, widths), width)
  return {
    text: [heads, ...rows].map((row) => renderRow(row, layout)).join(''),
    leftOut: fields.filter((_, at) => layout.widths[at] === 0).map(({ name }) => name),
  }
}

/** Gives rows of a table that has no end: each column is as wide as what has been seen in it. */
export function growingTable<Item>(fields: readonly Field<Item>[], width = Infinity): (item: Item) => string {
  // Which ids are to come is not known.
  const idLengths = fields.map(() => leastIdLength)
  const widths = widthsOf(fields)
  return (item) => {
    const row = cellsOf(fields, textsOf(fields, item), idLengths)
    widen(widths, row)
    // Rows to come may be wider: what is short from the first on looks the same in all of them.
    return renderRow(row, fitColumns(columnsOf(fields, widths), width, width < Infinity))
  }
}

type Cell = Readonly<Record<Form, string>>
type Widths = Record<Form, number>

function textsOf<Item>(fields: readonly Field<Item>[], item: Item): readonly string[] {
  return fields.map(({ of }) => linesOf(of(item)).join(', '))
}

function cellsOf<Item>(
  fields: readonly Field<Item>[],
  texts: readonly string[],
  idLengths: readonly number[],
): readonly Cell[] {
  return texts.map((text, at) => {
    if (!fields[at]?.isId || !uuid.test(text)) return timeOrText(text, fields[at]?.isExact)
    const short = text.slice(0, idLengths[at])
    return { whole: text, short, shortest: short }
  })
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const instant = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\dZ$/

/** A time to the second, to the minute or to the day; anything else as it is. */
function timeOrText(text: string, isExact = false): Cell {
  const [, day, minute] = instant.exec(text) ?? []
  if (day === undefined || minute === undefined) return sameInAllForms(text)
  return { whole: text, short: `${day} ${minute}`, shortest: isExact ? `${day} ${minute}` : day }
}

function sameInAllForms(text: string): Cell {
  return { whole: text, short: text, shortest: text }
}

/** How many characters of ids tell each of them from all others. */
function lengthToTellApart(ids: readonly string[]): number {
  const sorted = [...new Set(ids)].sort()
  return sorted.slice(1).reduce((length, id, before) => {
    const shared = sharedLength(id, sorted[before] ?? '')
    return Math.max(length, shared + 1)
  }, leastIdLength)
}

function sharedLength(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length
}

/** At least one, which tells an empty column from one that is left out. */
function widthsOf(fields: readonly unknown[]): Widths[] {
  return fields.map(() => ({ whole: 1, short: 1, shortest: 1 }))
}

function widen(widths: readonly Widths[], row: readonly Cell[]): void {
  for (const [at, column] of widths.entries()) {
    for (const form of forms) column[form] = Math.max(column[form], widthOf(row[at]?.[form] ?? ''))
  }
}

function columnsOf<Item>(fields: readonly Field<Item>[], widths: readonly Widths[]): readonly Column[] {
  return fields.map(({ isNeverCut, isId, leftOut }, at) => ({
    widths: widths[at] ?? { whole: 1, short: 1, shortest: 1 },
    isText: !isNeverCut && !isId,
    leftOut,
  }))
}

function renderRow(row: readonly Cell[], { form, widths }: Layout): string {
  const shown = [...row.keys()].filter((at) => (widths[at] ?? 0) > 0)
  const cells = shown.map((at) => wrap(row[at]?.[form] ?? '', widths[at] ?? 0))
  const height = Math.max(1, ...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) => {
    const parts = cells.map((lines, of) => padded(lines[line] ?? '', widths[shown[of] ?? 0] ?? 0))
    return `${parts.join(gap).trimEnd()}\n`
  }).join('')
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}
