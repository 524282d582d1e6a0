import type { Kysely, Transaction } from 'kysely'
import type { Clock } from '../../clock.js'
import type { Digester } from '../../crypto/digest.js'
import type { PasswordHash, PasswordHasher } from '../../crypto/password-hashing.js'
import type { Random } from '../../crypto/random.js'
import type { Database } from '../../database/schema.js'
import { dryRun } from '../../database/transaction.js'
import { Unavailable } from '../../errors.js'
import type { AccessKeyService } from '../access-keys/service.js'
import type { BrokerUserService } from '../broker-users/service.js'
import type { GatewayTokenService } from '../gateway-tokens/service.js'
import type { SecurityUserService } from '../security-users/service.js'
import { accessKeyKind, type GivenAccessKey, type ImportedAccessKey, readAccessKey } from './access-keys.js'
import { brokerUserKind, type GivenBrokerUser, type ImportedBrokerUser, readBrokerUser } from './broker-users.js'
import {
  type GivenGatewayToken,
  gatewayTokenKind,
  type ImportedGatewayToken,
  readGatewayToken,
} from './gateway-tokens.js'
import { type ImportOutcome, type Refusal, refused } from './import-outcome.js'
import { importStorableRows, type Positioned, type ReadRows, readRows } from './import-rows.js'
import {
  type GivenSecurityUser,
  type ImportedSecurityUser,
  readSecurityUser,
  securityUserKind,
} from './security-users.js'

/** A credential that another system issued, as an operator gives it. */
export type GivenCredential = GivenBrokerUser | GivenAccessKey | GivenSecurityUser | GivenGatewayToken
export type CredentialType = GivenCredential['type']

/** Rows that are ready to be stored. */
export interface PreparedImport {
  readonly at: Date
  readonly brokerUsers: ReadRows<ImportedBrokerUser>
  readonly accessKeys: ReadRows<ImportedAccessKey>
  readonly securityUsers: ReadRows<ImportedSecurityUser>
  readonly gatewayTokens: ReadRows<ImportedGatewayToken>
}

/** The outcome of each row, with its position in the request. */
export type ImportReport = readonly (Positioned<ImportOutcome> & { readonly type: CredentialType })[]

export interface ImportServiceOptions {
  readonly db: Kysely<Database>
  readonly brokerUsers: BrokerUserService
  readonly accessKeys: AccessKeyService
  readonly securityUsers: SecurityUserService
  readonly gatewayTokens: GatewayTokenService
  readonly digest: Digester
  readonly passwords: Pick<PasswordHasher, 'hash'>
  readonly clock: Clock
  readonly random: Random
}

/** How many passwords of one import are hashed at a time: sign-ins wait in the same queue. */
const hashingConcurrency = 2

const unhashed = refused('the password cannot be hashed')

/** Stands for the hash of a password in a dry run, which stores nothing. */
const dryRunHash = 'not hashed' as PasswordHash

/**
 * Imports credentials that another system issued. Each row is created whole, exists already, or is refused; nothing stored is
 * overwritten.
 */
export class ImportService {
  constructor(readonly options: ImportServiceOptions) {}

  /** Reads the rows, and hashes the passwords of users who do not exist. Before the transaction, since hashing takes long. */
  async prepare(given: readonly GivenCredential[], { isDryRun }: { isDryRun: boolean }): Promise<PreparedImport> {
    const { clock, digest, random, gatewayTokens } = this.options
    const { format, hashedTokens } = gatewayTokens
    const at = clock()
    await this.#migrateDigests(given)
    const users = readRows(ofType(given, 'security-user'), (row) => readSecurityUser(row, at))
    return {
      at,
      brokerUsers: readRows(ofType(given, 'broker-user'), (row) => readBrokerUser(row, at, this.options)),
      accessKeys: readRows(ofType(given, 'access-key'), (row) => readAccessKey(row, at, this.options)),
      securityUsers: await this.#hashPasswords(users, isDryRun),
      gatewayTokens: readRows(ofType(given, 'gateway-token'), (row) =>
        readGatewayToken(row, at, { digest, random, format, hashedTokens }),
      ),
    }
  }

