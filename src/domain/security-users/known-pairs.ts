import type { CountedAddress } from './counted-address.js'
import type { UsernameKey } from './security-user.js'

/** More would fill the memory of a process with many users. The pair that is longest without a sign-in goes first. */
const maxPairs = 10_000

/** The users and addresses of the latest sign-ins of this process. They only decide who waits for whom; limits are rows. */
export class KnownPairs {
  /** In the order of their latest sign-ins. */
  readonly #pairs = new Set<string>()

  add(username: UsernameKey, address: CountedAddress): void {
    const pair = pairOf(username, address)
    this.#pairs.delete(pair)
    this.#pairs.add(pair)
    if (this.#pairs.size <= maxPairs) return
    const [oldest] = this.#pairs
    if (oldest !== undefined) this.#pairs.delete(oldest)
  }

  has(username: UsernameKey, address: CountedAddress): boolean {
    return this.#pairs.has(pairOf(username, address))
  }
}

function pairOf(username: UsernameKey, address: CountedAddress): string {
  return `${address} ${username}`
}
