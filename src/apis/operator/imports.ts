import { randomUUID } from 'node:crypto'
import type { OperatorOperations, OperatorReplies } from '../../../generated/operator/operations.js'
import type { components } from '../../../generated/operator/types.js'
import { importedPasswordHash, type PasswordHash } from '../../crypto/password-hashing.js'
import { hintOf, Secret } from '../../crypto/secret.js'
import { generateAToken } from '../../domain/broker-users/broker-user.js'
import { gatewayTokenHint, isGatewayToken, newTokenLink, tokenLink } from '../../domain/gateway-tokens/gateway-token.js'
import {
  type ImportedAccessKey,
  type ImportedBrokerUser,
  type ImportedGatewayToken,
  type ImportedSecurityUser,
  type ImportOutcome,
  refused,
} from '../../domain/imports/imported-credential.js'
import type { Imports } from '../../domain/imports/repository.js'
import { type UsernameKey, usernameKey } from '../../domain/security-users/security-user.js'
import type { Dependencies } from '../../services.js'
import type { Change } from './change.js'
import type { Principals } from './security.js'

type Schemas = components['schemas']
type Kind = Schemas['ImportedCredential']['type']
type WireRow<Type extends Kind> = Extract<Schemas['ImportedCredential'], { type: Type }>

/** Something about the row at a place of the request. */
interface Placed<Value> {
  readonly place: number
  readonly value: Value
}

/** The rows of one kind, read: those that can be judged by what is stored, and those that are refused as they are. */
interface Read<Row> {
  readonly rows: readonly Placed<Row>[]
  readonly refusals: readonly Placed<ImportOutcome>[]
}

/** How many passwords of one call are hashed at a time: sign-ins share the queue. */
const passwordsAtATime = 2

/** Stands in for the hash of a password in a rehearsal, which keeps nothing. */
const rehearsedHash = '' as PasswordHash

