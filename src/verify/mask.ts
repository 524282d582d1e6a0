import { uuidPattern } from '../uuid.js'

/** Texts that look like a token, a key or a hash. */
const tokenLike = /[A-Za-z0-9_+/=-]{16,}(?:\.[A-Za-z0-9_+/=-]+)*/g

/** Keeps secrets out of a report: those that were sent, and whatever in an answer looks like one. */
export class Mask {
  readonly #secrets = new Set<string>()

  /** Hides a text that was sent as a credential, wherever it stands. */
  add(secret: string): void {
    if (secret.length > 3) this.#secrets.add(secret)
  }

  /** A text of at most 200 characters without secrets. */
  apply(text: string): string {
    let masked = text
    for (const secret of this.#secrets) masked = masked.replaceAll(secret, '…')
    masked = masked.replaceAll(tokenLike, (found) =>
      uuidPattern.test(found) || !/[0-9]/.test(found) ? found : `${found.slice(0, 4)}…`,
    )
    return masked.length > 200 ? `${masked.slice(0, 200)}…` : masked
  }
}
