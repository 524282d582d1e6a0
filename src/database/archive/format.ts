/**
 * An archive has lines, each a JSON value: a header; for each table a section and then its rows, in arrays; the end. Values are those of
 * PostgreSQL's `to_jsonb`.
 */
export type Line = Header | Section | Rows | End

export const formatName = 'tokenwright archive'
export const formatVersion = 1

export interface Header {
  readonly format: typeof formatName
  readonly version: typeof formatVersion
  readonly createdAt: string
  /** The last migration of the database that was exported: rows have the columns of that state. */
  readonly migration: string
}

/** Begins a table. */
export interface Section {
  readonly table: string
  readonly columns: readonly string[]
  /** The last number that the database gave out, for each column that it numbers itself. */
  readonly identities: Readonly<Record<string, number>>
}

export type Rows = readonly object[]

/** Without it, an archive was cut. */
export interface End {
  /** How many rows all tables have. */
  readonly rows: number
}
