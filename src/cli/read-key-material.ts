import { readFile } from 'node:fs/promises'
import { CliFailure } from './failure.js'

/** How a file holds a key: as its bytes, or as a text that stands for them. */
export const encodings = ['text', 'base64', 'hex'] as const
export type Encoding = (typeof encodings)[number]

/**
 * Reads a key from a file, without one line break at its end.
 * @throws {CliFailure} where the file cannot be read or is not of the encoding; nothing of it is told
 */
export async function readKeyMaterial(path: string, encoding: Encoding): Promise<Buffer> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new CliFailure('usage', `the secret cannot be read from ${path} (${error.code})`)
  })
  const key = decode(withoutLineBreak(bytes), encoding)
  if (!key) throw new CliFailure('usage', `${path} is not ${encoding}; say --encoding ${encodings.join(', or ')}`)
  if (key.length === 0) throw new CliFailure('usage', `${path} is empty`)
  return key
}

function withoutLineBreak(bytes: Buffer): Buffer {
  if (bytes.at(-1) !== 0x0a) return bytes
  return bytes.subarray(0, bytes.at(-2) === 0x0d ? -2 : -1)
}

/** @param bytes base64 in either alphabet, with or without padding */
function decode(bytes: Buffer, encoding: Encoding): Buffer | undefined {
  if (encoding === 'text') return bytes
  const text = bytes.toString('latin1')
  if (encoding === 'hex') return /^(?:[0-9a-f]{2})*$/i.test(text) ? Buffer.from(text, 'hex') : undefined
  const decoded = Buffer.from(text, 'base64')
  const canonical = text.replaceAll('+', '-').replaceAll('/', '_').replace(/=*$/, '')
  return decoded.toString('base64url') === canonical ? decoded : undefined
}
