import { test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { systemRandom } from '../../../src/crypto/random.js'
import { Secret } from '../../../src/crypto/secret.js'
import { payFormat } from '../../../src/domain/gateway-tokens/token-format.js'
import { TokenHasher } from '../../../src/domain/gateway-tokens/token-hasher.js'
import { ContractCaller } from '../../support/contract-caller.js'
import { startOperatorServer } from '../../support/operator.js'

const payApiHmacSecret = new Secret('qwer9yuhgf')
const legacyTokenBcryptSalt = new Secret('$2a$04$IhaXo6LIBhKIWOiGpbtPOu')

/** Tokens as another installation made them, with their hashes. */
const format = payFormat(systemRandom, payApiHmacSecret)
const hasher = new TokenHasher(legacyTokenBcryptSalt, (work) => work())
async function newToken(): Promise<{ token: string; tokenHash: string }> {
  const token = format.generate('LIVE')
  const body = format.withoutChecksum(token)
  return { token: token.reveal(), tokenHash: `$2a$${(await hasher.hash(body as Secret)).reveal()}` }
}

test('gateway tokens of which only the hash is known', async (t) => {
  const server = await startOperatorServer(t, { payApiHmacSecret, legacyTokenBcryptSalt })
  const { asAdmin, db, services, clock } = server
  const api = new ContractCaller(contracts['gateway-tokens'], server.baseUrl)
  const lookUp = (token: string) => api.call('getTokenAccount', { token })
  const link = (count: number) => `7f0c3a52-6d0b-4c8e-9a41-7b5e2d9f0b0${count}`
  const row = (tokenHash: string, count: number) => ({
    type: 'gateway-token',
    tokenHash,
    tokenLink: link(count),
    accountId: 'MOVED',
    description: `Token ${count}`,
    createdBy: 'somebody',
    issuedAt: '2024-05-01T00:00:00Z',
    lastUsedAt: '2024-06-01T00:00:00Z',
  })
  const take = async (...rows: object[]) => (await asAdmin('importCredentials', { body: { rows } })).body.results
  const outcomes = async (...rows: object[]) => (await take(...rows)).map(({ outcome }: { outcome: string }) => outcome)
  const digests = async () =>
    (await db.selectFrom('gateway_tokens').select('digest').where('account_id', '=', 'MOVED').execute()).map(
      ({ digest }) => digest.toString('hex'),
    )

  t.afterEach(async () => {
    await services.flush()
    await db.deleteFrom('gateway_tokens').where('account_id', '=', 'MOVED').execute()
  })

  await t.test(
    'one is listed at once, and works: at the first use its own digest replaces that of the hash',
    async (t) => {
      const { token, tokenHash } = await newToken()
      t.strictSame(await outcomes(row(tokenHash, 1)), ['created'])
      t.equal(await services.gatewayTokens.hashedTokens.countUnused(), 1)
      const [before] = await digests()
      const { body } = await api.call('listGatewayTokens', { params: { account_id: 'MOVED' } })
      t.match(body.tokens, [{ token_link: link(1), last_used: '01 Jun 2024 - 00:00', created_by: 'somebody' }])
      const replies = await Promise.all(Array.from({ length: 5 }, () => lookUp(token)))
      t.strictSame(
        replies.map(({ status }) => status),
        [200, 200, 200, 200, 200],
      )
      t.match(replies[0]?.body, { account_id: 'MOVED', token_link: link(1) })
      t.equal(await services.gatewayTokens.hashedTokens.countUnused(), 0)
      t.not((await digests())[0], before)
      t.equal((await lookUp(token)).status, 200)
    },
  )

  await t.test('one that is revoked is told as revoked, and stays so', async (t) => {
    const [first, second] = [await newToken(), await newToken()]
    t.strictSame(
      await outcomes({ ...row(first.tokenHash, 1), revokedAt: '2024-07-01T00:00:00Z' }, row(second.tokenHash, 2)),
      ['created', 'created'],
    )
    await api.call('revokeGatewayToken', { params: { account_id: 'MOVED' }, body: { token_link: link(2) } })
    for (const { token } of [first, second, first]) {
      t.match((await lookUp(token)).body, { error_identifier: 'AUTH_TOKEN_REVOKED' })
    }
  })

  await t.test('one that leaked is revoked by itself', async (t) => {
    const { token, tokenHash } = await newToken()
    await take(row(tokenHash, 1))
    t.equal((await asAdmin('revokeLeakedGatewayToken', { body: { token } })).status, 200)
    t.match((await lookUp(token)).body, { error_identifier: 'AUTH_TOKEN_REVOKED' })
  })

  await t.test(
    'imported again, before or after its first use, it moves its last use and revocation forward',
    async (t) => {
      const [used, unused] = [await newToken(), await newToken()]
      await take(row(used.tokenHash, 1), row(unused.tokenHash, 2))
      clock.set('2026-01-15T10:00:00Z')
      await lookUp(used.token)
      await services.flush()
      const later = { lastUsedAt: '2025-01-01T00:00:00Z' }
      t.strictSame(await outcomes({ ...row(used.tokenHash, 1), ...later }, { ...row(unused.tokenHash, 2), ...later }), [
        'existing',
        'existing',
      ])
      const { body: active } = await api.call('listGatewayTokens', { params: { account_id: 'MOVED' } })
      const lastUses = Object.fromEntries(
        active.tokens.map((token: { token_link: string; last_used: string }) => [token.token_link, token.last_used]),
      )
      t.strictSame(lastUses, { [link(1)]: '15 Jan 2026 - 10:00', [link(2)]: '01 Jan 2025 - 00:00' })
      const revokedAt = '2025-02-01T00:00:00Z'
      t.strictSame(
        await outcomes({ ...row(used.tokenHash, 1), revokedAt }, { ...row(unused.tokenHash, 2), revokedAt }),
        ['existing', 'existing'],
      )
      for (const { token } of [used, unused])
        t.match((await lookUp(token)).body, { error_identifier: 'AUTH_TOKEN_REVOKED' })
      await take(row(used.tokenHash, 1), row(unused.tokenHash, 2))
      t.equal((await lookUp(used.token)).status, 401, 'an earlier state brings nothing back')
    },
  )

  await t.test('what can never work is refused', async (t) => {
    const { tokenHash } = await newToken()
    for (const [wrong, reason] of [
      [{ ...row(tokenHash, 1), tokenLink: undefined }, /needs its tokenLink/],
      [{ ...row(`$2a$04$${'x'.repeat(53)}`, 1) }, /with the salt/],
      [{ ...row(tokenHash, 1), tokenHash: undefined }, /neither token nor tokenHash/],
    ] as const) {
      t.match(await take(wrong), [{ outcome: 'refused', reason }])
    }
    t.equal(
      (await asAdmin('importCredentials', { body: { rows: [{ ...row(tokenHash, 1), token: 'x'.repeat(20) }] } }))
        .status,
      400,
    )
    const { token } = await newToken()
    t.equal((await lookUp(token)).status, 401, 'a token with a right checksum that nobody knows')
  })
})
