import type { Line } from '../../database/archive/format.js'
import { UnusableArchive } from '../../database/archive/unusable-archive.js'
import { readLines } from '../import/read-lines.js'

/** In bytes: a line has up to 500 rows. */
const longestLine = 256 * 1024 * 1024

/**
 * Reads the lines of an archive that has been decrypted.
 * @throws {UnusableArchive}
 */
export async function* readArchive(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line, undefined> {
  for await (const lines of readLines(chunks, longestLine)) {
    for (const { bytes } of lines) yield parse(bytes)
  }
}

function parse(bytes: Buffer | undefined): Line {
  try {
    const value: unknown = JSON.parse(String(bytes))
    // Whoever has the master key wrote the line: what may differ is the version, which the first line tells.
    if (typeof value === 'object' && value !== null) return value as Line
  } catch {
    // Said below.
  }
  throw new UnusableArchive('the archive has a line that is not of its format')
}
