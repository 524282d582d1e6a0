import type { ColumnType, Generated } from 'kysely'

/** The tables, as rows. Row types are used by repositories only. */
export interface Database {
  partners: PartnerRow
  partner_contacts: PartnerContactRow
  partner_accounts: PartnerAccountRow
  gateway_tokens: GatewayTokenRow
  broker_users: BrokerUserRow
  broker_secrets: BrokerSecretRow
  broker_accounts: BrokerAccountRow
  access_keys: AccessKeyRow
  access_key_secrets: AccessKeySecretRow
  security_users: SecurityUserRow
  refresh_families: RefreshFamilyRow
  refresh_tokens: RefreshTokenRow
  sign_in_throttles: SignInThrottleRow
  failure_counts: FailureCountRow
  signing_keys: SigningKeyRow
  operators: OperatorRow
  audit_events: AuditEventRow
  audit_sinks: AuditSinkRow
  sign_in_days: SignInDayRow
  sign_in_hours: SignInHourRow
  master_keys: MasterKeyRow
}

/** Filled by the database. */
type Sequence = ColumnType<string, never, never>

export interface PartnerRow {
  /** In order of creation. */
  seq: Sequence
  id: string
  name: string
  created_at: Date
}

export interface PartnerContactRow {
  partner_id: string
  /** From 0, in the order in which they were given. */
  position: number
  name: string
  email: string
}

export interface PartnerAccountRow {
  /** In order of creation. */
  seq: Sequence
  id: string
  partner_id: string
  name: string
  created_at: Date
}

export interface GatewayTokenRow {
  /** In order of issuing: tells apart what was issued in the same moment. */
  seq: Sequence
  link: string
  digest: Buffer
  /** The fingerprint of the master key under which the row is digested or encrypted. */
  master_key: number
  /** The last characters of the token; behind an ellipsis where the token is not one of ours. */
  hint: string
  account_id: string
  description: string
  created_by: string | null
  /** `CARD` or `DIRECT_DEBIT`. */
  token_type: Generated<string>
  /** `API` or `PRODUCTS`. */
  source: Generated<string>
  /** `LIVE` or `TEST`. */
  service_mode: string | null
  service_external_id: string | null
  issued_at: Date
  last_used_at: Date | null
  revoked_at: Date | null
  /** The partner that it belongs to. */
  partner_id: string | null
}

export interface BrokerUserRow {
  /** In order of creation. */
  seq: Sequence
  id: string
  name: string
  /** Digest of the `hash` with which the user signs in. */
  hash_digest: Buffer
  /** The fingerprint of the master key under which the row is digested or encrypted. */
  master_key: number
  /** The last characters of the `hash`. */
  hash_hint: string
  active: Generated<boolean>
  /** The partner that it belongs to. */
  partner_id: string | null
  created_at: Date
  last_used_at: Generated<Date | null>
}

/** The secrets of a user: one, and during a rotation the earlier one until it expires. */
export interface BrokerSecretRow {
  user_id: string
  digest: Buffer
  /** The hash of another installation, until the first use. Its digest stands as `digest` then. */
  hash: string | null
  /** Of the hash with which the secret was imported: it is known again after the first use has replaced it. */
  imported_hash_digest: Buffer | null
  /** The last characters of the secret; empty while only its hash is known. */
  hint: string
  created_at: Date
  /** The fingerprint of the master key under which the row is digested or encrypted. */
  master_key: number
  expires_at: Date | null
}

export interface BrokerAccountRow {
  /** In order of creation. */
  seq: Sequence
  id: string
  user_id: string
  name: string
  a_token: string
  created_at: Date
}

export interface AccessKeyRow {
  /** In order of creation. */
  seq: Sequence
  id: string
  access_key: string
  name: string
  user_id: string
  account: string
  company: string
  roles: string[]
  /** Expiry is a date, not a state: see `expires_at`. */
  state: 'pending' | 'active' | 'revoked'
  expires_at: Date | null
  /** The partner that it belongs to. */
  partner_id: string | null
  created_at: Date
  last_used_at: Generated<Date | null>
}

export interface AccessKeySecretRow {
  access_key_id: string
  digest: Buffer
  /** The hash of another installation, until the first use. Its digest stands as `digest` then. */
  hash: string | null
  /** Of the hash with which the secret was imported: it is known again after the first use has replaced it. */
  imported_hash_digest: Buffer | null
  /** The last characters of the secret; empty while only its hash is known. */
  hint: string
  created_at: Date
  /** The fingerprint of the master key under which the row is digested or encrypted. */
  master_key: number
  expires_at: Date | null
}

