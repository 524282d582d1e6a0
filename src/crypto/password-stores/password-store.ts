/** Tells whether a password is the one that was hashed. */
export type PasswordVerifier = (password: string) => Promise<boolean>

/** A kind of password hash, in all the forms in which software writes it. */
export interface PasswordStore {
  /** What a hash may cost at most, in words for an operator; `undefined` where it costs nothing worth a bound. */
  readonly maxCosts: string | undefined
  /** @returns `undefined` for a hash that is malformed, of another kind, or costs more than {@link maxCosts} */
  readonly verifierOf: (hash: string) => PasswordVerifier | undefined
}

/** @returns `undefined` for what no encoder writes */
export type Decoder = (text: string) => Buffer | undefined

export const utf8: Decoder = (text) => Buffer.from(text)

export const hex: Decoder = (text) => (/^(?:[0-9a-f]{2})+$/.test(text) ? Buffer.from(text, 'hex') : undefined)

export const paddedBase64: Decoder = (text) => {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}

export const unpaddedBase64: Decoder = (text) => {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64').replace(/=+$/, '') === text ? bytes : undefined
}

/** The base64 of passlib, unpadded and with a dot in place of the plus sign. */
export const dottedBase64: Decoder = (text) =>
  text.includes('+') ? undefined : unpaddedBase64(text.replaceAll('.', '+'))

/** A form in which software writes a salt and the output of a function, as groups of these names. */
export interface HashForm {
  readonly pattern: RegExp
  readonly salt: Decoder
  readonly output: Decoder
}

export interface ReadHash {
  /** The groups of the pattern. */
  readonly parameters: Readonly<Record<string, string | undefined>>
  readonly salt: Buffer
  readonly output: Buffer
}

/** Reads a hash in the form that fits it. An output of fewer than 16 bytes is not accepted. */
export function readHash(hash: string, forms: readonly HashForm[]): ReadHash | undefined {
  for (const form of forms) {
    const parameters = form.pattern.exec(hash)?.groups
    if (!parameters) continue
    const salt = form.salt(parameters.salt ?? '')
    const output = form.output(parameters.output ?? '')
    return salt && output && output.length >= 16 ? { parameters, salt, output } : undefined
  }
  return undefined
}
