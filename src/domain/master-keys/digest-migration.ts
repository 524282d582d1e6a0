import type { AcceptedDigests, Digest } from '../../crypto/digest.js'
import type { RekeyedSecret, Rekeying } from './rekeying.js'

/**
 * While the master key rotates: collects what was used under the older key and moves it to the current one in the background, so that
 * a call never waits for it. What is lost on the way is collected again at its next use.
 */
export class Rekeyings {
  readonly #pending = new Map<RekeyedSecret, Map<string, Rekeying>>()
  #timer: NodeJS.Timeout | undefined

  /**
   * @param movesOn whether the previous key is the older one. While it is the coming one nothing moves.
   * @param write moves digests of one kind
   * @param onError told when a batch could not be written; it is dropped
   * @param interval milliseconds from the first use to its being written
   */
  constructor(
    readonly movesOn: () => boolean,
    readonly write: (kind: RekeyedSecret, rekeyings: readonly Rekeying[]) => Promise<void>,
    readonly onError: (error: unknown, dropped: number) => void,
    readonly interval = 1_000,
  ) {}

  /**
   * Notes a secret that was accepted.
   * @param stored the digests among which it was found
   */
  record(kind: RekeyedSecret, [to, from]: AcceptedDigests, stored: readonly Digest[]): void {
    // Nothing is judged by this comparison: the secret was accepted before.
    if (from === undefined || !this.movesOn() || !stored.some((digest) => digest.equals(from))) return
    const batch = this.#pending.get(kind) ?? new Map<string, Rekeying>()
    this.#pending.set(kind, batch.set(from.toString('base64'), { from, to }))
    this.#timer ??= setTimeout(() => void this.flush(), this.interval).unref()
  }

  /** Moves secrets before others are stored beside them: nothing may be there once under each key. */
  async moveNow(kind: RekeyedSecret, secrets: readonly AcceptedDigests[]): Promise<void> {
    if (!this.movesOn()) return
    const rekeyings = secrets.flatMap(([to, from]) => (from === undefined ? [] : [{ from, to }]))
    if (rekeyings.length > 0) await this.write(kind, rekeyings)
  }

  /** Writes what is pending, in one statement for each kind. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const batches = [...this.#pending]
    this.#pending.clear()
    for (const [kind, batch] of batches) {
      try {
        await this.write(kind, [...batch.values()])
      } catch (error) {
        this.onError(error, batch.size)
      }
    }
  }
}
