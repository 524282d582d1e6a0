import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { problem } from './problem.js'

/** An error of Node's HTTP parser. */
export type ClientError = Error & { readonly code?: string }

const answers: Readonly<Record<string, readonly [status: number, detail: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'The headers are larger than 16 KiB.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time.'],
}

/** How long a client has to read the answer before its connection is closed. */
const lingerMs = 1_000

/**
 * Answers what fails before there is a request. Node's message is dropped, since it quotes the input.
 * @param onAnswer called with the id and the status of the answer
 */
export function answerClientError(
  error: ClientError,
  socket: Socket,
  onAnswer: (requestId: string, status: number) => void,
): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, detail] = answers[error.code ?? ''] ?? [400, 'The request is not valid HTTP.']
  const body = problem(status, detail)
  const requestId = randomUUID()
  onAnswer(requestId, status)
  // A client that does not close its side would keep the connection.
  setTimeout(() => socket.destroy(), lingerMs).unref()
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'Content-Type: application/problem+json',
      'Cache-Control: no-store',
      `Content-Length: ${Buffer.byteLength(body)}`,
      `X-Request-Id: ${requestId}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}
