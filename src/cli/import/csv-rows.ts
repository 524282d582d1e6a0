import { isUtf8 } from 'node:buffer'
import { parse } from 'csv-parse/sync'
import { isText, readBody } from '../../contract/body.js'
import type { JsonObject } from '../../contract/contract.js'
import { CliFailure } from '../cli-failure.js'
import { type RowKind, rowKinds } from './row-kinds.js'
import { badCharacter, notUtf8, type RowReader } from './row-reader.js'

const decoder = new TextDecoder()

/**
 * Reads lines of a CSV file (RFC 4180, but a record is one line, so that a stray quote spoils no more than its own). Columns are the keys of
 * the rows; an empty cell is an absent key.
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
    // The one text that may be empty and has to be there.
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

/** A cell as the contract has it. What is not of the right form is left as it is: its check says so. */
function toValue(column: string, cell: string): unknown {
  switch (column) {
    case 'active':
      return cell === 'true' || (cell === 'false' ? false : cell)
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
