/** What a layout has to know of a column. */
export interface Column {
  /** The widths of its cells and its head, by form. */
  readonly widths: Readonly<Record<Form, number>>
  /** Whether its cells can be wrapped. */
  readonly isText: boolean
  /**
   * Which columns are left out first where a table is too wide: 1 before 2. Those up to 9 are left out before texts get narrow, those from
   * 10 on afterwards, and others last, from the right.
   */
  readonly leftOut?: number | undefined
}

/** How long ids and times are written. */
export const forms = ['whole', 'short', 'shortest'] as const
export type Form = (typeof forms)[number]

export interface Layout {
  readonly form: Form
  /** The width of each column; 0 for one that is left out. */
  readonly widths: readonly number[]
}

/** Between two columns. */
export const gap = '  '

/** A text that is narrower is hard to read: before that, columns are left out. */
const comfortableTextWidth = 20
const leastTextWidth = 12
/** From this rank on columns are left out late: see {@link Column.leftOut}. */
const firstNeeded = 10

/**
 * The layout that shows most in a width: first ids and times get shorter, then texts are wrapped, then columns are left out.
 * @param isShort whether ids and times are short even where there is space
 */
export function fitColumns(columns: readonly Column[], width: number, isShort = false): Layout {
  let last: Layout | undefined
  for (const { form, textWidth, leftOut } of attempts(columns)) {
    if (isShort && form === 'whole') continue
    const natural = columns.map((column, at) => (leftOut.has(at) ? 0 : column.widths[form]))
    const least = natural.map((one, at) => (columns[at]?.isText ? Math.min(one, textWidth) : one))
    last = { form, widths: shrunk(natural, least, width) }
    if (sumOf(last.widths) <= width) return last
  }
  return last ?? { form: 'whole', widths: [] }
}

interface Attempt {
  readonly form: Form
  readonly textWidth: number
  readonly leftOut: ReadonlySet<number>
}

function* attempts(columns: readonly Column[]): Generator<Attempt> {
  const none = new Set<number>()
  yield { form: 'whole', textWidth: Infinity, leftOut: none }
  yield { form: 'short', textWidth: Infinity, leftOut: none }
  yield { form: 'short', textWidth: comfortableTextWidth, leftOut: none }
  yield { form: 'shortest', textWidth: comfortableTextWidth, leftOut: none }
  const order = orderOfLeavingOut(columns)
  const optional = columns.filter(({ leftOut = Infinity }) => leftOut < firstNeeded).length
  for (let count = 1; count <= optional; count++) {
    yield { form: 'shortest', textWidth: comfortableTextWidth, leftOut: new Set(order.slice(0, count)) }
  }
  // The first two columns say what a row is about.
  for (let count = optional; count <= Math.max(optional, order.length); count++) {
    yield { form: 'shortest', textWidth: leastTextWidth, leftOut: new Set(order.slice(0, count)) }
  }
  yield { form: 'shortest', textWidth: 1, leftOut: new Set(order) }
}

function orderOfLeavingOut(columns: readonly Column[]): readonly number[] {
  const rank = (at: number): number => columns[at]?.leftOut ?? columns.length + 100 - at
  return [...columns.keys()]
    .filter((at) => at > 1 || columns[at]?.leftOut !== undefined)
    .sort((one, other) => rank(one) - rank(other))
}

/** Takes from the widest columns until all fit, or none can get narrower. */
function shrunk(natural: readonly number[], least: readonly number[], width: number): number[] {
  const widths = [...natural]
  for (let excess = sumOf(widths) - width; excess > 0; ) {
    const spare = widths.map((one, at) => (one > (least[at] ?? one) ? one : 0))
    const widest = Math.max(...spare)
    if (widest === 0) break
    const at = spare.indexOf(widest)
    const next = Math.max(0, ...spare.filter((_, other) => other !== at))
    const less = Math.min(excess, widest - (least[at] ?? 0), Math.max(1, widest - next))
    widths[at] = widest - less
    excess -= less
  }
  return widths
}

function sumOf(widths: readonly number[]): number {
  const shown = widths.filter((one) => one > 0)
  return shown.reduce((sum, one) => sum + one, gap.length * Math.max(0, shown.length - 1))
}
