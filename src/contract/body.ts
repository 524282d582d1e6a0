import { isUtf8 } from 'node:buffer'
import secureJson from 'secure-json-parse'
import { MalformedInput } from './failure.js'
import { isForm, isText as isTextType } from './media-type.js'

const decoder = new TextDecoder('utf-8')

/**
 * Reads a request body by the media type that the contract declares.
 * An absent body is read as an empty object, so that the answer names every missing field.
 * @throws {MalformedInput} what cannot be read; the engine's message is dropped, since it quotes the input
 */
export function readBody(raw: Buffer, declared: string): unknown {
  if (!isUtf8(raw)) throw new MalformedInput('the request holds a character that is not allowed')
  // The decoder drops a leading byte order mark.
  const text = decoder.decode(raw)
  if (isForm(declared)) return readForm(text)
  if (isTextType(declared)) return readText(text)
  return text.trim() === '' ? {} : readJson(text)
}

function readText(text: string): string {
  if (!isText(text)) throw new MalformedInput('the request holds a character that is not allowed')
  return text
}

function readJson(text: string): unknown {
  const value = parseJson(text)
  // Only an escape can bring in a NUL or a lone surrogate: the raw ones are no valid JSON or no valid UTF-8.
  if (text.includes('\\u') && !hasOnlyText(value)) {
    throw new MalformedInput('the request holds a character that is not allowed')
  }
  return value
}

function parseJson(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new MalformedInput('the request body is not valid JSON')
  }
  try {
    // Only looks where the text names one of the keys.
    if (/__proto__|constructor|\\u/.test(text) && typeof value === 'object' && value !== null) {
      secureJson.scan(value, { protoAction: 'error', constructorAction: 'error' })
    }
    return value
  } catch {
    throw new MalformedInput('the request body holds a key that is not allowed')
  }
}

/** True where no string or key, however deep, has a NUL character or a lone surrogate. Not recursive: input may be deep. */
function hasOnlyText(value: unknown): boolean {
  const open: unknown[] = [value]
  while (open.length > 0) {
    const item = open.pop()
    if (typeof item === 'string') {
      if (!isText(item)) return false
    } else if (typeof item === 'object' && item !== null) {
      for (const [key, child] of Object.entries(item)) open.push(key, child)
    }
  }
  return true
}

/** True for well-formed Unicode without NUL, which is what PostgreSQL's `text` holds. */
export function isText(value: string): boolean {
  return !value.includes('\0') && value.isWellFormed()
}

function readForm(text: string): unknown {
  try {
    // Throws where URLSearchParams would put U+FFFD.
    decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw new MalformedInput('the request body is not a valid form')
  }
  const fields = Object.fromEntries(new URLSearchParams(text))
  if (!hasOnlyText(fields)) throw new MalformedInput('the request holds a character that is not allowed')
  if (Object.hasOwn(fields, '__proto__')) throw new MalformedInput('the request body holds a key that is not allowed')
  return fields
}
