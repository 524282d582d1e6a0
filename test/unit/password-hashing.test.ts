import { inspect } from 'node:util'
import { hash } from '@node-rs/argon2'
import { hash as bcrypt } from '@node-rs/bcrypt'
import { test } from 'tap'
import {
  generatePassword,
  importedPasswordHash,
  type PasswordHash,
  PasswordHasher,
} from '../../src/crypto/password-hashing.js'
import { systemRandom } from '../../src/crypto/random.js'
import { Secret } from '../../src/crypto/secret.js'
import { Unavailable } from '../../src/errors.js'

test('a password is hashed with Argon2id at the costs that OWASP asks for, with a salt of its own', async (t) => {
  const passwords = new PasswordHasher()
  const [one, other] = await Promise.all([passwords.hash(new Secret('p')), passwords.hash(new Secret('p'))])
  t.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  t.not(one, other)
})

test('exactly the password that was hashed matches, whatever its characters', async (t) => {
  const passwords = new PasswordHasher()
  for (const password of ['S0qUx56pW!', ' spaces stay ', 'pässwörd 密码 😀', 'x'.repeat(1024)]) {
    const stored = await passwords.hash(new Secret(password))
    t.ok(await passwords.verify(new Secret(password), stored))
    for (const wrong of [`${password} `, password.toUpperCase(), password.normalize('NFD').slice(1), '']) {
      if (wrong !== password) t.notOk(await passwords.verify(new Secret(wrong), stored))
    }
  }
})

test('without a hash nothing matches, after the work of a verification', async (t) => {
  const passwords = new PasswordHasher()
  const stored = await passwords.hash(new Secret('known'))
  const password = new Secret('S0qUx56pW!')
  const times = { known: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY }
  for (let round = 0; round < 7; round++) {
    for (const [name, hash] of [['known', stored] as const, ['unknown', undefined] as const]) {
      const started = performance.now()
      t.notOk(await passwords.verify(password, hash))
      times[name] = Math.min(times[name], performance.now() - started)
    }
  }
  t.ok(times.unknown > times.known / 3, 'a shortcut would take a thousandth')
})

test('the event loop turns while passwords are hashed', async (t) => {
  const passwords = new PasswordHasher({ concurrency: 1 })
  let turns = 0
  const timer = setInterval(() => turns++, 1)
  await Promise.all(Array.from({ length: 4 }, () => passwords.hash(new Secret('p'))))
  clearInterval(timer)
  t.ok(turns > 8, `${turns} turns`)
})

test('beyond a bounded queue hashing is refused at once, with a time to come back and without the password', async (t) => {
  const passwords = new PasswordHasher({ concurrency: 1 })
  const stored = await passwords.hash(new Secret('known'))
  const outcomes = await Promise.allSettled(
    Array.from({ length: 53 }, () => passwords.verify(new Secret('not the password'), stored)),
  )
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
  t.equal(refused.length, 2)
  for (const error of refused) {
    t.ok(error instanceof Unavailable)
    t.ok(error.retryAfterSeconds >= 1)
    t.notMatch(inspect(error), 'not the password')
  }
})

/** A hash as it stands in a database, whatever it is worth. */
const asStored = (text: string): PasswordHash => text as PasswordHash

test('hashes of bcrypt match as published', async (t) => {
  const passwords = new PasswordHasher()
  // Of crypt_blowfish 1.3 (wrapper.c), and of py-bcrypt for the variant with its own letter.
  for (const [password, stored] of [
    ['U*U', '$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW'],
    ['U*U*', '$2a$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK'],
    ['U*U*U', '$2a$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a'],
    ['', '$2a$05$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy'],
    ['U*U', '$2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW'],
    ['U*U', '$2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW'],
    [
      '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789chars after 72 are ignored',
      '$2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui',
    ],
  ] as const) {
    t.ok(await passwords.verify(new Secret(password), asStored(stored)), stored)
    t.notOk(await passwords.verify(new Secret(`not ${password}`), asStored(stored)), stored)
    t.equal(importedPasswordHash(stored), stored)
    t.notOk(passwords.isOwnHash(asStored(stored)))
  }
})

test('hashes of scrypt match as published', async (t) => {
  const passwords = new PasswordHasher()
  const vector = (costs: string, salt: string, hex: string): string =>
    `$scrypt$${costs}$${unpadded(Buffer.from(salt))}$${unpadded(Buffer.from(hex, 'hex'))}`
  // RFC 7914, section 12. Its fourth vector takes 1 GiB.
  for (const [password, stored] of [
    [
      '',
      vector(
        'ln=4,r=1,p=1',
        '',
        '77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906',
      ),
    ],
    [
      'password',
      vector(
        'ln=10,r=8,p=16',
        'NaCl',
        'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640',
      ),
    ],
    [
      'pleaseletmein',
      vector(
        'ln=14,r=8,p=1',
        'SodiumChloride',
        '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887',
      ),
    ],
  ] as const) {
    t.ok(await passwords.verify(new Secret(password), asStored(stored)), stored)
    t.notOk(await passwords.verify(new Secret(`not ${password}`), asStored(stored)), stored)
    t.equal(importedPasswordHash(stored), stored)
  }
})

