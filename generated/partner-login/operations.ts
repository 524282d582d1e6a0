// Written by "npm run generate" from openapi/. Do not edit.

import type { CallContext } from '../runtime/operation.js'
import type { components } from './types.js'

/** Partner login: An access key and its secret to a JWT (PagFast / PayBrokers). */
export interface PartnerLoginOperations {
  /** Get an access token for an access key: `POST /login`. */
  readonly loginWithAccessKey: (request: PartnerLoginRequests['loginWithAccessKey'], context: CallContext) => Promise<PartnerLoginReplies['loginWithAccessKey']>
}

/** What validation guarantees about each request. A body that is absent was validated as an empty object. */
export interface PartnerLoginRequests {
  readonly loginWithAccessKey: {
    readonly body: components['schemas']['AccessKeyCredentials']
  }
}

/** The replies that each operation may answer. */
export interface PartnerLoginReplies {
  readonly loginWithAccessKey:
    | { readonly status: 201; readonly body: components['schemas']['AccessToken'] }
    | { readonly status: 401; readonly body: components['schemas']['AccessKeyRefusal'] }
}

/** The answer to a malformed or invalid request. */
export interface PartnerLoginInvalidRequestReply {
  readonly status: 400
  readonly body: components['schemas']['InvalidRequest']
}
