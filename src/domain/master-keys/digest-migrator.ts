import type { Kysely } from 'kysely'
import { WriteBehindBuffer } from '../../concurrency/write-behind-buffer.js'
import type { AcceptedDigests, Digest } from '../../crypto/digest.js'
import type { DigestMigration } from '../../database/migrate-digests.js'
import type { Database } from '../../database/schema.js'

export interface DigestMigratorOptions {
  readonly db: Kysely<Database>
  /** Whether the previous master key is the older one. While it is the coming one, nothing migrates. */
  readonly isMigrating: () => boolean
  /** Stores digests under the current master key: a method of the repository that stores them. */
  readonly migrateDigests: (db: Kysely<Database>, migrations: readonly DigestMigration[]) => Promise<void>
  /** Told how many digests could not be stored. They migrate at the next use of their secrets. */
  readonly onDropped: (count: number, error: unknown) => void
  /** From the first use to its write, and between writes. */
  readonly intervalMs?: number
}

/** Migrates the digests of one kind of secret to the current master key when their secrets are used. */
export class DigestMigrator {
  /** By the digest under the older key in base64. */
  readonly #buffer: WriteBehindBuffer<string, DigestMigration>

  constructor(readonly options: DigestMigratorOptions) {
    const { db, migrateDigests, onDropped, intervalMs } = options
    this.#buffer = new WriteBehindBuffer({
      write: (batch) => migrateDigests(db, [...batch.values()]),
      onDropped,
      ...(intervalMs !== undefined && { intervalMs }),
    })
  }

  /** Whether digests migrate to the current master key. */
  get isMigrating(): boolean {
    return this.options.isMigrating()
  }

  /**
   * Migrates the digest of a secret that was accepted, in the background.
   * @param stored the digests among which it was found
   */
  migrateDigest([to, from]: AcceptedDigests, stored: readonly Digest[]): void {
    // Buffer.equals, since nothing is decided by this comparison: the secret was accepted before.
    if (from === undefined || !this.isMigrating || !stored.some((digest) => digest.equals(from))) return
    this.#buffer.set(from.toString('base64'), { from, to })
  }

  /** Migrates digests at once, before new ones are stored beside them: no secret may be stored under both keys. */
  async migrateDigestsNow(db: Kysely<Database>, secrets: readonly AcceptedDigests[]): Promise<void> {
    if (!this.isMigrating) return
    const migrations = secrets.flatMap(([to, from]) => (from === undefined ? [] : [{ from, to }]))
    if (migrations.length > 0) await this.options.migrateDigests(db, migrations)
  }

  /** Writes everything that is pending. */
  flush(): Promise<void> {
    return this.#buffer.flush()
  }
}
