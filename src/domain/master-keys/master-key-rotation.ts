import type { Kysely } from 'kysely'
import type { KeyFingerprint } from '../../crypto/master-key.js'
import type { Database } from '../../database/schema.js'
import type { KeyUsage } from './key-usage.js'
import type { MasterKeyRepository } from './repository.js'

export interface MasterKeyRotationOptions {
  readonly db: Kysely<Database>
  readonly repository: MasterKeyRepository
  readonly current: KeyFingerprint
  readonly previous: KeyFingerprint | undefined
  /** Counts the rows that are not under the current key. */
  readonly usage: (db: Kysely<Database>, now: Date) => Promise<KeyUsage>
}

/** Knows which master keys may be used with this database, and in which direction a rotation goes. */
export class MasterKeyRotation {
  #isMigrating = false

  constructor(readonly options: MasterKeyRotationOptions) {}

  /**
   * Whether the previous key is the older one, so that rows under it migrate to the current one. In the first step of a rotation the previous
   * key is the coming one, and nothing migrates.
   */
  get isMigrating(): boolean {
    return this.#isMigrating
  }

  /**
   * Notes that the current key is used from now on. Where that is known, it writes nothing: a database that is read-only lets a server start.
   * @returns why it may not be used, and what to do
   */
  async begin(at: Date): Promise<string | undefined> {
    const { db, repository, current, previous } = this.options
    const refusal = await this.check(at)
    if (refusal !== undefined) return refusal
    let known = await repository.list(db)
    if (!known.includes(current)) {
      await repository.register(db, current, at)
      known = await repository.list(db)
    }
    this.#isMigrating = previous !== undefined && isBefore(known, previous, current)
    return undefined
  }

  /** @returns why the keys may not be used, and what to do; changes nothing */
  async check(at: Date): Promise<string | undefined> {
    const { db, repository, current, previous } = this.options
    const known = await repository.list(db)
    const newest = known.at(-1)
    if (newest === undefined) {
      if (previous === undefined || !(await this.#hasOtherRows(at))) return undefined
      return 'the database does not know yet which master key it was written under; start once with that one as MASTER_KEY and without MASTER_KEY_PREVIOUS'
    }
    if (newest === current || newest === previous) return undefined
    if (known.includes(current)) {
      return 'the database is written under a newer master key by now; set MASTER_KEY to that one, or MASTER_KEY_PREVIOUS while instances write under either'
    }
    if (previous === undefined) {
      return 'the database was written under another master key; set MASTER_KEY to that one. To rotate it, start every instance with MASTER_KEY_PREVIOUS set to the new key first, and then with the two exchanged'
    }
    return 'the database was written under another master key than both MASTER_KEY and MASTER_KEY_PREVIOUS; one of them has to be the key that is in use'
  }

  async #hasOtherRows(at: Date): Promise<boolean> {
    const { db, usage } = this.options
    return Object.values(await usage(db, at)).some((count) => count > 0)
  }
}

function isBefore(known: readonly KeyFingerprint[], one: KeyFingerprint, other: KeyFingerprint): boolean {
  return known.includes(one) && known.indexOf(one) < known.indexOf(other)
}
