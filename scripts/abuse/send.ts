import { connect } from 'node:net'

/** What came back: an answer, or why there is none. */
export type Outcome =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly headers: ReadonlyMap<string, string>
      readonly body: string
    }
  | { readonly kind: 'closed' | 'unanswered' }

/** From this time on, a request counts as unanswered. */
const defaultTimeoutMs = 2_000

/**
 * Writes bytes to a connection of their own, whether they are HTTP or not, and reads the first final answer.
 * @param base where the server listens
 * @param timeoutMs after which it counts as unanswered
 */
export function sendBytes(base: URL, bytes: Buffer, timeoutMs = defaultTimeoutMs): Promise<Outcome> {
  return new Promise((resolve) => {
    let received = Buffer.alloc(0)
    const socket = connect(Number(base.port), base.hostname, () => socket.write(bytes))
    const finish = (outcome: Outcome): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve(outcome)
    }
    const timer = setTimeout(() => finish(parse(received, true) ?? { kind: 'unanswered' }), timeoutMs)
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk])
      const answer = parse(received, false)
      if (answer) finish(answer)
    })
    // A connection that is reset shows as a close.
    socket.on('error', () => {})
    socket.on('close', () => finish(parse(received, true) ?? { kind: 'closed' }))
  })
}

/** Reads the first answer that is not 100 Continue. @param isWhole whether nothing more comes */
function parse(received: Buffer, isWhole: boolean): Outcome | undefined {
  const text = received.toString('latin1')
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const [statusLine = '', ...lines] = text.slice(0, end).split('\r\n')
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(statusLine)?.[1] ?? 0)
  if (status >= 100 && status < 200) return parse(received.subarray(end + 4), isWhole)
  const headers = new Map(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    }),
  )
  const body = received.subarray(end + 4)
  const length = headers.get('content-length')
  if (!isWhole && length !== undefined && body.length < Number(length)) return undefined
  if (!isWhole && headers.get('transfer-encoding') === 'chunked' && !text.endsWith('0\r\n\r\n')) return undefined
  const own = length === undefined ? body : body.subarray(0, Number(length))
  return { kind: 'answered', status, headers, body: own.toString('utf8') }
}
