import type { Transaction } from 'kysely'
import { isDataError } from '../../database/errors.js'
import type { Database } from '../../database/schema.js'
import { inSavepoint } from '../../database/transaction.js'
import { created, type ImportOutcome, type Refusal, refused } from './import-outcome.js'

/** How rows of one kind are stored and compared. */
export interface ImportKind<Row> {
  /** The values that no two stored rows may share. */
  claims(row: Row): readonly string[]
  idOf(row: Row): string
  /**
   * Inserts the rows that are new, each whole or not at all. No two of them share a claim.
   * @returns the ids of the inserted rows
   */
  insert(trx: Transaction<Database>, rows: readonly Row[]): Promise<ReadonlySet<string>>
  /** Reads what is stored with the values of rows that were not inserted, and returns the comparison of a row with it. */
  compareWithStored(trx: Transaction<Database>, rows: readonly Row[]): Promise<(row: Row) => ImportOutcome>
}

/** A value of the row at a position of the request. */
export interface Positioned<Value> {
  readonly position: number
  readonly value: Value
}

/** The rows of one kind: those to store, and those refused by their own values. */
export interface ReadRows<Row> {
  readonly rows: readonly Positioned<Row>[]
  readonly refusals: readonly Positioned<Refusal>[]
}

/** @param read refuses a row that can never work; where it throws, the row is refused as well, and fails none of its neighbours */
export function readRows<Given, Row extends object>(
  given: readonly Positioned<Given>[],
  read: (row: Given) => Row | Refusal,
): ReadRows<Row> {
  const rows: Positioned<Row>[] = []
  const refusals: Positioned<Refusal>[] = []
  for (const { position, value } of given) {
    const row = orUnreadable(() => read(value))
    if ('outcome' in row) refusals.push({ position, value: row })
    else rows.push({ position, value: row })
  }
  return { rows, refusals }
}

function orUnreadable<Row>(read: () => Row | Refusal): Row | Refusal {
  try {
    return read()
  } catch {
    return unreadable
  }
}

/** {@link importRows}, but a row that the database refuses fails none of its neighbours: the rows are halved until it is alone. */
export async function importStorableRows<Row>(
  trx: Transaction<Database>,
  kind: ImportKind<Row>,
  { rows, refusals }: ReadRows<Row>,
): Promise<Positioned<ImportOutcome>[]> {
  if (rows.length === 0) return [...refusals]
  try {
    return await inSavepoint(trx, () => importRows(trx, kind, { rows, refusals }))
  } catch (error) {
    if (!isDataError(error)) throw error
    const [first] = rows
    if (first && rows.length === 1) return [{ position: first.position, value: unstorable }, ...refusals]
    const middle = Math.ceil(rows.length / 2)
    const outcomes = await importStorableRows(trx, kind, { rows: rows.slice(0, middle), refusals })
    return [...outcomes, ...(await importStorableRows(trx, kind, { rows: rows.slice(middle), refusals: [] }))]
  }
}

const unreadable = refused('the server cannot read this row')

const unstorable = refused('the database cannot store this row')

/** Imports the rows of one kind as if they came one after the other. Nothing stored is overwritten. */
export async function importRows<Row>(
  trx: Transaction<Database>,
  kind: ImportKind<Row>,
  { rows, refusals }: ReadRows<Row>,
): Promise<Positioned<ImportOutcome>[]> {
  if (rows.length === 0) return [...refusals]
  const values = rows.map(({ value }) => value)
  const candidates = firstClaimants(values, kind)
  const ids = await kind.insert(trx, candidates)
  const inserted = new Set(candidates.filter((row) => ids.has(kind.idOf(row))))
  const others = values.filter((row) => !inserted.has(row))
  const compare = others.length > 0 ? await kind.compareWithStored(trx, others) : () => created
  const outcomes = rows.map(({ position, value }) => ({
    position,
    value: inserted.has(value) ? created : compare(value),
  }))
  return [...outcomes, ...refusals]
}

/** The rows that share no claim with an earlier row. */
function firstClaimants<Row>(rows: readonly Row[], { claims }: ImportKind<Row>): Row[] {
  const claimed = new Set<string>()
  return rows.filter((row) => {
    const own = claims(row)
    const isFirst = !own.some((claim) => claimed.has(claim))
    for (const claim of own) claimed.add(claim)
    return isFirst
  })
}