export function importsOperations(
  { repositories: { imports, rehearsal }, clock, digest, acceptedDigests, rekeyings, passwords, random }: Dependencies,
  change: Change,
): Pick<OperatorOperations<Principals>, 'importCredentials'> {
  return {
    async importCredentials(
      { body: { rows, dryRun = false } },
      context,
    ): Promise<OperatorReplies['importCredentials']> {
      const at = clock()
      const ofKind = <Type extends Kind>(type: Type): Placed<WireRow<Type>>[] =>
        rows.flatMap((value, place) => (value.type === type ? [{ place, value: value as WireRow<Type> }] : []))

      await moveToCurrentKey(rows)
      const brokerUsers = read(ofKind('broker-user'), readBrokerUser)
      const accessKeys = read(ofKind('access-key'), readAccessKey)
      const gatewayTokens = inOrderOfDigests(read(ofKind('gateway-token'), (row) => readGatewayToken(row, at)))
      const securityUsers = await hashed(read(ofKind('security-user'), readSecurityUser), dryRun)

      // The same order in every call, so that no two wait for each other.
      const takeAll = async (imports: Imports): Promise<Report> =>
        new Report([
          ['broker-user', await outcomes(brokerUsers, (rows) => imports.takeBrokerUsers(rows, at))],
          ['access-key', await outcomes(accessKeys, (rows) => imports.takeAccessKeys(rows, at))],
          ['security-user', await outcomes(securityUsers, (rows) => imports.takeSecurityUsers(rows, at))],
          ['gateway-token', await outcomes(gatewayTokens, (rows) => imports.takeGatewayTokens(rows))],
        ])

      if (dryRun) {
        const report = await rehearsal(({ imports }) => takeAll(imports))
        return { status: 200, body: report.body }
      }
      return change<OperatorReplies['importCredentials']>('importCredentials', context, async ({ imports }) => {
        const report = await takeAll(imports)
        return { reply: { status: 200, body: report.body }, detail: report.detail }
      })
    },
  }

  /** While the master key rotates: what is there under the older one is found under the current one then. */
  async function moveToCurrentKey(rows: readonly Schemas['ImportedCredential'][]): Promise<void> {
    if (!rekeyings.movesOn()) return
    const secrets = (kind: Kind, secretOf: (row: Schemas['ImportedCredential']) => string | undefined) =>
      rows.flatMap((row) => (row.type === kind ? [acceptedDigests(secretOf(row) ?? '')] : []))
    const secretOf = (row: Schemas['ImportedCredential']) => ('secret' in row ? row.secret : undefined)
    await rekeyings.moveNow(
      'broker hash',
      secrets('broker-user', (row) => ('hash' in row ? row.hash : undefined)),
    )
    await rekeyings.moveNow('broker secret', secrets('broker-user', secretOf))
    await rekeyings.moveNow('access key secret', secrets('access-key', secretOf))
    await rekeyings.moveNow(
      'gateway token',
      secrets('gateway-token', (row) => ('token' in row ? row.token : undefined)),
    )
  }

  function readBrokerUser(row: WireRow<'broker-user'>): ImportedBrokerUser | string {
    const given = (row.accounts ?? []).flatMap(({ aToken }) => aToken ?? [])
    if (new Set(given).size < given.length) return 'an account token stands twice in this row'
    return {
      id: randomUUID(),
      name: row.name,
      hashDigest: digest(row.hash),
      hashHint: hintOf(new Secret(row.hash)),
      secretDigest: digest(row.secret),
      secretHint: hintOf(new Secret(row.secret)),
      isActive: row.active ?? true,
      accounts: (row.accounts ?? []).map(({ name, aToken }) => ({
        id: randomUUID(),
        name,
        aToken: aToken ?? generateAToken(random).reveal(),
        isGiven: aToken !== undefined,
      })),
    }
  }

  function readAccessKey(row: WireRow<'access-key'>): ImportedAccessKey {
    return {
      id: randomUUID(),
      accessKey: row.accessKey,
      name: row.name,
      secretDigest: digest(row.secret),
      secretHint: hintOf(new Secret(row.secret)),
      userId: row.userId?.toLowerCase(),
      account: row.account.toLowerCase(),
      company: row.company.toLowerCase(),
      roles: row.roles ?? [],
      status: row.state ?? 'active',
      expiresAt: toDate(row.expiresAt),
    }
  }

  function readGatewayToken(row: WireRow<'gateway-token'>, at: Date): ImportedGatewayToken | string {
    if (!isGatewayToken(row.token))
      return 'the token begins as ours do, but its checksum is wrong: it is mistyped or cut'
    const revokedAt = toDate(row.revokedAt)
    const issuedAt = toDate(row.issuedAt) ?? revokedAt ?? at
    if (issuedAt > at) return 'issuedAt is in the future'
    if (revokedAt && revokedAt > at) return 'revokedAt is in the future'
    if (revokedAt && revokedAt < issuedAt) return 'revokedAt is before issuedAt'
    const token = new Secret(row.token)
    return {
      link: tokenLink(row.tokenLink ?? '') ?? newTokenLink(at, random),
      isLinkGiven: row.tokenLink !== undefined,
      digest: digest(row.token),
      hint: gatewayTokenHint(token),
      accountId: row.accountId,
      description: row.description,
      createdBy: row.createdBy ?? null,
      issuedAt,
      revokedAt,
    }
  }

  function readSecurityUser(row: WireRow<'security-user'>): UserWithPassword | string {
    if (row.password === undefined && row.passwordHash === undefined) return 'a password or a passwordHash is needed'
    const passwordHash = row.passwordHash === undefined ? undefined : importedPasswordHash(row.passwordHash)
    if (row.passwordHash !== undefined && !passwordHash)
      return 'the costs of the passwordHash are not valid, or too high to verify it at a sign-in'
    return {
      username: row.username,
      usernameKey: usernameKey(row.username),
      customerId: row.customerId?.toLowerCase(),
      isActive: row.active ?? true,
      password: passwordHash ? undefined : new Secret(row.password ?? ''),
      isHashGiven: passwordHash !== undefined,
      passwordHash,
    }
  }

  /** Hashes the passwords of users who are not there yet. Before the transaction, since it takes long. */
  async function hashed(
    { rows, refusals }: Read<UserWithPassword>,
    isRehearsal: boolean,
  ): Promise<Read<ImportedSecurityUser>> {
    const named = rows.filter(({ value }) => value.password !== undefined).map(({ value }) => value.usernameKey)
    const known: ReadonlySet<UsernameKey> = named.length > 0 ? await imports.knownUsernames(named) : new Set()
    const hash = async ({ password, ...user }: UserWithPassword): Promise<ImportedSecurityUser> => {
      if (!password || known.has(user.usernameKey)) return user
      return { ...user, passwordHash: isRehearsal ? rehearsedHash : await passwords.hash(password) }
    }
    const hashedRows: Placed<ImportedSecurityUser>[] = []
    for (let start = 0; start < rows.length; start += passwordsAtATime) {
      const some = rows.slice(start, start + passwordsAtATime)
      hashedRows.push(
        ...(await Promise.all(some.map(async ({ place, value }) => ({ place, value: await hash(value) })))),
      )
    }
    return { rows: hashedRows, refusals }
  }
}

