import { test } from 'tap'
import { digester } from '../../src/crypto/digest.js'
import { type PasswordHash, passwordHashDigest } from '../../src/crypto/password-hashing.js'
import { systemRandom } from '../../src/crypto/random.js'
import type { TokenLink } from '../../src/domain/gateway-tokens/gateway-token.js'
import { ownFormat } from '../../src/domain/gateway-tokens/token-format.js'
import { compareGatewayToken, readGatewayToken } from '../../src/domain/imports/gateway-tokens.js'
import { activeHere, conflicting, existing, refused } from '../../src/domain/imports/import-outcome.js'
import { type ImportKind, importRows, readRows } from '../../src/domain/imports/import-rows.js'
import { compareSecurityUser, readSecurityUser } from '../../src/domain/imports/security-users.js'

const at = new Date('2026-01-15T10:00:00Z')
const dependencies = {
  digest: digester(Buffer.alloc(32)),
  random: systemRandom,
  format: ownFormat(systemRandom),
  hashedTokens: { areKnown: false, readHash: () => undefined },
}
const noTransaction = undefined as never

/** Rows of one letter, which is what they claim; `stored` is what the table has. */
function letters(stored: Set<string>) {
  const inserted: string[][] = []
  const kind: ImportKind<{ readonly letter: string }> = {
    claims: ({ letter }) => [letter],
    idOf: ({ letter }) => letter,
    async insert(_trx, rows) {
      const fresh = rows.map(({ letter }) => letter).filter((letter) => !stored.has(letter))
      inserted.push(rows.map(({ letter }) => letter))
      for (const letter of fresh) stored.add(letter)
      return new Set(fresh)
    },
    async compareWithStored() {
      return ({ letter }) => (stored.has(letter) ? existing : conflicting)
    },
  }
  return { kind, inserted }
}

test('rows come out as if they came one after the other, in one insertion of rows that share nothing', async (t) => {
  const { kind, inserted } = letters(new Set(['b']))
  const given = ['a', 'b', '', 'a', 'c'].map((value, position) => ({ position, value }))
  const rows = readRows(given, (letter) => (letter === '' ? refused('it is empty') : { letter }))
  const outcomes = await importRows(noTransaction, kind, rows)
  t.strictSame(
    outcomes
      .toSorted((one, other) => one.position - other.position)
      .map(({ value }) => ('reason' in value ? value.reason : value.outcome)),
    ['created', 'existing', 'it is empty', 'existing', 'created'],
  )
  t.strictSame(inserted, [['a', 'b', 'c']])
})

test('a row whose reading throws is refused, and its neighbours are read', async (t) => {
  const given = ['a', '\ud800', 'b'].map((value, position) => ({ position, value }))
  const rows = readRows(given, (letter) => ({ letter: encodeURIComponent(letter) }))
  t.strictSame(
    rows.rows.map(({ value }) => value.letter),
    ['a', 'b'],
  )
  t.strictSame(rows.refusals, [{ position: 1, value: refused('the server cannot read this row') }])
})

test('where every row is new nothing is compared, and without rows nothing is asked', async (t) => {
  const { kind, inserted } = letters(new Set())
  const compare = t.capture(kind, 'compareWithStored')
  const read = (letter: string) => ({ letter })
  t.strictSame(await importRows(noTransaction, kind, readRows([{ position: 0, value: 'a' }], read)), [
    { position: 0, value: { outcome: 'created' } },
  ])
  t.strictSame(await importRows(noTransaction, kind, readRows([], read)), [])
  t.strictSame(inserted, [['a']])
  t.strictSame(compare(), [])
})

test('a gateway token is compared by its account, its link and whether it is revoked', async (t) => {
  const given = { type: 'gateway-token', token: 'api_live_of-a-partner', accountId: 'A', description: '' } as const
  const link = '550e8400-e29b-41d4-a716-446655440000' as TokenLink
  const read = (more: object = {}) => {
    const row = readGatewayToken({ ...given, ...more }, at, dependencies)
    if ('outcome' in row) throw new Error(row.reason)
    return row
  }
  const stored = { link, accountId: 'A', isRevoked: false }
  t.strictSame(compareGatewayToken(read(), stored, false), existing)
  t.strictSame(compareGatewayToken(read({ tokenLink: link.toUpperCase() }), stored, true), existing)
  t.strictSame(compareGatewayToken(read({ revokedAt: at }), stored, false), activeHere)
  t.strictSame(compareGatewayToken(read({ revokedAt: at }), { ...stored, isRevoked: true }, false), existing)
  t.match(compareGatewayToken(read({ accountId: 'B' }), stored, false), { reason: /another account/ })
  const other = read({ tokenLink: '550e8400-e29b-41d4-a716-446655440001' })
  t.match(compareGatewayToken(other, stored, false), { reason: /another tokenLink/ })
  t.match(compareGatewayToken(other, undefined, true), { reason: /another token has this tokenLink/ })
  t.strictSame(compareGatewayToken(other, undefined, false), conflicting)
})

test('a security user is compared by a given hash, number and customer, never by a password', async (t) => {
  const read = (more: object) => {
    const row = readSecurityUser({ type: 'security-user', username: 'Grace', ...more }, at)
    if ('outcome' in row) throw new Error(row.reason)
    return row
  }
  const customerId = '29263739-2cf8-483d-af15-6151dc8448b4'
  const passwordHash = '$2b$12$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy' as PasswordHash
  const stored = { uid: 1, username: 'grace', customerId, passwordHash, importedHashDigest: undefined, isActive: true }
  t.strictSame(compareSecurityUser(read({ password: 'whichever it is' }), stored, false), existing)
  t.strictSame(
    compareSecurityUser(read({ passwordHash, customerId: customerId.toUpperCase() }), stored, false),
    existing,
  )
  t.strictSame(compareSecurityUser(read({ passwordHash, active: false }), stored, false), activeHere)
  t.match(compareSecurityUser(read({ passwordHash: passwordHash.replace('12', '10') }), stored, false), {
    reason: /another password hash/,
  })
  const own = '$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$AAAA' as PasswordHash
  const signedIn = { ...stored, passwordHash: own, importedHashDigest: passwordHashDigest(passwordHash) }
  t.strictSame(compareSecurityUser(read({ passwordHash }), signedIn, false), existing, 'a sign-in replaced the hash')
  t.match(compareSecurityUser(read({ passwordHash: passwordHash.replace('12', '10') }), signedIn, false), {
    reason: /another password hash/,
  })
  t.match(
    compareSecurityUser(read({ passwordHash, customerId: '0ea70001-0f58-44a2-80ad-953633ff2cc7' }), stored, false),
    {
      reason: /another customer/,
    },
  )
  t.strictSame(compareSecurityUser(read({ passwordHash, uid: 1 }), stored, true), existing)
  t.match(compareSecurityUser(read({ passwordHash, uid: 2 }), stored, false), { reason: /another uid/ })
  t.match(compareSecurityUser(read({ passwordHash, uid: 2 }), undefined, true), { reason: /another user has this uid/ })
  t.strictSame(compareSecurityUser(read({ passwordHash }), undefined, false), conflicting)
})
