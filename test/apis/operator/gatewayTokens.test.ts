import { sql } from 'kysely'
import { test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { systemRandom } from '../../../src/crypto/random.js'
import { ownFormat } from '../../../src/domain/gateway-tokens/token-format.js'
import { type CallReply, ContractCaller } from '../../support/contract-caller.js'
import { maxPageSize, startOperatorServer } from '../../support/operator.js'
import { startServer, testMasterKey } from '../../support/server.js'

const accountId = 'OPERATED_ACCOUNT'
const activeLink = '550e8400-e29b-41d4-a716-446655448001'
const activeToken = 'twg_OperatorExampleDemoTokenIsActive1J1ITY'
const leakedLink = '550e8400-e29b-41d4-a716-446655448002'
const leakedToken = 'twg_OperatorExampleDemoTokenItLeaked3a0uZL'
const revokedLink = '550e8400-e29b-41d4-a716-446655448003'
const revokedToken = 'twg_OperatorExampleDemoTokenRevoked138ptCg'
const notFound = {
  type: 'urn:tokenwright:problem:not-found',
  title: 'Not Found',
  status: 404,
  detail: 'There is no gateway token with this link.',
}
const alreadyRevoked = {
  type: 'urn:tokenwright:problem:wrong-state',
  title: 'Conflict',
  status: 409,
  detail: 'The token is revoked.',
  state: 'revoked',
}

/** What a token is for where nothing is said of it. */
const ofNobody = {
  partnerId: null,
  tokenType: 'CARD',
  source: 'API',
  serviceMode: null,
  serviceExternalId: null,
}

test('gateway tokens', async (t) => {
  const masterKey = testMasterKey()
  const server = await startOperatorServer(t, { masterKey })
  const { asAdmin, asViewer, audit, caller, clock, db } = server
  const api = new ContractCaller(contracts['gateway-tokens'], server.baseUrl)
  const lookUp = async (token: string) => (await api.call('getTokenAccount', { token })).body
  const create = (body: unknown) => asAdmin('createGatewayToken', { body })
  const revoke = (tokenLink: string) => asAdmin('revokeGatewayTokenByLink', { params: { tokenLink } })
  const pointers = ({ body }: CallReply) => body.errors.map(({ pointer }: { pointer: string }) => pointer)
  const links = ({ body }: CallReply) => body.items.map(({ tokenLink }: { tokenLink: string }) => tokenLink)

  t.beforeEach(async () => {
    clock.set('2026-01-15T10:00:00Z')
    await server.restoreDemo()
  })

  await t.test('a new token is shown once and works at once', async (t) => {
    const created = await create({ accountId: 'NEW_ACCOUNT', description: '', createdBy: 'Support desk' })
    t.equal(created.status, 201)
    const { token, tokenLink } = created.body
    t.match(token, /^twg_[0-9A-Za-z]{38}$/)
    const record = {
      tokenLink,
      accountId: 'NEW_ACCOUNT',
      description: '',
      createdBy: 'Support desk',
      ...ofNobody,
      state: 'active',
      hint: `twg_…${token.slice(-4)}`,
      issuedAt: '2026-01-15T10:00:00.000Z',
      lastUsedAt: null,
      revokedAt: null,
    }
    t.strictSame(created.body, { ...record, token })
    const listed = await asAdmin('searchGatewayTokens', { query: { accountId: 'NEW_ACCOUNT' } })
    t.strictSame(listed.body, { items: [record], nextCursor: null })
    t.match(await lookUp(token), { account_id: 'NEW_ACCOUNT' })
    t.strictSame(await audit({ subject: tokenLink }), [
      {
        actor: 'demo admin',
        action: 'gateway-token.create',
        subject: tokenLink,
        detail: 'account: NEW_ACCOUNT, token: made',
        result: 'succeeded',
      },
    ])
    t.notMatch((await asAdmin('listAuditEvents')).text, token)
  })

  await t.test(
    'a token from elsewhere keeps its link and date, is shown by its last characters, and works',
    async (t) => {
      const token = 'api_live_Zm9vYmFy.~+/=imported1234'
      const tokenLink = '7F0C3A52-6D0B-4C8E-9A41-7B5E2D9F0B01'
      const created = await create({
        accountId: 'IMPORTED',
        description: 'From before',
        createdBy: null,
        token,
        tokenLink,
        issuedAt: '2024-05-01T02:00:00.5+02:00',
      })
      t.equal(created.status, 201)
      t.strictSame(created.body, {
        token,
        tokenLink: tokenLink.toLowerCase(),
        accountId: 'IMPORTED',
        description: 'From before',
        createdBy: null,
        ...ofNobody,
        state: 'active',
        hint: '…1234',
        issuedAt: '2024-05-01T00:00:00.500Z',
        lastUsedAt: null,
        revokedAt: null,
      })
      t.match(await lookUp(token), { account_id: 'IMPORTED' })
      t.equal((await revoke(tokenLink)).status, 404, 'a link is compared exactly')
      t.equal((await revoke(tokenLink.toLowerCase())).status, 200)
      t.strictSame(await lookUp(token), {
        message: 'The bearer token has been revoked',
        error_identifier: 'AUTH_TOKEN_REVOKED',
        token_link: tokenLink.toLowerCase(),
      })
      t.match((await audit({ subject: tokenLink.toLowerCase() }))[1], { detail: 'account: IMPORTED, token: given' })
    },
  )

  await t.test('a token of this form that is brought from another installation works too', async (t) => {
    const token = ownFormat(systemRandom).generate(undefined).reveal()
    t.equal((await create({ accountId: 'MOVED', description: '', token })).status, 201)
    t.match(await lookUp(token), { account_id: 'MOVED' })
  })

  await t.test('a token that only begins like ours is refused: no look-up would know it', async (t) => {
    const token = `${activeToken.slice(0, -1)}Z`
    const reply = await create({ accountId: 'A', description: '', token })
    t.equal(reply.status, 400)
    t.strictSame(pointers(reply), ['#/token'])
    t.notMatch(reply.text, token)
  })

  await t.test('a token, and a link, is taken once, also by many at once', async (t) => {
    const exists = await create({ accountId: 'A', description: '', token: activeToken })
    t.equal(exists.status, 409)
    t.strictSame(exists.body, {
      type: 'urn:tokenwright:problem:already-exists',
      title: 'Conflict',
      status: 409,
      detail: 'This token, or a token with this link, exists.',
    })
    const linkExists = await create({ accountId: 'A', description: '', tokenLink: activeLink.toUpperCase() })
    t.equal(linkExists.status, 409)
    const replies = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        create({ accountId: `A${index}`, description: '', token: 'imported-by-many-at-once' }),
      ),
    )
    t.strictSame(replies.map(({ status }) => status).sort(), [201, 409, 409, 409, 409, 409])
    t.match((await audit({ action: 'gateway-token.create' })).filter(({ result }) => result === 'refused').length, 7)
  })

  await t.test('a 400 names the field', async (t) => {
    const good = { accountId: 'A', description: '' }
    for (const [body, pointer] of [
      [{ description: '' }, '#/accountId'],
      [{ accountId: 'A' }, '#/description'],
      [{ ...good, accountId: '' }, '#/accountId'],
      [{ ...good, accountId: 5 }, '#/accountId'],
      [{ ...good, description: 'x'.repeat(256) }, '#/description'],
      [{ ...good, createdBy: 5 }, '#/createdBy'],
      [{ ...good, token: 'too short' }, '#/token'],
      [{ ...good, token: 'with a blank in between' }, '#/token'],
      [{ ...good, token: 'x'.repeat(256) }, '#/token'],
      [{ ...good, tokenLink: 'no-uuid' }, '#/tokenLink'],
      [{ ...good, tokenLink: `urn:uuid:${activeLink}` }, '#/tokenLink'],
      [{ ...good, issuedAt: '2024-02-30T00:00:00Z' }, '#/issuedAt'],
      [{ ...good, issuedAt: 'yesterday' }, '#/issuedAt'],
      [{ ...good, state: 'revoked' }, '#'],
    ] as const) {
      const reply = await create(body)
      t.equal(reply.status, 400, JSON.stringify(body))
      t.ok(pointers(reply).includes(pointer), `${JSON.stringify(body)}: ${pointers(reply)}`)
    }
    for (const [operationId, body, pointer] of [
      ['revokeGatewayTokens', {}, '#'],
      ['revokeGatewayTokens', { accountId: '' }, '#/accountId'],
      ['revokeGatewayTokens', { issuedBefore: '2026-01-01' }, '#/issuedBefore'],
      ['revokeGatewayTokens', { accountId, state: 'active' }, '#'],
      ['revokeLeakedGatewayToken', {}, '#/token'],
      ['revokeLeakedGatewayToken', { token: '' }, '#/token'],
    ] as const) {
      const reply = await asAdmin(operationId, { body })
      t.equal(reply.status, 400, JSON.stringify(body))
      t.ok(pointers(reply).includes(pointer), `${JSON.stringify(body)}: ${pointers(reply)}`)
    }
    t.equal((await asAdmin('searchGatewayTokens', { query: { state: 'expired' } })).status, 400)
  })

  await t.test('a search is newest first, over all accounts or one, in every state or one, page by page', async (t) => {
    const search = (query: Record<string, string>) => asViewer('searchGatewayTokens', { query })
    t.strictSame(links(await search({ accountId })), [revokedLink, leakedLink, activeLink])
    t.strictSame(links(await search({ accountId, state: 'active' })), [leakedLink, activeLink])
    t.strictSame(links(await search({ state: 'revoked', limit: '1' })), [revokedLink])
    t.strictSame(links(await search({ accountId: 'nobody' })), [])
    const all = links(await search({}))
    const paged: string[] = []
    let cursor: string | null = null
    do {
      const reply: CallReply = await search({ limit: '2', ...(cursor && { cursor }) })
      paged.push(...links(reply))
      cursor = reply.body.nextCursor
      await create({ accountId: 'ADDED', description: 'added meanwhile' })
    } while (cursor)
    t.strictSame(paged, all)
    t.strictSame(all.slice(0, 3), [revokedLink, leakedLink, activeLink])
    t.equal((await search({ cursor: 'n999999999999999999' })).status, 200)
  })

  await t.test('a token that is revoked by its link is refused on the next look-up, on every instance', async (t) => {
    const other = await startServer(t, { db, masterKey })
    const otherApi = new ContractCaller(contracts['gateway-tokens'], other.baseUrl)
    t.match(await lookUp(activeToken), { account_id: accountId })
    const { status, body } = await revoke(activeLink)
    t.equal(status, 200)
    t.match(body, { tokenLink: activeLink, state: 'revoked', revokedAt: '2026-01-15T10:00:00.000Z' })
    for (const caller of [api, otherApi]) {
      t.match((await caller.call('getTokenAccount', { token: activeToken })).body, {
        error_identifier: 'AUTH_TOKEN_REVOKED',
      })
    }
    t.strictSame(await audit({ subject: activeLink }), [
      { actor: 'demo admin', action: 'gateway-token.revoke', subject: activeLink, detail: null, result: 'succeeded' },
    ])
  })

  await t.test('a revoked token is told as such, an unknown link as unknown', async (t) => {
    const again = await revoke(revokedLink)
    t.equal(again.status, 409)
    t.strictSame(again.body, alreadyRevoked)
    t.match(await audit({ subject: revokedLink }), [{ action: 'gateway-token.revoke', result: 'refused' }])
    for (const link of [
      '00000000-0000-4000-8000-000000000000',
      'no-uuid',
      `${activeLink} `,
      `{${activeLink}}`,
      activeLink.toUpperCase(),
    ]) {
      const reply = await revoke(link)
      t.equal(reply.status, 404, link)
      t.strictSame(reply.body, notFound)
    }
    const listed = await asViewer('searchGatewayTokens', { query: { accountId } })
    t.equal(listed.body.items[0].revokedAt, '2025-12-01T10:00:00.000Z', 'the moment of the first revocation stays')
  })

  await t.test('of many revocations at once, by link, by token and by the frontend, exactly one revokes', async (t) => {
    const replies = await Promise.all([
      ...Array.from({ length: 4 }, () => revoke(leakedLink)),
      ...Array.from({ length: 4 }, () => asAdmin('revokeLeakedGatewayToken', { body: { token: leakedToken } })),
      ...Array.from({ length: 4 }, () =>
        api.call('revokeGatewayToken', { params: { account_id: accountId }, body: { token_link: leakedLink } }),
      ),
    ])
    t.equal(replies.filter(({ status }) => status === 200).length, 1)
    t.ok(replies.every(({ status }) => [200, 404, 409].includes(status)))
    const events = await audit({ subject: leakedLink })
    t.equal(events.filter(({ result }) => result === 'succeeded').length, 1)
  })

  await t.test('a token that leaked is revoked by itself', async (t) => {
    const { status, body } = await asAdmin('revokeLeakedGatewayToken', { body: { token: leakedToken } })
    t.equal(status, 200)
    t.strictSame(body, {
      tokenLink: leakedLink,
      accountId,
      description: 'A token of the operator examples that leaked',
      createdBy: 'somebody@example.gov.uk',
      ...ofNobody,
      state: 'revoked',
      hint: 'twg_…0uZL',
      issuedAt: '2025-11-03T08:30:00.000Z',
      lastUsedAt: null,
      revokedAt: '2026-01-15T10:00:00.000Z',
    })
    t.match(await lookUp(leakedToken), { error_identifier: 'AUTH_TOKEN_REVOKED' })
    const again = await asAdmin('revokeLeakedGatewayToken', { body: { token: revokedToken } })
    t.strictSame([again.status, again.body], [409, alreadyRevoked])
    for (const token of [
      ownFormat(systemRandom).generate(undefined).reveal(),
      'x',
      `${leakedToken} `,
      'x'.repeat(8192),
    ]) {
      const unknown = await asAdmin('revokeLeakedGatewayToken', { body: { token } })
      t.strictSame(
        [unknown.status, unknown.body],
        [404, { ...notFound, detail: 'This is no gateway token of this server.' }],
      )
    }
    t.notMatch((await asAdmin('listAuditEvents', { query: { limit: maxPageSize } })).text, /twg_/)
  })

  await t.test('the tokens of an account are revoked together, and no others', async (t) => {
    const { status, body } = await asAdmin('revokeGatewayTokens', { body: { accountId } })
    t.equal(status, 200)
    t.strictSame(body, { revoked: 2, more: false })
    for (const token of [activeToken, leakedToken]) {
      t.match(await lookUp(token), { error_identifier: 'AUTH_TOKEN_REVOKED' })
    }
    t.match(await lookUp('twg_GatewayAccount1DemoTokenIsActive2qte6G'), { account_id: 'GATEWAY_ACCOUNT_1' })
    t.strictSame((await asAdmin('revokeGatewayTokens', { body: { accountId } })).body, { revoked: 0, more: false })
    t.strictSame((await audit({ action: 'gateway-token.revoke-all' })).slice(0, 2), [
      {
        actor: 'demo admin',
        action: 'gateway-token.revoke-all',
        subject: null,
        detail: 'revoked: 0, account: OPERATED_ACCOUNT',
        result: 'succeeded',
      },
      {
        actor: 'demo admin',
        action: 'gateway-token.revoke-all',
        subject: null,
        detail: 'revoked: 2, account: OPERATED_ACCOUNT',
        result: 'succeeded',
      },
    ])
    const listed = await asViewer('searchGatewayTokens', { query: { accountId } })
    t.equal(listed.body.items[0].revokedAt, '2025-12-01T10:00:00.000Z', 'what was revoked before stays as it was')
  })

  await t.test('what was issued before a moment is revoked, of one account or of all', async (t) => {
    const body = { accountId: 'BEFORE', description: '' }
    const issued: string[] = []
    for (const issuedAt of ['2024-01-01T00:00:00Z', '2024-01-02T00:00:00Z', '2024-01-02T00:00:00.001Z']) {
      issued.push((await create({ ...body, issuedAt })).body.tokenLink)
    }
    const issuedBefore = '2024-01-02T02:00:00+02:00'
    const one = await asAdmin('revokeGatewayTokens', { body: { accountId: 'BEFORE', issuedBefore } })
    t.strictSame(one.body, { revoked: 1, more: false })
    t.strictSame(links(await asViewer('searchGatewayTokens', { query: { accountId: 'BEFORE', state: 'active' } })), [
      issued[2],
      issued[1],
    ])
    const [event] = await audit({ action: 'gateway-token.revoke-all' })
    t.equal(event?.detail, 'revoked: 1, issued before: 2024-01-02T00:00:00.000Z, account: BEFORE')
    const active = async () =>
      (await db.selectFrom('gateway_tokens').select('link').where('revoked_at', 'is', null).execute()).length
    const before = await active()
    const all = await asAdmin('revokeGatewayTokens', { body: { issuedBefore: '2016-01-01T00:00:00Z' } })
    t.strictSame(all.body, { revoked: 5, more: false }, 'the demo has five of them')
    t.equal(await active(), before - 5)
  })

  await t.test('one call revokes 10,000 tokens at most, and tells whether there are others', async (t) => {
    const insert = (count: number) =>
      sql`insert into gateway_tokens (link, digest, master_key, hint, account_id, description, issued_at)
        select gen_random_uuid(), sha256(convert_to('many ' || number, 'UTF8')), 1, 'many', 'MANY', '', now()
        from generate_series(1, ${count}::integer) as number`.execute(db)
    const all = () => asAdmin('revokeGatewayTokens', { body: { accountId: 'MANY' } })
    const start = async (count: number) => {
      await db.deleteFrom('gateway_tokens').where('account_id', '=', 'MANY').execute()
      await insert(count)
    }
    await start(10_001)
    t.strictSame((await all()).body, { revoked: 10_000, more: true })
    t.strictSame((await all()).body, { revoked: 1, more: false })
    await start(10_000)
    t.strictSame((await all()).body, { revoked: 10_000, more: false })
    await start(3_000)
    const replies = await Promise.all([all(), all(), all()])
    t.strictSame(
      replies.map(({ body }) => body).sort((one, other) => one.revoked - other.revoked),
      [
        { revoked: 0, more: false },
        { revoked: 0, more: false },
        { revoked: 3_000, more: false },
      ],
    )
  })

  await t.test(
    'what a frontend describes and revokes stands in the audit, and what it is refused or issues does not',
    async (t) => {
      const account_id = 'OPERATED_ACCOUNT'
      const events = async () =>
        (await asAdmin('listAuditEvents')).body.items.filter(
          ({ actor }: { actor: { kind: string } }) => actor.kind === 'frontend',
        )
      const before = (await events()).length
      await api.call('issueGatewayToken', { body: { account_id, description: 'issued' } })
      await api.call('describeGatewayToken', { body: { token_link: revokedLink, description: 'refused' } })
      await api.call('revokeGatewayToken', { params: { account_id: 'ANOTHER' }, body: { token_link: activeLink } })
      t.equal((await events()).length, before)
      const described = await api.call('describeGatewayToken', { body: { token_link: activeLink, description: 'new' } })
      t.equal(described.status, 200)
      const revoked = await api.call('revokeGatewayToken', { params: { account_id }, body: { token_link: activeLink } })
      t.equal(revoked.status, 200)
      const [second, first] = await events()
      const common = {
        at: '2026-01-15T10:00:00.000Z',
        actor: { kind: 'frontend', id: null, name: null },
        subject: activeLink,
        detail: null,
        source: '127.0.0.1',
        result: 'succeeded',
      }
      t.strictSame(first, {
        ...common,
        id: first.id,
        action: 'gateway-token.describe',
        requestId: described.headers['x-request-id'],
      })
      t.strictSame(second, {
        ...common,
        id: second.id,
        action: 'gateway-token.revoke',
        requestId: revoked.headers['x-request-id'],
      })
    },
  )

  await t.test('without its audit event a change of a frontend is not made', async (t) => {
    await sql`alter table audit_events add constraint nothing_more check (action <> 'gateway-token.describe') not valid`.execute(
      db,
    )
    const call = { body: { token_link: activeLink, description: 'never told' } }
    t.equal((await api.call('describeGatewayToken', call)).status, 500)
    await sql`alter table audit_events drop constraint nothing_more`.execute(db)
    const { body } = await asViewer('searchGatewayTokens', { query: { accountId, state: 'active' } })
    t.equal(body.items[1].description, 'A token of the operator examples')
  })

  await t.test('a viewer may look, and changes nothing', async (t) => {
    for (const [operationId, call] of [
      ['createGatewayToken', { body: { accountId, description: '' } }],
      ['revokeGatewayTokenByLink', { params: { tokenLink: activeLink } }],
      ['revokeGatewayTokens', { body: { accountId } }],
      ['revokeLeakedGatewayToken', { body: { token: activeToken } }],
    ] as const) {
      t.equal((await asViewer(operationId, call)).status, 403)
      t.equal((await caller.call(operationId, call)).status, 401)
    }
    t.equal((await caller.call('searchGatewayTokens')).status, 401)
    t.match(await lookUp(activeToken), { account_id: accountId })
  })

  await t.test('every declared status was seen', async (t) =>
    caller.assertAllStatusesSeen(t, [
      'createGatewayToken',
      'searchGatewayTokens',
      'revokeGatewayTokenByLink',
      'revokeGatewayTokens',
      'revokeLeakedGatewayToken',
    ]),
  )
})
