import { inspect } from 'node:util'
import type { Digest, Digester } from './digest.js'

const hidden = '[secret]'

/**
 * A secret that prints nothing: not in a log, an error, a template string, JSON or a debugger's dump.
 * Only {@link Secret.reveal} gives it away, so that every such place can be found by its name.
 */
export class Secret {
  readonly #value: string

  constructor(value: string) {
    this.#value = value
  }

  reveal(): string {
    return this.#value
  }

  toString(): string {
    return hidden
  }

  toJSON(): string {
    return hidden
  }

  [inspect.custom](): string {
    return hidden
  }
}

/** The last four characters (code points) of a secret, by which its owner can recognise it; nothing of a short one. */
export function hintOf(secret: Secret): string {
  const characters = [...secret.reveal()]
  return characters.length < 16 ? '' : characters.slice(-4).join('')
}

/** What is stored of a random secret. */
export interface StoredSecret {
  readonly digest: Digest
  /** Its last characters, for its owner. */
  readonly hint: string
}

export function storedSecret(secret: Secret, digest: Digester): StoredSecret {
  return { digest: digest(secret.reveal()), hint: hintOf(secret) }
}
