import type { BrokerAccountsFailureReply } from '../../../generated/broker-accounts/operations.js'
import type { Failure } from '../../contract/failure.js'

export function brokerAccountsFailures(failure: Failure): BrokerAccountsFailureReply {
  switch (failure.kind) {
    // 200 on failure too: seed 001 documents no error status.
    case 'malformed':
    case 'invalid':
      return { status: 200, body: { error: 'The request cannot be read.' } }
    case 'method-not-allowed':
      return { status: 405, body: { error: 'This path does not know this method.' } }
    case 'too-large':
      return { status: 413, body: { error: 'The request body is larger than 16 KiB.' } }
    case 'unsupported-media-type':
      return { status: 415, body: { error: 'The request body is of a type that cannot be read.' } }
    case 'too-many-requests':
      return {
        status: 429,
        headers: { 'Retry-After': failure.retryAfter },
        body: { error: 'Too many requests; try again later.' },
      }
    case 'unavailable':
      return {
        status: 503,
        headers: { 'Retry-After': failure.retryAfter },
        body: { error: 'The service is not available; try again later.' },
      }
    case 'internal':
      return { status: 500, body: { error: 'The request could not be answered because of a failure of the server.' } }
  }
}
