import { randomBytes } from 'node:crypto'

/** A secret that was given to a server or came from it. */
export interface Plant {
  readonly what: string
  readonly value: string
}

/** How long the pieces of a secret are that may show nowhere. */
const pieceLength = 16

/** Secrets that were planted, and the search for them. */
export class Plants {
  readonly all: Plant[] = []

  /** Notes a secret that the server made. @returns the secret */
  add(what: string, value: string): string {
    this.all.push({ what, value })
    return value
  }

  /** A new secret that looks like no other text. */
  make(what: string): string {
    return this.add(what, randomBytes(24).toString('base64url'))
  }

  /** What a text holds of the secrets, each told once. @param except secrets that this text may hold */
  foundIn(text: Buffer | string, except: readonly string[] = []): string[] {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text
    return this.all
      .filter(({ what }) => !except.includes(what))
      .filter(({ value }) => piecesOf(value).some((piece) => bytes.includes(piece)))
      .map(({ what }) => what)
  }
}

/** Pieces by which a secret is recognised: its ends and its middle, and how Basic authentication and hex would show it. */
function piecesOf(secret: string): string[] {
  const middle = (secret.length - pieceLength) >> 1
  const plain = [secret.slice(0, pieceLength), secret.slice(middle, middle + pieceLength), secret.slice(-pieceLength)]
  // All JWTs of a key begin alike.
  const pieces = secret.startsWith('eyJ') ? plain.slice(2) : plain
  return [...pieces, Buffer.from(secret).toString('base64').slice(0, pieceLength), Buffer.from(secret).toString('hex')]
}
