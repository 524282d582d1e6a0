import { isUtf8 } from 'node:buffer'
import { parse } from 'csv-parse/sync'
import { isText, readBody } from '../../contract/body.js'
import type { JsonObject } from '../../contract/contract.js'
import { isObject } from '../../contract/document.js'
import { MalformedInput } from '../../contract/failure.js'
import { CliFailure } from '../failure.js'
import { type RowKind, rowKinds } from './row-validation.js'

/** Reads one line. Returns a value that is not validated yet, or what is wrong with the line, without repeating any of it. */
export type RowReader = (bytes: Buffer) => { readonly value: unknown } | { readonly problem: string }

const notUtf8 = { problem: 'the line is not valid UTF-8' }
const badCharacter = { problem: 'the line holds a character that is not allowed (NUL or a lone surrogate)' }

/** Reads lines of JSON objects with the server's own parser. */
export function jsonRows(kind: RowKind | undefined): RowReader {
  return (bytes) => {
    if (!isUtf8(bytes)) return notUtf8
    try {
      const value = readBody(bytes, 'application/json')
      if (!isObject(value)) return { problem: 'the line is not a JSON object' }
      return { value: kind === undefined || 'type' in value ? value : { type: kind, ...value } }
    } catch (error) {
      if (!(error instanceof MalformedInput)) throw error
      switch (error.reason) {
        case 'the request holds a character that is not allowed':
          return badCharacter
        case 'the request body holds a key that is not allowed':
          return { problem: 'the line holds a key that is not allowed' }
        default:
          return { problem: 'the line is not valid JSON' }
      }
    }
  }
}

const decoder = new TextDecoder()

/**
 * Reads lines of a CSV file (RFC 4180, except that a record is one line, so that a stray quote spoils only that line). The header names
 * the keys; an empty cell is an absent key.
 * @param header the first line; `undefined` where it is too long
 * @throws {CliFailure} where the header is not one
 */
export function csvRows(header: Buffer | undefined, kind: RowKind | undefined): RowReader {
  const columns = header && isUtf8(header) ? cellsOf(header) : undefined
  if (!columns) throw new CliFailure('usage', 'the first line is not a CSV header')
  const known = new Set(Object.values(rowKinds).flatMap(({ properties }) => Object.keys(properties as JsonObject)))
  for (const [index, column] of columns.entries()) {
    if (!known.has(column))
      throw new CliFailure('usage', `column ${index + 1} of the header is none of ${[...known].join(', ')}`)
    if (columns.indexOf(column) !== index) throw new CliFailure('usage', `the header has the column ${column} twice`)
  }
  if (kind === undefined && !columns.includes('type'))
    throw new CliFailure('usage', 'the header has no column type; add it, or say --type KIND')

  return (bytes) => {
    if (!isUtf8(bytes)) return notUtf8
    const cells = cellsOf(bytes)
    if (!cells) return { problem: 'the quotes of the line do not match' }
    if (cells.length !== columns.length)
      return { problem: `the line has ${cells.length} cells, and the header has ${columns.length}` }
    if (!cells.every(isText)) return badCharacter
    const row: Record<string, unknown> = kind === undefined ? {} : { type: kind }
    for (const [index, column] of columns.entries()) {
      const cell = cells[index] ?? ''
      if (cell !== '') row[column] = toValue(column, cell)
    }
    // A description is required and may be empty.
    if (row.type === 'gateway-token' && columns.includes('description')) row.description ??= ''
    return { value: row }
  }
}

/** The cells of a line; `undefined` where its quotes do not match. */
function cellsOf(bytes: Buffer): readonly string[] | undefined {
  const text = decoder.decode(bytes)
  if (!text.includes('"')) return text.split(',')
  try {
    const [cells = []] = parse(text, { record_delimiter: '\n' })
    return cells
  } catch {
    return undefined
  }
}

/** Converts a cell to the contract's type. A malformed cell stays a string, which validation then refuses. */
function toValue(column: string, cell: string): unknown {
  switch (column) {
    case 'active':
      return cell === 'true' || (cell === 'false' ? false : cell)
    case 'uid':
      return /^[1-9]\d{0,9}$/.test(cell) ? Number(cell) : cell
    case 'roles':
      return cell.split('|')
    case 'accounts':
      return cell.startsWith('[') ? fromJson(cell) : cell.split('|').map(toAccount)
    default:
      return cell
  }
}

/** `name=aToken`, or a name alone. */
function toAccount(text: string): { name: string; aToken?: string } {
  const at = text.indexOf('=')
  return at === -1 ? { name: text } : { name: text.slice(0, at), aToken: text.slice(at + 1) }
}

function fromJson(cell: string): unknown {
  try {
    return readBody(Buffer.from(cell), 'application/json')
  } catch {
    return cell
  }
}
