import { execFile } from 'node:child_process'
import { createHash, pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { hash as argon2 } from '@node-rs/argon2'
import { hash as bcrypt } from '@node-rs/bcrypt'

/** Hashes a password as other software does. */
export type OldHash = (password: string) => Promise<string>

const bcryptCost = 10
/** Django's of 2021. */
const iterations = 260_000
/** The number by which the package knows Argon2i; its own name for it exists as a type only. */
const argon2i = 1

function derive(password: string, salt: string): Promise<Buffer> {
  return promisify(pbkdf2)(password, salt, iterations, 32, 'sha256')
}

/** Seven stores of passwords, with costs that they recommend or once had by default. */
export const oldHashes: Readonly<Record<string, OldHash>> = {
  'Django, PBKDF2': async (password) => {
    const salt = randomBytes(11).toString('hex')
    return `pbkdf2_sha256$${iterations}$${salt}$${(await derive(password, salt)).toString('base64')}`
  },
  'Werkzeug, PBKDF2': async (password) => {
    const salt = randomBytes(8).toString('hex')
    return `pbkdf2:sha256:${iterations}$${salt}$${(await derive(password, salt)).toString('hex')}`
  },
  'Django, bcrypt over SHA-256': async (password) =>
    `bcrypt_sha256$${await bcrypt(createHash('sha256').update(password).digest('hex'), bcryptCost)}`,
  'Spring, bcrypt': async (password) => `{bcrypt}${await bcrypt(password, bcryptCost)}`,
  '/etc/shadow, SHA-512-crypt': async (password) =>
    (await promisify(execFile)('openssl', ['passwd', '-6', password])).stdout.trim(),
  'LDAP, salted SHA-256': async (password) => {
    const salt = randomBytes(8)
    const digest = createHash('sha256').update(password).update(salt).digest()
    return `{SSHA256}${Buffer.concat([digest, salt]).toString('base64')}`
  },
  'argon2-cffi, Argon2i': (password) =>
    argon2(password, { algorithm: argon2i, memoryCost: 16_384, timeCost: 2, parallelism: 1 }),
}
