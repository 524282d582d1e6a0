import type { Kysely } from 'kysely'
import type { Clock } from '../../clock.js'
import type { Database } from '../../database/schema.js'
import type { SigningKeyService } from '../signing-keys/service.js'
import { OtherMasterKey } from '../signing-keys/signing-key-wrapper.js'
import type { KeyUsage } from './key-usage.js'
import type { MasterKeyRotation } from './master-key-rotation.js'

export interface MasterKeyServiceOptions {
  readonly db: Kysely<Database>
  readonly rotation: MasterKeyRotation
  readonly signingKeys: Pick<SigningKeyService, 'load'>
  readonly clock: Clock
}

/** The master keys of a process, and the database that is written under them. */
export class MasterKeyService {
  constructor(readonly options: MasterKeyServiceOptions) {}

  /**
   * Begins to use the master keys, at the start of the process. Signing keys under the older key are encrypted anew.
   * @returns why the start is refused, and what to do
   */
  async begin(): Promise<string | undefined> {
    const { rotation, signingKeys, clock } = this.options
    // First the signing keys: a wrong master key must not be registered as the one in use.
    const refusal = (await this.#checkSigningKeys()) ?? (await rotation.begin(clock()))
    if (refusal === undefined && rotation.isMigrating) await signingKeys.load()
    return refusal
  }

  /**
   * Checks the master keys against the database, and changes nothing.
   * @returns why a start would be refused, and what to do
   */
  async check(): Promise<string | undefined> {
    const { rotation, clock } = this.options
    return (await this.#checkSigningKeys()) ?? (await rotation.check(clock()))
  }

  /** Whether the database was ever written under more than one key: rows under another one are only there then. */
  async wasEverRotated(): Promise<boolean> {
    const { db, rotation } = this.options
    return (await rotation.options.repository.list(db)).length > 1
  }

  /** Counts the rows that can still be used and are not under the current master key. */
  usage(): Promise<KeyUsage> {
    const { db, rotation, clock } = this.options
    return rotation.options.usage(db, clock())
  }

  async #checkSigningKeys(): Promise<string | undefined> {
    try {
      await this.options.signingKeys.load()
      return undefined
    } catch (error) {
      if (!(error instanceof OtherMasterKey)) throw error
      return 'the signing keys in the database were encrypted under another master key; set MASTER_KEY to that one, or MASTER_KEY_PREVIOUS while it rotates'
    }
  }
}
