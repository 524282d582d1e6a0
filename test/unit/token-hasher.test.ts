import { verify } from '@node-rs/bcrypt'
import { test } from 'tap'
import { readBcryptSalt } from '../../src/crypto/bcrypt-salt.js'
import { Secret } from '../../src/crypto/secret.js'
import { TokenHasher } from '../../src/domain/gateway-tokens/token-hasher.js'

const salt = '$2a$04$IhaXo6LIBhKIWOiGpbtPOu'
const hasher = new TokenHasher(new Secret(salt), (work) => work())

test('a token has one hash, which bcrypt verifies', async (t) => {
  const hash = (await hasher.hash(new Secret('testbearertoken'))).reveal()
  t.equal((await hasher.hash(new Secret('testbearertoken'))).reveal(), hash)
  for (const version of ['$2a$', '$2b$', '$2y$']) {
    t.ok(await verify('testbearertoken', version + hash), version)
    t.equal(hasher.read(version + hash)?.reveal(), hash, version)
  }
})

test('a hash of another salt, of another cost or of another kind is none', (t) => {
  const output = 'x'.repeat(31)
  for (const text of [
    `${salt.replace('04', '05')}${output}`,
    `${salt.replace('IhaX', 'IhaY')}${output}`,
    `$2a$04$${'x'.repeat(22)}${output}`,
    `$argon2id$v=19${output}`,
    '',
  ]) {
    t.equal(hasher.read(text), undefined, text)
  }
  t.end()
})

test('a salt has a version, a cost from 4 to 12 and 22 characters', (t) => {
  t.ok(readBcryptSalt(salt))
  for (const text of ['', 'salt', salt.slice(0, -1), `${salt}x`, salt.replace('04', '03'), salt.replace('04', '13')]) {
    t.notOk(readBcryptSalt(text), text)
  }
  t.end()
})
