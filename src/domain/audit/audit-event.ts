/** Who did something. */
export type AuditActor =
  | { readonly kind: 'operator'; readonly id: string; readonly name: string }
  /** A frontend on the internal listener, which has no name. */
  | { readonly kind: 'frontend' }
  /** Somebody who tried to sign in. */
  | { readonly kind: 'anonymous' }

/** Something that happened. Holds no secret: subjects are ids, and details are names and states. */
export interface AuditEvent {
  readonly actor: AuditActor
  /** Resource and verb, such as `access-key.activate`. */
  readonly action: string
  /** The id of what it is about. */
  readonly subject: string | undefined
  readonly detail: string | undefined
  /** The address that it came from. */
  readonly source: string | undefined
  readonly requestId: string | undefined
  readonly result: 'succeeded' | 'refused'
  readonly at: Date
}

/** An event as it was stored. */
export interface StoredAuditEvent extends AuditEvent {
  readonly id: string
}