export interface SecurityUserRow {
  uid: Generated<number>
  /** As given; also the `email` claim. */
  username: string
  /** Folded for comparison. */
  username_key: string
  customer_id: string
  password_hash: string
  /** Of the hash with which the user was imported: it is known again after a sign-in has replaced it. */
  imported_hash_digest: Buffer | null
  active: Generated<boolean>
  /** Until then all sessions were ended: tokens of imported keys, which have no session, are refused where they are older. */
  sessions_ended_at: Date | null
  /** The partner that it belongs to. */
  partner_id: string | null
  created_at: Date
  last_used_at: Generated<Date | null>
}

/** The refresh tokens that descend from one sign-in. */
export interface RefreshFamilyRow {
  id: string
  uid: number
  started_at: Date
  expires_at: Date
  ended_at: Date | null
}

export interface RefreshTokenRow {
  digest: Buffer
  /** The fingerprint of the master key under which the row is digested or encrypted. */
  master_key: number
  family_id: string
  issued_at: Date
  expires_at: Date
  used_at: Date | null
}

/** Failures in a row of one (subject, address), and failures of an address over all subjects and of a subject over all addresses. */
export interface SignInThrottleRow {
  subject: Buffer
  address: string
  failures: number
  /** Since when failures are counted. */
  counted_since: Date
  blocked_until: Date | null
  last_attempt_at: Date
  /** When the subject last signed in from the address. */
  succeeded_at: Date | null
}

/** Failures of one address within one window, of all instances. */
export interface FailureCountRow {
  /** What the failures are counted for. */
  budget: string
  address: string
  window_start: Date
  failures: number
}

export interface SigningKeyRow {
  /** In order of creation. */
  seq: Sequence
  id: string
  /** In the header of its tokens; `null` for none. */
  kid: string | null
  imported: boolean
  /** The contract whose tokens it signs. */
  api: string
  algorithm: string
  /** The key, encrypted under the master key. */
  wrapped: Buffer
  /** The fingerprint of the master key under which the row is digested or encrypted. */
  master_key: number
  created_at: Date
  /** Published before, so that every instance knows it when the first token arrives; `null` where it only verifies. */
  signs_from: Date | null
  /** Refused from here on; `null` while it signs, and until it is retired. */
  expires_at: Date | null
}

/** Who may call the operator API. */
export interface OperatorRow {
  /** In order of creation. */
  seq: Sequence
  id: string
  name: string
  role: 'admin' | 'viewer'
  digest: Buffer
  /** The fingerprint of the master key under which the row is digested or encrypted. */
  master_key: number
  /** The last characters of the key. */
  hint: string
  /** The one operator whose key stands in the configuration. */
  from_environment: Generated<boolean>
  created_at: Date
  last_used_at: Date | null
  /** The key is refused from here on; `null`: never. */
  expires_at: Date | null
}

/** Something that happened. Only ever added. */
export interface AuditEventRow {
  seq: Sequence
  id: string
  at: Date
  actor_kind: 'operator' | 'frontend' | 'anonymous'
  actor_id: string | null
  actor_name: string | null
  action: string
  subject: string | null
  detail: string | null
  source: string | null
  request_id: string | null
  result: 'succeeded' | 'refused'
}

/** How far a sink outside the database has had the audit. */
export interface AuditSinkRow {
  name: 'stdout' | 'webhook'
  /** The number of the last event that it accepted. */
  seq: string
  /** The instance that delivers, until `held_until`. */
  held_by: string | null
  held_until: Date | null
}

/** The successful sign-ins of one subject on one day. */
export interface SignInDayRow {
  kind: 'broker-user' | 'access-key' | 'security-user'
  /** The id of the credential, also after it was deleted. */
  subject: string
  /** Its beginning, in UTC. */
  day: Date
  sign_ins: number
}

/** The sign-ins at one API within one hour. */
export interface SignInHourRow {
  api: string
  /** Its beginning. */
  hour: Date
  succeeded: number
  refused: number
}

/** A master key under which something was written. */
export interface MasterKeyRow {
  fingerprint: number
  /** Tells which of two keys is the newer one. */
  first_used_at: Date
}
