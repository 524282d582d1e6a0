/** Who did something. */
export type AuditActor =
  | { readonly kind: 'operator'; readonly id: string; readonly name: string }
  /** A frontend on the internal listener, which has no name. */
  | { readonly kind: 'frontend' }
  /** Somebody who tried to sign in. */
  | { readonly kind: 'anonymous' }

/** An event of the audit. It holds no secret: subjects are ids, and details are names and states. */
export interface AuditEvent {
  readonly actor: AuditActor
  /** Resource and verb, such as `access-key.activate`. */
  readonly action: string
  /** The id of the thing that the action concerns. */
  readonly subject: string | undefined
  readonly detail: string | undefined
  /** The client's address. */
  readonly source: string | undefined
  readonly requestId: string | undefined
  readonly result: 'succeeded' | 'refused'
  readonly at: Date
}

/** An event as it was stored. */
export interface StoredAuditEvent extends AuditEvent {
  readonly id: string
}

/** Selects events. An absent member selects all. */
export interface AuditFilter {
  readonly subject?: string | undefined
  readonly action?: string | undefined
  /** The id of an operator. */
  readonly actor?: string | undefined
  readonly since?: Date | undefined
}
