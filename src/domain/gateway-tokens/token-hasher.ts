import { hash } from '@node-rs/bcrypt'
import { type BcryptSalt, readBcryptSalt } from '../../crypto/bcrypt-salt.js'
import { Secret } from '../../crypto/secret.js'

/**
 * Hashes tokens as GOV.UK Pay's service stores them: bcrypt of the token without its checksum, with one salt for all. Hashes are texts of
 * cost, salt and output; versions of bcrypt (`$2a$`, `$2b$`, `$2y$`) are the same here.
 */
export class TokenHasher {
  readonly #salt: BcryptSalt
  readonly #prefix: string

  /**
   * @param salt as {@link readBcryptSalt} reads it
   * @param queue runs expensive work when it is its turn
   * @throws for a text that is no salt
   */
  constructor(
    salt: Secret,
    readonly queue: <Result>(work: () => Promise<Result>) => Promise<Result>,
  ) {
    const read = readBcryptSalt(salt.reveal())
    if (!read) throw new Error('this is no salt of bcrypt')
    this.#salt = read
    this.#prefix = withoutVersion(salt.reveal())
  }

  /**
   * @param token without its checksum
   * @param signal checked when the work starts
   */
  hash(token: Secret, signal?: AbortSignal): Promise<Secret> {
    return this.queue(async () => {
      signal?.throwIfAborted()
      return new Secret(withoutVersion(await hash(token.reveal(), this.#salt.cost, this.#salt.bytes)))
    })
  }

  /** Reads a hash of another installation; `undefined` where it is none, or has another salt or cost. */
  read(text: string): Secret | undefined {
    const hash = withoutVersion(text)
    return /^[./A-Za-z0-9$]{56}$/.test(hash) && hash.startsWith(this.#prefix) ? new Secret(hash) : undefined
  }
}

/** `10$…` of `$2a$10$…`. */
function withoutVersion(text: string): string {
  return text.replace(/^\$2[aby]\$/, '')
}