/** Sorts the links that are not given as the digests are, in whose order rows are stored: the index on links stays dense where it grows in order. */
function inOrderOfDigests({ rows, refusals }: Read<ImportedGatewayToken>): Read<ImportedGatewayToken> {
  const made = rows.filter(({ value }) => !value.isLinkGiven)
  const links = made.map(({ value }) => value.link).sort()
  made.sort((one, other) => Buffer.compare(one.value.digest, other.value.digest))
  const linkOf = new Map(made.map(({ place }, index) => [place, links[index]]))
  return {
    rows: rows.map(({ place, value }) => ({ place, value: { ...value, link: linkOf.get(place) ?? value.link } })),
    refusals,
  }
}

type UserWithPassword = ImportedSecurityUser & { readonly password: Secret | undefined }

/** Reads rows; a text instead of a row is the reason why it is refused. */
function read<Wire, Row extends object>(
  wire: readonly Placed<Wire>[],
  readRow: (row: Wire) => Row | string,
): Read<Row> {
  const rows: Placed<Row>[] = []
  const refusals: Placed<ImportOutcome>[] = []
  for (const { place, value } of wire) {
    const row = readRow(value)
    if (typeof row === 'string') refusals.push({ place, value: refused(row) })
    else rows.push({ place, value: row })
  }
  return { rows, refusals }
}

async function outcomes<Row>(
  { rows, refusals }: Read<Row>,
  take: (rows: readonly Row[]) => Promise<ImportOutcome[]>,
): Promise<Placed<ImportOutcome>[]> {
  const taken = await take(rows.map(({ value }) => value))
  const judged = rows.map(({ place }, index) => ({ place, value: taken[index] ?? refused('it was not judged') }))
  return [...judged, ...refusals]
}

function toDate(text: string | null | undefined): Date | null {
  return text === null || text === undefined ? null : new Date(text)
}

/** What became of the rows, for the reply and for the audit. */
class Report {
  readonly #kinds: readonly (readonly [Kind, readonly Placed<ImportOutcome>[]])[]

  constructor(kinds: readonly (readonly [Kind, readonly Placed<ImportOutcome>[]])[]) {
    this.#kinds = kinds
  }

  get body(): Schemas['ImportReport'] {
    const all = this.#kinds.flatMap(([, outcomes]) => outcomes).sort((one, other) => one.place - other.place)
    return {
      ...counts(all),
      results: all.map(({ place, value }) => ({
        row: place,
        outcome: value.outcome,
        reason: value.outcome === 'refused' ? value.reason : null,
      })),
    }
  }

  /** How many of each kind: `gateway-token: 998 created, 1 existing, 1 refused`. */
  get detail(): string {
    return this.#kinds
      .filter(([, outcomes]) => outcomes.length > 0)
      .map(([kind, outcomes]) => {
        const { created, existing, refused } = counts(outcomes)
        return `${kind}: ${created} created, ${existing} existing, ${refused} refused`
      })
      .join('; ')
  }
}

function counts(outcomes: readonly Placed<ImportOutcome>[]): Record<ImportOutcome['outcome'], number> {
  const count = { created: 0, existing: 0, refused: 0 }
  for (const { value } of outcomes) count[value.outcome]++
  return count
}
