import { test } from 'tap'
import contract from '../../generated/operator/contract.json' with { type: 'json' }
import { importedPasswordHash, type PasswordHash, PasswordHasher } from '../../src/crypto/password-hashing.js'
import { maxPasswordCosts } from '../../src/crypto/password-verifier.js'
import { Secret } from '../../src/crypto/secret.js'
import { type ForeignHash, foreignHashes } from '../support/password-hashes.js'

const passwords = new PasswordHasher({ costs: { memoryKib: 64, iterations: 1 } })
const verify = (password: string, hash: string) => passwords.verify(new Secret(password), hash as PasswordHash)

for (const [store, hashes] of Object.entries(foreignHashes)) {
  test(`hashes of ${store}, as other software writes them, match their password and no other`, async (t) => {
    for (const { writtenBy, password, hash } of hashes as readonly ForeignHash[]) {
      t.equal(importedPasswordHash(hash), hash, writtenBy)
      t.ok(await verify(password, hash), `${writtenBy}: ${hash}`)
      t.notOk(await verify(`${password} `, hash), `${writtenBy}: ${hash}`)
      t.notOk(passwords.isOwnHash(hash as PasswordHash))
    }
  })
}

test('a hash of other software that is cut never matches, and one with something around it is refused', async (t) => {
  for (const { hash, password } of Object.values(foreignHashes).flat()) {
    t.notOk(await verify(password, hash.slice(0, -2)), hash)
    for (const malformed of [`${hash}!`, `${hash}\n`, `${hash}$`, ` ${hash}`, `{noop}${hash}`]) {
      t.equal(importedPasswordHash(malformed), undefined, malformed)
    }
  }
})

const hex64 = 'ab'.repeat(32)
const base64Of32 = Buffer.alloc(32, 1).toString('base64')
const dotted = base64Of32.replace('=', '')
const salt22 = '78elE7QqYxlnvgKDhA2Bx.'
const bcrypt31 = 'S3B6oNp9OPuX2SUtZ1KHRNHrUMAwpd2'

test('a hash of a known store with a malformed part or too high costs matches nothing and throws nothing', async (t) => {
  for (const hash of [
    `pbkdf2_sha256$0$salt$${base64Of32}`,
    `pbkdf2_sha256$-1$salt$${base64Of32}`,
    `pbkdf2_sha256$1e3$salt$${base64Of32}`,
    `pbkdf2_sha256$1200001$salt$${base64Of32}`,
    `pbkdf2_sha256$99999999$salt$${base64Of32}`,
    `pbkdf2_sha256$1000$$${base64Of32}`,
    `pbkdf2_sha256$1000$salt$${dotted}`,
    `pbkdf2_md5$1000$salt$${base64Of32}`,
    `pbkdf2_sha1$400001$salt$${Buffer.alloc(20).toString('base64')}`,
    `$pbkdf2-sha256$1200001$c2FsdA$${dotted}`,
    `$pbkdf2-sha256$1000$c2FsdA$${dotted.replace('A', '+')}`,
    `$pbkdf2-sha256$1000$c2FsdA$${base64Of32}`,
    `$pbkdf2-sha512$1000$c2FsdA$${dotted}`,
    `$pbkdf2-sha1$1000$c2FsdA$${dotted}`,
    `pbkdf2:sha256$salt$${hex64}`,
    `pbkdf2:sha256:1200001$salt$${hex64}`,
    `pbkdf2:sha512:400001$salt$${hex64}${hex64}`,
    `pbkdf2:sha256:1000$salt$${hex64.toUpperCase()}`,
    `pbkdf2:md5:1000$salt$${hex64}`,
    `keycloak$pbkdf2-sha256$600001$c2FsdA==$${Buffer.alloc(64).toString('base64')}`,
    `keycloak$pbkdf2-sha256$1000$c2FsdA$${base64Of32}`,
    `keycloak$argon2$5$c2FsdA==$${base64Of32}`,
    `$6$rounds=100001$salt$${'a'.repeat(86)}`,
    `$6$rounds=999$salt$${'a'.repeat(86)}`,
    `$6$rounds=0999$salt$${'a'.repeat(86)}`,
    `$6$rounds=$salt$${'a'.repeat(86)}`,
    `$6$salt-of-17-chars-$${'a'.repeat(86)}`,
    `$6$salt$${'a'.repeat(43)}`,
    `$5$salt$${'a'.repeat(86)}`,
    `$1$salt$${'a'.repeat(22)}`,
    `{SHA512-CRYPT}$6$salt$${'a'.repeat(86)}`,
    `$argon2i$v=19$m=65537,t=1,p=1$c29tZXNhbHQ$${dotted}`,
    `argon2$argon2id$v=19$m=102400,t=2,p=8$c29tZXNhbHQ$${dotted}`,
    `$bcrypt-sha256$v=2,t=2b,r=13$${salt22}$${bcrypt31}`,
    `$bcrypt-sha256$v=2,t=2b,r=3$${salt22}$${bcrypt31}`,
    `$bcrypt-sha256$v=3,t=2b,r=4$${salt22}$${bcrypt31}`,
    `$bcrypt-sha256$2b,13$${salt22}$${bcrypt31}`,
    `bcrypt_sha256$$2b$13$${salt22}${bcrypt31}`,
    `bcrypt_sha256$2b$04$${salt22}${bcrypt31}`,
    `{bcrypt}$2a$13$${salt22}${bcrypt31}`,
    `{BCRYPT}$2a$04$${salt22}${bcrypt31}`,
    '{noop}letmein-2024',
    '{SSHA}GzIdZWwJEzjDrL0zy4CO7upV6TRvv/HW',
    `{SSHA256}${base64Of32}`,
    `{SSHA512}${Buffer.alloc(40).toString('base64')}`,
    `{SHA256}${base64Of32}`,
    `sha256$$${hex64}`,
    `sha256$salt$${hex64}ab`,
    `sha512$salt$${hex64}`,
    `scrypt:1000:8:1$salt$${hex64}${hex64}`,
    `scrypt:131072:8:1$salt$${hex64}${hex64}`,
    `scrypt:0:8:1$salt$${hex64}${hex64}`,
    `scrypt:16384:8:1$salt$${hex64}`,
    `scrypt$16384$salt$8$9$${Buffer.alloc(64).toString('base64')}`,
  ]) {
    t.equal(importedPasswordHash(hash), undefined, hash)
    t.equal(await verify('letmein-2024', hash), false, hash)
  }
})