  /** Inserts the rows that are new and compares the others with what is stored. */
  async insert(trx: Transaction<Database>, prepared: PreparedImport): Promise<ImportReport> {
    const { brokerUsers, accessKeys, securityUsers, gatewayTokens } = this.options
    const { at } = prepared
    // Every import inserts the types in this order, so that no two deadlock.
    return [
      ...typed('broker-user', await importStorableRows(trx, brokerUserKind(brokerUsers, at), prepared.brokerUsers)),
      ...typed('access-key', await importStorableRows(trx, accessKeyKind(accessKeys, at), prepared.accessKeys)),
      ...typed('security-user', await importStorableRows(trx, securityUserKind(securityUsers), prepared.securityUsers)),
      ...typed('gateway-token', await importStorableRows(trx, gatewayTokenKind(gatewayTokens), prepared.gatewayTokens)),
    ]
  }

  /** The report that {@link insert} would make. Stores nothing. */
  dryRun(prepared: PreparedImport): Promise<ImportReport> {
    return dryRun(this.options.db, (trx) => this.insert(trx, prepared))
  }

  /** While the master key rotates: migrates the given secrets, so that an insertion finds those under the previous key. */
  async #migrateDigests(given: readonly GivenCredential[]): Promise<void> {
    const { db, brokerUsers, accessKeys, gatewayTokens } = this.options
    const valuesOf = <Type extends CredentialType>(type: Type) => ofType(given, type).map(({ value }) => value)
    await brokerUsers.migrateDigests(db, valuesOf('broker-user'))
    await accessKeys.migrateDigests(
      db,
      valuesOf('access-key').flatMap(({ secret }) => secret ?? []),
    )
    await gatewayTokens.migrateDigests(
      db,
      valuesOf('gateway-token').flatMap(
        ({ token, tokenHash }) => token ?? gatewayTokens.hashedTokens.readHash(tokenHash)?.reveal() ?? [],
      ),
    )
  }

  /**
   * Hashes the passwords of users who do not exist. A password that cannot be hashed has its row refused.
   * @throws {Unavailable} where too many passwords wait: the same rows can be imported later
   */
  async #hashPasswords(
    { rows, refusals }: ReadRows<ImportedSecurityUser>,
    isDryRun: boolean,
  ): Promise<ReadRows<ImportedSecurityUser>> {
    const { db, securityUsers, passwords } = this.options
    const names = rows.flatMap(({ value }) => (value.password ? [value.usernameKey] : []))
    const known = await securityUsers.findAllCredentials(db, names)
    const hashed: Positioned<ImportedSecurityUser>[] = []
    const failed: Positioned<Refusal>[] = []
    const addHash = async (row: Positioned<ImportedSecurityUser>): Promise<void> => {
      const { password, usernameKey } = row.value
      if (!password || known.has(usernameKey)) return void hashed.push(row)
      try {
        const passwordHash = isDryRun ? dryRunHash : await passwords.hash(password)
        hashed.push({ ...row, value: { ...row.value, passwordHash } })
      } catch (error) {
        if (error instanceof Unavailable) throw error
        failed.push({ position: row.position, value: unhashed })
      }
    }
    for (let start = 0; start < rows.length; start += hashingConcurrency) {
      await Promise.all(rows.slice(start, start + hashingConcurrency).map(addHash))
    }
    return { rows: hashed.toSorted(byPosition), refusals: [...refusals, ...failed] }
  }
}

function byPosition(one: Positioned<unknown>, other: Positioned<unknown>): number {
  return one.position - other.position
}

function ofType<Type extends CredentialType>(
  given: readonly GivenCredential[],
  type: Type,
): Positioned<Extract<GivenCredential, { type: Type }>>[] {
  const isOfType = (row: GivenCredential): row is Extract<GivenCredential, { type: Type }> => row.type === type
  return given.flatMap((value, position) => (isOfType(value) ? [{ position, value }] : []))
}

function typed(type: CredentialType, outcomes: readonly Positioned<ImportOutcome>[]): ImportReport {
  return outcomes.map((outcome) => ({ ...outcome, type }))
}
