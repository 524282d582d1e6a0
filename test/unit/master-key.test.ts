import { randomBytes } from 'node:crypto'
import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { test } from 'tap'
import { embeddedMasterKey, isMasterKey, MasterKey, openMasterKeys, unwrap, wrap } from '../../src/crypto/master-key.js'
import { Secret } from '../../src/crypto/secret.js'

const hex = '0123456789abcdef'.repeat(4)

test('a wrapped key is unwrapped by the same key for the same context', async (t) => {
  const wrappingKey = randomBytes(32)
  for (const size of [0, 1, 32, 48, 64]) {
    const key = randomBytes(size)
    t.ok(unwrap(wrappingKey, wrap(wrappingKey, key, 'one'), 'one').equals(key), `${size} bytes`)
  }
})

test('a wrapped key holds nothing of the key, and differs each time', async (t) => {
  const wrappingKey = randomBytes(32)
  const key = randomBytes(48)
  const wrapped = wrap(wrappingKey, key, 'one')
  t.notOk(wrapped.includes(key.subarray(0, 8)))
  t.notOk(wrapped.equals(wrap(wrappingKey, key, 'one')))
})

test('a wrapped key is refused for another context', async (t) => {
  const wrappingKey = randomBytes(32)
  const wrapped = wrap(wrappingKey, randomBytes(32), 'one')
  for (const context of ['other', '', 'one ', 'One']) t.throws(() => unwrap(wrappingKey, wrapped, context))
})

test('a wrapped key is refused under another wrapping key', async (t) => {
  t.throws(() => unwrap(randomBytes(32), wrap(randomBytes(32), randomBytes(32), 'one'), 'one'))
})

test('a wrapped key of which any byte was altered or lost is refused', async (t) => {
  const wrappingKey = randomBytes(32)
  const wrapped = wrap(wrappingKey, randomBytes(32), 'one')
  for (let at = 0; at < wrapped.length; at++) {
    const altered = Buffer.from(wrapped)
    altered.writeUInt8(altered.readUInt8(at) ^ 1, at)
    t.throws(() => unwrap(wrappingKey, altered, 'one'), `altered at ${at}`)
    t.throws(() => unwrap(wrappingKey, wrapped.subarray(0, at), 'one'), `cut at ${at}`)
  }
})

test('keys for different purposes differ, and the same purpose has the same key', async (t) => {
  const masterKey = new MasterKey(new Secret(hex))
  const again = new MasterKey(new Secret(hex.toUpperCase()))
  t.equal(masterKey.derive('pepper').length, 32)
  t.ok(masterKey.derive('pepper').equals(again.derive('pepper')))
  t.notOk(masterKey.derive('pepper').equals(masterKey.derive('signing keys')))
  t.notOk(masterKey.derive('pepper').equals(new MasterKey(new Secret(hex.replace('0', '1'))).derive('pepper')))
})

test('a fingerprint is a 32-bit integer that is the same for the same key and differs for another', async (t) => {
  const fingerprint = new MasterKey(new Secret(hex)).fingerprint
  t.equal(fingerprint, fingerprint | 0)
  t.equal(new MasterKey(new Secret(hex.toUpperCase())).fingerprint, fingerprint)
  t.not(new MasterKey(new Secret(hex.replace('0', '1'))).fingerprint, fingerprint)
})

test('a key that is kept in a file and accepted as well is refused', async (t) => {
  const dataDirectory = t.testdir()
  const kept = await embeddedMasterKey(dataDirectory)
  const other = new Secret(hex)
  const pair = await openMasterKeys({ masterKey: undefined, previousMasterKey: other, dataDirectory })
  t.equal(pair.current.fingerprint, new MasterKey(kept).fingerprint)
  t.equal(pair.previous?.fingerprint, new MasterKey(other).fingerprint)
  await t.rejects(openMasterKeys({ masterKey: undefined, previousMasterKey: kept, dataDirectory }), {
    message: /MASTER_KEY_PREVIOUS is the same key/,
  })
})

test('a master key is 64 hex digits', async (t) => {
  t.ok(isMasterKey(hex))
  t.ok(isMasterKey(hex.toUpperCase()))
  for (const text of ['', hex.slice(1), `${hex}0`, `${hex}\n`, ` ${hex}`, hex.replace('a', 'g')]) {
    t.notOk(isMasterKey(text), JSON.stringify(text))
  }
  for (const text of ['', hex.slice(2), `${hex}00`, hex.replace('a', 'g')]) {
    t.throws(() => new MasterKey(new Secret(text)), { message: 'the master key is not 64 hex digits' })
  }
})

test('a master key prints nothing of itself', async (t) => {
  const masterKey = new MasterKey(new Secret(hex))
  const bytes = inspect(Buffer.from(hex, 'hex')).slice(8, 40)
  for (const text of [inspect(masterKey, { showHidden: true }), JSON.stringify(masterKey), `${masterKey}`]) {
    t.notOk(text.includes(hex))
    t.notOk(text.includes(bytes))
  }
})

test('the master key of an embedded database is made once, for its owner only', async (t) => {
  const directory = join(t.testdir(), 'data')
  const first = await embeddedMasterKey(directory)
  t.ok(isMasterKey(first.reveal()))
  t.equal((await stat(join(directory, 'master.key'))).mode & 0o777, 0o600)
  t.equal((await stat(directory)).mode & 0o777, 0o700)
  t.equal((await embeddedMasterKey(directory)).reveal(), first.reveal())
  t.equal((await readFile(join(directory, 'master.key'), 'utf8')).trim(), first.reveal())
})

test('processes that start at once get the same master key', async (t) => {
  const directory = t.testdir()
  const keys = await Promise.all(Array.from({ length: 8 }, () => embeddedMasterKey(directory)))
  t.equal(new Set(keys.map((key) => key.reveal())).size, 1)
})

test('a damaged master key is refused and left as it is', async (t) => {
  const directory = t.testdir()
  const path = join(directory, 'master.key')
  await writeFile(path, 'damaged')
  await chmod(path, 0o600)
  await t.rejects(embeddedMasterKey(directory), { message: /does not hold 64 hex digits; restore it from a backup/ })
  t.equal(await readFile(path, 'utf8'), 'damaged')
})
