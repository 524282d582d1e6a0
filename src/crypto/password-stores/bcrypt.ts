import { createHash, createHmac } from 'node:crypto'
import { verify } from '@node-rs/bcrypt'
import type { PasswordStore, PasswordVerifier } from './password-store.js'

const minCost = 4
const maxCost = 12

/**
 * bcrypt as `$2a$`, `$2b$` or `$2y$`, of which only the first 72 bytes of a password count, and bcrypt over a digest of the password, as Django
 * and passlib have it for longer ones.
 */
export const bcrypt: PasswordStore = { maxCosts: 'bcrypt: cost 12', verifierOf }

/** As it is, and with the names that Spring, LDAP and Django write before it. */
const plainForm = /^(?:\{bcrypt\}|\{CRYPT\}|bcrypt\$)?(?<hash>\$2[aby]\$(?<cost>\d\d)\$[./A-Za-z0-9]{53})$/
const djangoForm = /^bcrypt_sha256\$(?<hash>\$2[aby]\$(?<cost>\d\d)\$[./A-Za-z0-9]{53})$/
/** Since passlib 1.7.3, and before. */
const passlibForm =
  /^\$bcrypt-sha256\$v=2,t=(?<variant>2[ab]),r=(?<cost>\d\d?)\$(?<salt>[./A-Za-z0-9]{22})\$(?<output>[./A-Za-z0-9]{31})$/
const oldPasslibForm =
  /^\$bcrypt-sha256\$(?<variant>2[ab]),(?<cost>\d\d?)\$(?<salt>[./A-Za-z0-9]{22})\$(?<output>[./A-Za-z0-9]{31})$/

function verifierOf(hash: string): PasswordVerifier | undefined {
  const plain = plainForm.exec(hash)?.groups
  if (plain) return verifier(plain.hash, plain.cost, (password) => password)
  const django = djangoForm.exec(hash)?.groups
  if (django) return verifier(django.hash, django.cost, (password) => sha256(password).digest('hex'))
  const passlib = passlibForm.exec(hash)?.groups
  if (passlib) {
    const { salt = '' } = passlib
    return verifier(usualForm(passlib), passlib.cost, (text) =>
      createHmac('sha256', salt).update(text).digest('base64'),
    )
  }
  const oldPasslib = oldPasslibForm.exec(hash)?.groups
  return oldPasslib && verifier(usualForm(oldPasslib), oldPasslib.cost, (text) => sha256(text).digest('base64'))
}

/** @param prepare makes of a password what bcrypt is given */
function verifier(
  hash: string | undefined,
  cost: string | undefined,
  prepare: (password: string) => string,
): PasswordVerifier | undefined {
  if (hash === undefined || Number(cost) < minCost || Number(cost) > maxCost) return undefined
  return (password) => verify(prepare(password), hash)
}

function sha256(text: string): ReturnType<typeof createHash> {
  return createHash('sha256').update(text)
}

function usualForm({ variant, cost = '', salt, output }: Record<string, string>): string {
  return `$${variant}$${cost.padStart(2, '0')}$${salt}${output}`
}
