import type { KeyFingerprint } from '../../crypto/master-key.js'
import type { MasterKeys } from './repository.js'

/** What the database knows of the master keys in use: whether they may be used, and which way a rotation goes. */
export class KeyRotation {
  #movesOn = false

  constructor(
    readonly repository: MasterKeys,
    readonly current: KeyFingerprint,
    readonly previous: KeyFingerprint | undefined,
  ) {}

  /**
   * Whether the previous key is the older one, so that what is found under it moves to the current one. In the first step of a rotation it is
   * the coming one and nothing moves, least of all back.
   */
  get movesOn(): boolean {
    return this.#movesOn
  }

  /**
   * Notes that the current key is used from now on.
   * @returns why it may not be, and what to do
   */
  async begin(at: Date): Promise<string | undefined> {
    const refusal = await this.check(at)
    if (refusal !== undefined) return refusal
    await this.repository.register(at)
    const known = await this.repository.list()
    this.#movesOn = this.previous !== undefined && isBefore(known, this.previous, this.current)
    return undefined
  }

  /** Whether the keys may be used, without noting anything: why not, and what to do. */
  async check(at: Date): Promise<string | undefined> {
    return this.#judge(await this.repository.list(), at)
  }

  async #judge(known: readonly KeyFingerprint[], at: Date): Promise<string | undefined> {
    const newest = known.at(-1)
    if (newest === undefined) {
      if (this.previous === undefined || !(await this.#hasRows(at))) return undefined
      return 'the database does not know yet which master key it was written under; start once with that one as MASTER_KEY and without MASTER_KEY_PREVIOUS'
    }
    if (newest === this.current || newest === this.previous) return undefined
    if (known.includes(this.current)) {
      return 'the database is written under a newer master key by now; set MASTER_KEY to that one, or MASTER_KEY_PREVIOUS while instances write under either'
    }
    if (this.previous === undefined) {
      return 'the database was written under another master key; set MASTER_KEY to that one. To rotate it, start every instance with MASTER_KEY_PREVIOUS set to the new key first, and then with the two exchanged'
    }
    return 'the database was written under another master key than both MASTER_KEY and MASTER_KEY_PREVIOUS; one of them has to be the key that is in use'
  }

  /** Before the first key is registered every row is under an unknown one. */
  async #hasRows(at: Date): Promise<boolean> {
    return Object.values(await this.repository.usage(at)).some((count) => count > 0)
  }
}

function isBefore(known: readonly KeyFingerprint[], one: KeyFingerprint, other: KeyFingerprint): boolean {
  return known.includes(one) && known.indexOf(one) < known.indexOf(other)
}
