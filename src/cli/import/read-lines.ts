export interface Line {
  /** From 1. */
  readonly number: number
  /** Without the end of the line; `undefined` where the line is longer than allowed. */
  readonly bytes: Buffer | undefined
}

const newline = 0x0a
const carriageReturn = 0x0d
const byteOrderMark = Buffer.from('\uFEFF')

/**
 * Splits a stream into lines, those of a chunk at a time. Holds no more than a chunk and the longest line.
 * @param longest of a line, in bytes; what is longer is passed over
 */
export async function* readLines(chunks: AsyncIterable<Buffer>, longest: number): AsyncGenerator<readonly Line[]> {
  let number = 0
  let begun: Buffer[] = []
  let length = 0

  function begin(bytes: Buffer): void {
    length += bytes.length
    if (length <= longest) begun.push(bytes)
    else begun = []
  }

  function end(bytes: Buffer): Line {
    begin(bytes)
    const whole = begun.length === 1 ? bytes : Buffer.concat(begun)
    const line = { number: ++number, bytes: length > longest ? undefined : clean(whole, number) }
    begun = []
    length = 0
    return line
  }

  for await (const chunk of chunks) {
    const lines: Line[] = []
    let start = 0
    for (let stop = chunk.indexOf(newline); stop !== -1; stop = chunk.indexOf(newline, start)) {
      lines.push(end(chunk.subarray(start, stop)))
      start = stop + 1
    }
    if (start < chunk.length) begin(chunk.subarray(start))
    yield lines
  }
  if (length > 0) yield [end(Buffer.alloc(0))]
}

function clean(bytes: Buffer, number: number): Buffer {
  const start = number === 1 && bytes.subarray(0, 3).equals(byteOrderMark) ? 3 : 0
  return bytes.subarray(start, bytes.at(-1) === carriageReturn ? -1 : undefined)
}
