import type { Contract, HttpMethod, OperationEntry, ReplyEntry } from '../contract/contract.js'
import type { Example } from '../contract/examples.js'

/** One request to a server, and what its contract says about the answer. */
export interface Probe {
  readonly contract: Contract
  readonly operation: OperationEntry
  /** Unique among the probes of the operation. */
  readonly name: string
  readonly kind: 'example' | 'refusal' | 'limit'
  readonly request: ProbeRequest
  readonly expected: ExpectedReply
}

/** A request whose values may still hold placeholders such as `{createTokenPair#/content/0/token}`. */
export interface ProbeRequest {
  readonly method: HttpMethod
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** Header parameters and the header of the credential. */
  readonly headers: Readonly<Record<string, string>>
  /** The value of a body in the media type that the operation declares. */
  readonly body?: unknown
  /** Sent as it is, in place of `body`. */
  readonly raw?: { readonly mediaType: string; readonly text: string }
}

export interface ExpectedReply {
  readonly status: number
  /** The documented replies of which each has to fit. */
  readonly entries: readonly ReplyEntry[]
  /** The reply's example, where its values have to be equal. */
  readonly example?: { readonly value: unknown; readonly volatile: readonly string[]; readonly isExact: boolean }
  /** Methods that the header `Allow` has to name. */
  readonly allow?: readonly HttpMethod[]
}

/** Where an answer is not what the contract says. */
export interface Difference {
  /** `status`, `media type`, `header NAME`, `body` or `body POINTER`. */
  readonly at: string
  readonly expected: string
  readonly actual: string
}

/** What came of a probe. */
export interface CheckResult {
  readonly operation: string
  readonly name: string
  readonly kind: Probe['kind']
  readonly outcome: 'passed' | 'failed' | 'skipped'
  readonly differences: readonly Difference[]
  /** Why it was skipped. */
  readonly reason?: string
}

/** What a verification found out. */
export interface Verification {
  readonly contract: string
  readonly base: string
  readonly checks: readonly CheckResult[]
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly requests: number
  readonly seconds: number
}

/** The request of an example. */
export function requestOf({ operation, params, query, headers, body }: Example): ProbeRequest {
  return {
    method: operation.method,
    path: operation.path,
    params,
    query,
    headers,
    ...(body !== undefined && { body }),
  }
}