test('hashes of Argon2id match at other costs than ours', async (t) => {
  const passwords = new PasswordHasher()
  // The test vectors of the reference implementation (src/test.c).
  for (const stored of [
    '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
    '$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc',
  ]) {
    t.ok(await passwords.verify(new Secret('password'), asStored(stored)), stored)
    t.notOk(await passwords.verify(new Secret('Password'), asStored(stored)), stored)
    t.equal(importedPasswordHash(stored), stored)
    t.notOk(passwords.isOwnHash(asStored(stored)))
  }
  t.ok(passwords.isOwnHash(await passwords.hash(new Secret('password'))))
})

test('the most expensive hashes that are taken can be verified', async (t) => {
  const passwords = new PasswordHasher()
  const output = unpadded(Buffer.alloc(32, 1))
  for (const stored of [
    await hash('letmein-2024', { memoryCost: 65_536, timeCost: 3, parallelism: 4 }),
    await bcrypt('letmein-2024', 12),
  ]) {
    t.ok(await passwords.verify(new Secret('letmein-2024'), asStored(stored)), stored)
  }
  for (const costs of ['ln=16,r=8,p=2', 'ln=14,r=8,p=5']) {
    const stored = `$scrypt$${costs}$c2FsdHNhbHRzYWx0c2FsdA$${output}`
    t.equal(importedPasswordHash(stored), stored)
    t.notOk(await passwords.verify(new Secret('letmein-2024'), asStored(stored)))
  }
})

test('a hash that is malformed, of another kind or too dear matches nothing and throws nothing', async (t) => {
  const passwords = new PasswordHasher()
  const output = 'CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  for (const stored of [
    '',
    'S0qUx56pW!',
    '$argon2id$',
    '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ',
    '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$',
    `$argon2id$v=19$m=65536,t=0,p=1$c29tZXNhbHQ$${output}`,
    `$argon2id$v=19$m=15,t=1,p=2$c29tZXNhbHQ$${output}`,
    `$argon2id$v=19$m=65537,t=1,p=1$c29tZXNhbHQ$${output}`,
    `$argon2id$v=19$m=65536,t=4,p=1$c29tZXNhbHQ$${output}`,
    `$argon2id$v=19$m=4096,t=3,p=5$c29tZXNhbHQ$${output}`,
    `$argon2id$v=19$m=1048576,t=1,p=1$c29tZXNhbHQ$${output}`,
    `$argon2id$v=19$m=9999999,t=1,p=1$c29tZXNhbHQ$${output}`,
    `$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$${output}`,
    `$argon2d$v=19$m=256,t=2,p=1$c29tZXNhbHQ$${output}`,
    `$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbH!$${output}`,
    '$2b$10$N9qo8uLOickgx2ZMRZoMye',
    '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhW!',
    '$2b$13$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy',
    '$2b$31$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy',
    '$2x$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy',
    `$scrypt$ln=17,r=8,p=1$c29tZXNhbHQ$${output}`,
    `$scrypt$ln=16,r=8,p=3$c29tZXNhbHQ$${output}`,
    `$scrypt$ln=20,r=8,p=1$c29tZXNhbHQ$${output}`,
    `$scrypt$ln=0,r=8,p=1$c29tZXNhbHQ$${output}`,
    `$scrypt$ln=16,r=1,p=1$c29tZXNhbHQ$${output}`,
    `$scrypt$ln=10,r=0,p=1$c29tZXNhbHQ$${output}`,
    `$scrypt$ln=10,r=8,p=0$c29tZXNhbHQ$${output}`,
    '$scrypt$ln=10,r=8,p=1$c29tZXNhbHQ$',
    '$scrypt$ln=10,r=8,p=1$c29tZXNhbHQ$AA',
    `$scrypt$ln=10,r=8,p=1$c29tZXNhbHQ$${output}=`,
    '$scrypt$ln=10,r=8,p=1$c29tZXNhbHQ',
  ]) {
    for (const password of ['', 'S0qUx56pW!']) {
      t.equal(await passwords.verify(new Secret(password), asStored(stored)), false, stored)
    }
    t.equal(importedPasswordHash(stored), undefined, stored)
  }
})

test('a generated password has 20 characters of base62, and is another one each time', (t) => {
  const made = Array.from({ length: 100 }, () => generatePassword(systemRandom).reveal())
  for (const password of made) t.match(password, /^[0-9A-Za-z]{20}$/)
  t.equal(new Set(made).size, 100)
  t.end()
})

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
