import { hash } from '@node-rs/bcrypt'
import { Secret } from '../../crypto/secret.js'

/** The form of a salt of bcrypt: version, cost, 16 bytes in bcrypt's base64. */
const saltForm = /^\$2[aby]\$(0[4-9]|1[0-2])\$([./A-Za-z0-9]{22})$/

export function isBcryptSalt(text: string): boolean {
  return saltForm.test(text)
}

/**
 * Hashes tokens as GOV.UK Pay's service stores them: bcrypt of the token without its checksum, with one salt for all. Hashes are texts of
 * cost, salt and output; versions of bcrypt (`$2a$`, `$2b$`, `$2y$`) are the same here.
 */
export class TokenHasher {
  readonly #cost: number
  readonly #salt: Buffer
  readonly #prefix: string

  /**
   * @param salt a text that {@link isBcryptSalt}
   * @param queue runs expensive work when it is its turn
   */
  constructor(
    salt: Secret,
    readonly queue: <Result>(work: () => Promise<Result>) => Promise<Result>,
  ) {
    const [, cost, encoded = ''] = saltForm.exec(salt.reveal()) ?? []
    this.#cost = Number(cost)
    this.#salt = bytesOf(encoded)
    this.#prefix = withoutVersion(salt.reveal())
  }

  /**
   * @param token without its checksum
   * @param signal checked when the work starts
   */
  hash(token: Secret, signal?: AbortSignal): Promise<Secret> {
    return this.queue(async () => {
      signal?.throwIfAborted()
      return new Secret(withoutVersion(await hash(token.reveal(), this.#cost, this.#salt)))
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

/** bcrypt's base64 has an alphabet of its own. */
function bytesOf(encoded: string): Buffer {
  const own = './ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
  const usual = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  return Buffer.from(Array.from(encoded, (character) => usual[own.indexOf(character)]).join(''), 'base64')
}
