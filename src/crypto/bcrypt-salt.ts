/** Version, cost from 4 to 12, 16 bytes in bcrypt's own base64. */
const form = /^\$2[aby]\$(0[4-9]|1[0-2])\$([./A-Za-z0-9]{22})$/

/** The alphabet of bcrypt's base64, and the usual one. */
const ownAlphabet = './ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const usualAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

export interface BcryptSalt {
  readonly cost: number
  readonly bytes: Buffer
}

/** Reads a salt as bcrypt writes it, such as `$2a$10$` and 22 characters; `undefined` for any other text. */
export function readBcryptSalt(text: string): BcryptSalt | undefined {
  const [, cost, encoded] = form.exec(text) ?? []
  if (encoded === undefined) return undefined
  const usual = Array.from(encoded, (character) => usualAlphabet[ownAlphabet.indexOf(character)]).join('')
  return { cost: Number(cost), bytes: Buffer.from(usual, 'base64') }
}
