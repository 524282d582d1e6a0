import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Printable ASCII, so that a log and a header can hold it as it is. */
const acceptedRequestId = /^[\x20-\x7e]{1,128}$/

/** The id of a request: the caller's own `X-Request-Id`, where it is printable and has at most 128 characters, else a new UUID. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id']
  return typeof given === 'string' && acceptedRequestId.test(given) ? given : randomUUID()
}
