import { randomUUID } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { type Clock, secondsAfter } from '../../clock.js'
import type { WriteBehindBuffer } from '../../concurrency/write-behind-buffer.js'
import type { AcceptingDigester, Digester } from '../../crypto/digest.js'
import type { Random } from '../../crypto/random.js'
import { hintOf, type Secret } from '../../crypto/secret.js'
import type { NearReads } from '../../database/near-reads.js'
import type { Page, PageRequest } from '../../database/page.js'
import type { Database } from '../../database/schema.js'
import { inTransaction } from '../../database/transaction.js'
import type { DigestMigrator } from '../master-keys/digest-migrator.js'
import {
  generateOperatorKey,
  type Operator,
  type OperatorId,
  type OperatorRecord,
  type Role,
  stateOf,
} from './operator.js'
import type { NewOperator, OperatorChange, OperatorRepository, RemovalResult } from './repository.js'

/** The name of the operator whose key is in the configuration. */
const environmentName = 'environment'

export interface OperatorServiceOptions {
  readonly db: Kysely<Database>
  readonly reads: NearReads
  readonly repository: OperatorRepository
  readonly lastUses: WriteBehindBuffer<OperatorId, Date>
  readonly digestMigrator: DigestMigrator
  readonly digest: Digester
  readonly acceptedDigests: AcceptingDigester
  readonly clock: Clock
  readonly random: Random
}

/** Operators and their keys. */
export class OperatorService {
  constructor(readonly options: OperatorServiceOptions) {}

  /** The operator with this key, unless the key has expired. The last use of the key is written in the background. */
  async authenticate(key: string): Promise<Operator | undefined> {
    const { reads, repository, lastUses, digestMigrator, acceptedDigests, clock } = this.options
    const digests = acceptedDigests(key)
    const now = clock()
    const found = await reads.ask(async (db) => {
      const stored = await repository.find(db, digests)
      return stored && stateOf(stored.operator, now) !== 'expired' ? stored : undefined
    })
    if (!found) return undefined
    digestMigrator.migrateDigest(digests, [found.digest])
    lastUses.set(found.operator.id, now)
    return found.operator
  }

  /** Newest first. */
  list(page: PageRequest): Promise<Page<OperatorRecord>> {
    const { db, repository, clock } = this.options
    return repository.list(db, page, clock())
  }

  /** The operators whose keys expire within a time or have expired, by their expiry. */
  listExpiring(withinSeconds: number): Promise<readonly OperatorRecord[]> {
    const { db, repository, clock } = this.options
    const now = clock()
    return repository.listExpiring(db, secondsAfter(now, withinSeconds), now)
  }

  /**
   * Creates an operator with a new key.
   * @returns the operator and its key, which is readable only now; `undefined` where the name is taken
   */
  async create(
    trx: Transaction<Database>,
    { name, role, expiresAt = null }: Pick<Operator, 'name' | 'role'> & { readonly expiresAt?: Date | null },
    at: Date,
  ): Promise<{ readonly operator: OperatorRecord; readonly key: Secret } | undefined> {
    if (name === environmentName) return undefined
    const key = generateOperatorKey(this.options.random)
    const operator = { ...this.#newOperator(name, role, key, at), expiresAt }
    const inserted = await this.options.repository.insert(trx, [operator])
    if (!inserted.has(operator.id)) return undefined
    const { digest: _, ...record } = operator
    return { operator: { ...record, state: stateOf(record, at), lastUsedAt: null }, key }
  }

  /**
   * Changes when the key of an operator expires; `null` is never. One that has expired is renewed so. The key of the last admin cannot end sooner,
   * and that of the configuration never expires.
   */
  setExpiry(trx: Transaction<Database>, id: OperatorId, expiresAt: Date | null, at: Date): Promise<OperatorChange> {
    return this.options.repository.setExpiry(trx, id, expiresAt, at)
  }

  /** Removes an operator, unless it is the last admin or the one of the configuration. */
  remove(trx: Transaction<Database>, id: OperatorId): Promise<RemovalResult> {
    return this.options.repository.remove(trx, id, this.options.clock())
  }

  /** Removes the operator with a key that leaked, unless it is the last admin or the one of the configuration. */
  async removeByKey(
    trx: Transaction<Database>,
    key: string,
  ): Promise<{ readonly operator: Operator; readonly result: RemovalResult } | undefined> {
    const { repository, acceptedDigests, clock } = this.options
    const found = await repository.find(trx, acceptedDigests(key))
    return found && { operator: found.operator, result: await repository.remove(trx, found.operator.id, clock()) }
  }

  /** Whether there is an admin whose key has not expired. */
  hasAdmin(): Promise<boolean> {
    const { db, repository, clock } = this.options
    return repository.hasAdmin(db, clock())
  }

  /**
   * Stores the operator of the configuration. Where there is no admin and a terminal to show a key on, creates a first admin.
   * Where all of that is there, it writes nothing: a database that is read-only lets a server start.
   * @returns the key of the first admin, which is readable only now
   */
  async prepare(configuredKey: Secret | undefined, isTerminal: boolean): Promise<Secret | undefined> {
    const { db, repository, digest, clock } = this.options
    const isConfigured = await repository.isConfigured(db, configuredKey && digest(configuredKey.reveal()))
    if (isConfigured && (!isTerminal || (await this.hasAdmin()))) return undefined
    return inTransaction(db, async (trx) => {
      const environment = configuredKey && this.#newOperator(environmentName, 'admin', configuredKey, clock())
      await repository.deleteFromEnvironment(trx, environment?.digest)
      // The key may be that of another operator too, who then stands for it.
      if (environment) await repository.insert(trx, [{ ...environment, isFromEnvironment: true }])
      if (!isTerminal || (await repository.hasAdmin(trx, clock()))) return undefined
      // Of two instances that start at once, one creates it.
      return (await this.create(trx, { name: 'first admin', role: 'admin' }, clock()))?.key
    })
  }

  /** Writes everything that is pending in the background. */
  async flush(): Promise<void> {
    await Promise.all([this.options.lastUses.flush(), this.options.digestMigrator.flush()])
  }

  #newOperator(name: string, role: Role, key: Secret, createdAt: Date): NewOperator {
    return {
      id: randomUUID() as string as OperatorId,
      name,
      role,
      digest: this.options.digest(key.reveal()),
      hint: hintOf(key),
      isFromEnvironment: false,
      createdAt,
      expiresAt: null,
    }
  }
}
