import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { test } from 'tap'
import { type Digest, digester } from '../../src/crypto/digest.js'
import { NearReads } from '../../src/database/near-reads.js'
import { inTransaction } from '../../src/database/transaction.js'
import type { NewGatewayToken, TokenLink } from '../../src/domain/gateway-tokens/gateway-token.js'
import { GatewayTokenRepository } from '../../src/domain/gateway-tokens/repository.js'
import { openTestDatabase } from '../support/database.js'

/** The fingerprint of a master key. */
const masterKey = 1

test('many gateway tokens at once', async (t) => {
  const { db } = await openTestDatabase(t)
  const gatewayTokens = new GatewayTokenRepository({ db, reads: new NearReads(db), masterKey: masterKey as never })
  const digest = digester(Buffer.alloc(32))
  const formerDigest = digester(Buffer.alloc(32, 1))
  const issuedAt = new Date('2026-01-02T03:04:05.678Z')
  const newToken = (name: string, more: Partial<NewGatewayToken> = {}): NewGatewayToken => ({
    link: randomUUID() as string as TokenLink,
    digest: digest(name),
    hint: name.slice(-4),
    accountId: `account of ${name}`,
    description: `"${name}", {a} \\ 'b'`,
    createdBy: null,
    tokenType: 'CARD',
    source: 'API',
    serviceMode: null,
    serviceExternalId: null,
    partnerId: null,
    issuedAt,
    lastUsedAt: null,
    revokedAt: null,
    ...more,
  })

  t.beforeEach(() => db.deleteFrom('gateway_tokens').execute())

  await t.test('each is stored as it is', async (t) => {
    const tokens = Array.from({ length: 300 }, (_, index) =>
      newToken(`token ${index}`, { accountId: String(index % 7), createdBy: index % 2 === 0 ? 'somebody' : null }),
    )
    t.strictSame(
      await Promise.all(tokens.map((token) => gatewayTokens.insertOne(token))),
      tokens.map(() => true),
    )
    const listed = await gatewayTokens.list(db, { accountId: '3' }, { state: 'active', source: 'API' })
    const expected = tokens.filter(({ accountId }) => accountId === '3')
    t.strictSame(
      listed
        .map(({ link, description, createdBy, issuedAt }) => ({ link, description, createdBy, issuedAt }))
        .sort(byLink),
      expected
        .map(({ link, description, createdBy, issuedAt }) => ({ link, description, createdBy, issuedAt }))
        .sort(byLink),
    )
  })

  await t.test('one that the database refuses, and those that exist, fail no other', async (t) => {
    const link = randomUUID() as string as TokenLink
    const asked = [
      newToken('before'),
      newToken('refused', { description: 'a NUL: \0' }),
      newToken('twice'),
      newToken('twice'),
      newToken('one', { link }),
      newToken('other', { link }),
      newToken('after'),
    ]
    const outcomes = await Promise.allSettled(asked.map((token) => gatewayTokens.insertOne(token)))
    t.strictSame(
      outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'refused')),
      [true, 'refused', true, false, true, false, true],
    )
    t.match(await gatewayTokens.find([digest('after')]), { accountId: 'account of after' })
    t.equal(await gatewayTokens.find([digest('refused')]), undefined)
  })

  await t.test('every look-up finds its own token, in any order and as often as it is asked for', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `token ${index}`)
    // Every third is stored under the master key before.
    const stored = names.map((name, index) => newToken(name, index % 3 === 0 ? { digest: formerDigest(name) } : {}))
    await Promise.all(stored.map((token) => gatewayTokens.insertOne(token)))
    const [revoked] = stored
    if (revoked) await inTransaction(db, (trx) => gatewayTokens.revoke(trx, revoked.link, issuedAt))
    const accepted = (name: string): [Digest, Digest] => [digest(name), formerDigest(name)]
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(250), { maxLength: 1_000 }), async (asked) => {
        const found = await Promise.all(asked.map((index) => gatewayTokens.find(accepted(`token ${index}`))))
        return found.every((token, place) => {
          const index = asked[place] ?? -1
          const own = stored[index]
          if (!own) return token === undefined
          return (
            token?.link === own.link &&
            token.accountId === own.accountId &&
            token.digest.equals(own.digest) &&
            token.isRevoked === (index === 0)
          )
        })
      }),
      { numRuns: 20 },
    )
  })
})

function byLink(one: { readonly link: string }, other: { readonly link: string }): number {
  return one.link < other.link ? -1 : 1
}