test('the highest costs of each store are those that the refusal tells', (t) => {
  for (const hash of [
    `pbkdf2_sha256$1200000$salt$${base64Of32}`,
    `keycloak$pbkdf2-sha256$600000$c2FsdA==$${Buffer.alloc(64).toString('base64')}`,
    `pbkdf2:sha512:400000$salt$${hex64}${hex64}`,
    `$6$rounds=100000$salt$${'a'.repeat(86)}`,
    `$5$rounds=100000$salt$${'a'.repeat(43)}`,
    `{bcrypt}$2a$12$${salt22}${bcrypt31}`,
    `$bcrypt-sha256$v=2,t=2b,r=12$${salt22}$${bcrypt31}`,
    `scrypt:65536:8:2$salt$${hex64}${hex64}`,
  ]) {
    t.equal(importedPasswordHash(hash), hash)
  }
  for (const bound of ['1,200,000 iterations with SHA-256', '400,000 with SHA-512', '100,000 rounds', 'cost 12']) {
    t.match(maxPasswordCosts, bound)
  }
  t.end()
})

test('a password of more than 256 bytes matches no SHA-crypt, whose rounds each hash it', async (t) => {
  const { hash } = foreignHashes.sha512crypt[0]
  const started = performance.now()
  t.notOk(await verify('x'.repeat(1_000_000), hash))
  t.ok(performance.now() - started < 1_000)
})

test('the event loop turns while a hash of SHA-crypt is computed', async (t) => {
  let turns = 0
  const timer = setInterval(() => turns++, 1)
  await verify('letmein-2024', `$6$rounds=20000$salt$${'a'.repeat(86)}`)
  clearInterval(timer)
  t.ok(turns > 8, `${turns} turns`)
})

test('the contract lets every hash through that the server can verify', (t) => {
  const { SecurityUserCreation, ImportedSecurityUser } = contract.components.schemas
  for (const { properties } of [SecurityUserCreation, ImportedSecurityUser]) {
    const pattern = new RegExp(properties.passwordHash.pattern, 'u')
    for (const { hash } of Object.values(foreignHashes).flat()) t.match(hash, pattern)
    t.notMatch('{noop}a password that is as long as a hash', pattern)
    t.notMatch('a password that is as long as a hash', pattern)
  }
  t.end()
})
