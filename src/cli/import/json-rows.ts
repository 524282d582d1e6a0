import { isUtf8 } from 'node:buffer'
import { readBody } from '../../contract/body.js'
import { isObject } from '../../contract/document.js'
import { MalformedInput } from '../../contract/failure.js'
import type { RowKind } from './row-kinds.js'
import { badCharacter, notUtf8, type RowReader } from './row-reader.js'

/** Reads a line as a JSON object, as the server would. */
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
