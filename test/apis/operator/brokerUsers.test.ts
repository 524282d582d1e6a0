import { test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { brokerCredentials, demoAccounts, refusals } from '../../support/broker.js'
import { type CallReply, ContractCaller } from '../../support/contract-caller.js'
import { maxPageSize, startOperatorServer, unused } from '../../support/operator.js'
import { overlapping } from '../../support/overlapping.js'

const operated = {
  id: '3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01',
  hash: '00000000000000000000000000000000000000000000000000000000000e4f71',
  secret: 'demo-operated-secret',
}
const rotating = {
  id: '3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b03',
  hash: '00000000000000000000000000000000000000000000000000000000000e4f73',
  secrets: ['demo-operated-secret-new', 'demo-operated-secret-old'],
}
const unknownId = '00000000-0000-4000-8000-000000000000'
const shown = {
  id: operated.id,
  name: 'A broker of the operator examples',
  active: true,
  partnerId: null,
  hashHint: '4f71',
  secrets: [{ hint: 'cret', createdAt: '2025-11-03T08:30:00.000Z', expiresAt: null }],
  accounts: [
    { id: '8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5c01', name: 'Hauptstelle', aTokenHint: 'Mn4B' },
    { id: '8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5c02', name: 'Zweigstelle', aTokenHint: 'Kp9D' },
  ],
  createdAt: '2025-11-03T08:30:00.000Z',
  lastUsedAt: null,
}

test('broker users', async (t) => {
  const server = await startOperatorServer(t)
  const { asAdmin, asViewer, caller, audit, clock, db, restoreDemo, baseUrl } = server
  const tokens = new ContractCaller(contracts['broker-token'], baseUrl)
  const accounts = new ContractCaller(contracts['broker-accounts'], baseUrl)

  const signIn = async (hash: string, secret: string): Promise<string | undefined> =>
    (await tokens.call('createSecurityToken', { body: { hash, secret } })).body.token
  const accountsOf = async (token = ''): Promise<unknown> =>
    (await accounts.call('listAccountTokens', { token, params: { token } })).body
  const newest = async (action: string) => (await audit({ action, limit: '1' }))[0]
  const refused = (reply: CallReply, state: string): void => {
    t.equal(reply.status, 409)
    t.equal(reply.body.state, state)
  }
  const rows = async (): Promise<unknown> =>
    Promise.all([
      db.selectFrom('broker_users').selectAll().orderBy('id').execute(),
      db.selectFrom('broker_secrets').selectAll().orderBy('digest').execute(),
      db.selectFrom('broker_accounts').selectAll().orderBy('id').execute(),
    ])

  t.beforeEach(async () => {
    clock.set('2026-01-15T10:00:00Z')
    await restoreDemo()
  })

  await t.test('a new user is shown its credentials, and they work', async (t) => {
    const { status, body } = await asAdmin('createBrokerUser', {
      body: { name: 'Broker GmbH', accounts: [{ name: 'First' }, { name: 'Second' }] },
    })
    t.equal(status, 201)
    const { id, hash, secret } = body
    const [first, second] = body.accounts
    t.strictSame(body, {
      id,
      name: 'Broker GmbH',
      active: true,
      partnerId: null,
      hash,
      secret,
      accounts: [
        { id: first.id, name: 'First', aToken: first.aToken },
        { id: second.id, name: 'Second', aToken: second.aToken },
      ],
      createdAt: '2026-01-15T10:00:00.000Z',
    })
    t.match(hash, /^[0-9a-f]{64}$/)
    t.match(secret, /^tws_[0-9A-Za-z]{38}$/)
    for (const { aToken } of body.accounts) t.match(aToken, /^act_[0-9A-Za-z]{38}$/)
    t.strictSame(await accountsOf(await signIn(hash, secret)), [
      { name: 'First', aToken: first.aToken },
      { name: 'Second', aToken: second.aToken },
    ])
    t.strictSame(await newest('broker-user.create'), {
      actor: 'demo admin',
      action: 'broker-user.create',
      subject: id,
      detail: 'accounts: 2',
      result: 'succeeded',
    })
    t.strictSame(unused((await asViewer('getBrokerUser', { params: { id } })).body), {
      id,
      name: 'Broker GmbH',
      active: true,
      partnerId: null,
      hashHint: hash.slice(-4),
      secrets: [{ hint: secret.slice(-4), createdAt: '2026-01-15T10:00:00.000Z', expiresAt: null }],
      accounts: [
        { id: first.id, name: 'First', aTokenHint: first.aToken.slice(-4) },
        { id: second.id, name: 'Second', aTokenHint: second.aToken.slice(-4) },
      ],
      createdAt: '2026-01-15T10:00:00.000Z',
      lastUsedAt: null,
    })
  })

  await t.test('existing credentials are kept as they are', async (t) => {
    const hash = ' Häsh of a partner/+% '
    const secret = 'kürz'
    const { status, body } = await asAdmin('createBrokerUser', {
      body: { name: 'Altbestand', hash, secret, accounts: [{ name: 'Zentrale', aToken: 'old-1' }] },
    })
    t.equal(status, 201)
    t.equal(body.hash, hash)
    t.equal(body.secret, secret)
    t.equal(body.accounts[0].aToken, 'old-1')
    t.strictSame(await accountsOf(await signIn(hash, secret)), [{ name: 'Zentrale', aToken: 'old-1' }])
    const { body: listed } = await asViewer('getBrokerUser', { params: { id: body.id } })
    t.equal(listed.secrets[0].hint, '', 'a short secret shows nothing of itself')
    t.equal(listed.accounts[0].aTokenHint, '')
  })

  await t.test('a hash and an aToken are taken once, and a refused creation keeps nothing', async (t) => {
    const before = await rows()
    for (const body of [
      { name: 'Taken hash', hash: operated.hash, secret: 'another', accounts: [{ name: 'Free' }] },
      { name: 'Taken aToken', accounts: [{ name: 'Free' }, { name: 'Taken', aToken: demoAccounts[0].aToken }] },
      {
        name: 'Twice the same',
        accounts: [
          { name: 'One', aToken: 'twice' },
          { name: 'Two', aToken: 'twice' },
        ],
      },
    ]) {
      const reply = await asAdmin('createBrokerUser', { body })
      t.equal(reply.status, 409, body.name)
      t.equal(reply.body.type, 'urn:tokenwright:problem:already-exists')
      t.strictSame(await newest('broker-user.create'), {
        actor: 'demo admin',
        action: 'broker-user.create',
        subject: null,
        detail: null,
        result: 'refused',
      })
    }
    t.strictSame(await rows(), before)
    t.ok(await signIn(operated.hash, operated.secret), 'the owner of the hash is as before')
  })

  await t.test('of several who bring the same credentials at once, one gets them', async (t) => {
    const create = (name: string, own: object) => asAdmin('createBrokerUser', { body: { name, ...own } })
    for (const own of [
      { hash: 'the same hash', secret: 'a secret' },
      { accounts: [{ name: 'Free' }, { name: 'Same', aToken: 'the-same-account' }] },
    ]) {
      const replies = await Promise.all(['a', 'b', 'c'].map((name) => create(name, own)))
      t.strictSame(replies.map(({ status }) => status).sort(), [201, 409, 409])
    }
    const { body } = await asViewer('listBrokerUsers', { query: { limit: maxPageSize } })
    const names = body.items.map(({ name }: { name: string }) => name)
    t.equal(names.filter((name: string) => ['a', 'b', 'c'].includes(name)).length, 2)
  })

  await t.test('a value that is not acceptable is named', async (t) => {
    const before = await rows()
    const params = { id: operated.id }
    for (const [operationId, body, pointer] of [
      ['createBrokerUser', {}, '#/name'],
      ['createBrokerUser', { name: '' }, '#/name'],
      ['createBrokerUser', { name: 5 }, '#/name'],
      ['createBrokerUser', { name: 'n', hash: 'h' }, '#/secret'],
      ['createBrokerUser', { name: 'n', secret: 's' }, '#/hash'],
      ['createBrokerUser', { name: 'n', accounts: [{ aToken: 'x' }] }, '#/accounts/0/name'],
      ['createBrokerUser', { name: 'n', accounts: [{ name: 'a', aToken: 'with space' }] }, '#/accounts/0/aToken'],
      ['createBrokerUser', { name: 'n', accounts: Array(101).fill({ name: 'a' }) }, '#/accounts'],
      ['createBrokerUser', { name: 'n', unknown: 1 }, '#'],
      ['updateBrokerUser', {}, '#'],
      ['updateBrokerUser', { active: 'no' }, '#/active'],
      ['updateBrokerUser', { secret: 'x' }, '#'],
      ['rotateBrokerSecret', { overlapSeconds: -1 }, '#/overlapSeconds'],
      ['rotateBrokerSecret', { overlapSeconds: 2_592_001 }, '#/overlapSeconds'],
      ['rotateBrokerSecret', { overlapSeconds: '0' }, '#/overlapSeconds'],
      ['addBrokerAccount', {}, '#/name'],
      ['addBrokerAccount', { name: 'a', aToken: '' }, '#/aToken'],
    ] as const) {
      const reply = await asAdmin(operationId, { params, body })
      t.equal(reply.status, 400, `${operationId} ${JSON.stringify(body).slice(0, 80)}`)
      t.ok(
        reply.body.errors.some((error: { pointer: string }) => error.pointer === pointer),
        `${pointer}: ${JSON.stringify(reply.body.errors)}`,
      )
    }
    t.strictSame(await rows(), before)
  })

  await t.test(
    'what does not exist is 404, whatever the id looks like, and the audit says that it was tried',
    async (t) => {
      for (const id of [unknownId, 'no-uuid', 'x'.repeat(64)]) {
        t.equal((await asViewer('getBrokerUser', { params: { id } })).status, 404)
        for (const [operationId, body] of [
          ['updateBrokerUser', { active: false }],
          ['deleteBrokerUser', undefined],
          ['rotateBrokerSecret', {}],
          ['addBrokerAccount', { name: 'a' }],
          ['deleteBrokerAccount', undefined],
        ] as const) {
          const { status } = await asAdmin(operationId, {
            params: { id, accountId: '8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5c01' },
            ...(body && { body }),
          })
          t.equal(status, 404, `${operationId} ${id}`)
          const [line] = await audit({ limit: '1' })
          t.match(line, { subject: null, detail: null, result: 'refused' })
        }
      }
    },
  )

  await t.test('an id is the same in capital letters', async (t) => {
    t.strictSame((await asViewer('getBrokerUser', { params: { id: operated.id.toUpperCase() } })).body, shown)
  })

  await t.test('a deactivation holds on the next call, for the tokens that there are as well', async (t) => {
    const token = await signIn(operated.hash, operated.secret)
    t.equal(((await accountsOf(token)) as unknown[]).length, 2)
    const { status, body } = await asAdmin('updateBrokerUser', {
      params: { id: operated.id },
      body: { active: false },
    })
    t.equal(status, 200)
    t.strictSame(unused(body), { ...shown, active: false })
    t.strictSame(await accountsOf(token), refusals.deactivated)
    t.equal(await signIn(operated.hash, operated.secret), undefined)
    t.strictSame(await newest('broker-user.update'), {
      actor: 'demo admin',
      action: 'broker-user.update',
      subject: operated.id,
      detail: 'active: false',
      result: 'succeeded',
    })
    await asAdmin('updateBrokerUser', { params: { id: operated.id }, body: { active: true } })
    t.equal(((await accountsOf(token)) as unknown[]).length, 2)
    t.ok(await signIn(operated.hash, operated.secret))
  })

  await t.test('a new name changes nothing else', async (t) => {
    await asAdmin('updateBrokerUser', { params: { id: operated.id }, body: { active: false } })
    const { body } = await asAdmin('updateBrokerUser', { params: { id: operated.id }, body: { name: 'Renamed' } })
    t.strictSame(unused(body), { ...shown, active: false, name: 'Renamed' })
    t.equal((await newest('broker-user.update'))?.detail, 'name')
    await asAdmin('updateBrokerUser', { params: { id: operated.id }, body: { active: true, name: 'Again' } })
    t.equal((await newest('broker-user.update'))?.detail, 'name, active: true')
  })

  await t.test('a deletion holds on the next call and leaves nothing', async (t) => {
    const token = await signIn(operated.hash, operated.secret)
    const { status, text } = await asAdmin('deleteBrokerUser', { params: { id: operated.id } })
    t.equal(status, 204)
    t.equal(text, '')
    t.strictSame(await accountsOf(token), refusals.deactivated)
    t.equal(await signIn(operated.hash, operated.secret), undefined)
    t.notMatch(JSON.stringify(await rows()), operated.id)
    t.match(await newest('broker-user.delete'), { subject: operated.id, result: 'succeeded' })
    t.equal((await asAdmin('deleteBrokerUser', { params: { id: operated.id } })).status, 404)
  })

  await t.test('after a rotation both secrets work for a day, and then the new one', async (t) => {
    const { status, body } = await asAdmin('rotateBrokerSecret', { params: { id: operated.id } })
    t.equal(status, 200)
    const { secret, ...user } = body
    t.match(secret, /^tws_[0-9A-Za-z]{38}$/)
    t.strictSame(user, {
      ...shown,
      secrets: [
        { hint: secret.slice(-4), createdAt: '2026-01-15T10:00:00.000Z', expiresAt: null },
        { hint: 'cret', createdAt: '2025-11-03T08:30:00.000Z', expiresAt: '2026-01-16T10:00:00.000Z' },
      ],
    })
    t.strictSame(await newest('broker-user.rotate-secret'), {
      actor: 'demo admin',
      action: 'broker-user.rotate-secret',
      subject: operated.id,
      detail: 'overlapSeconds: 86400',
      result: 'succeeded',
    })
    clock.set('2026-01-16T09:59:59.999Z')
    t.ok(await signIn(operated.hash, operated.secret))
    t.ok(await signIn(operated.hash, secret))
    clock.set('2026-01-16T10:00:00Z')
    t.equal(await signIn(operated.hash, operated.secret), undefined)
    t.ok(await signIn(operated.hash, secret))
    const { body: later } = await asViewer('getBrokerUser', { params: { id: operated.id } })
    t.strictSame(later.secrets, [{ hint: secret.slice(-4), createdAt: '2026-01-15T10:00:00.000Z', expiresAt: null }])
    const again = await asAdmin('rotateBrokerSecret', { params: { id: operated.id }, body: { overlapSeconds: 60 } })
    t.equal(again.status, 200, 'the overlap is over')
  })

  await t.test('while two secrets are valid a rotation with an overlap is refused and changes nothing', async (t) => {
    const before = await rows()
    const params = { id: rotating.id }
    for (const overlapSeconds of [1, 2_592_000]) {
      refused(await asAdmin('rotateBrokerSecret', { params, body: { overlapSeconds } }), 'rotating')
      t.strictSame(await newest('broker-user.rotate-secret'), {
        actor: 'demo admin',
        action: 'broker-user.rotate-secret',
        subject: rotating.id,
        detail: `overlapSeconds: ${overlapSeconds}`,
        result: 'refused',
      })
    }
    t.strictSame(await rows(), before)
    for (const secret of rotating.secrets) t.ok(await signIn(rotating.hash, secret))
  })

  await t.test('a rotation with overlap 0 ends every earlier secret at once', async (t) => {
    const { status, body } = await asAdmin('rotateBrokerSecret', {
      params: { id: rotating.id },
      body: { overlapSeconds: 0 },
    })
    t.equal(status, 200)
    t.strictSame(body.secrets, [
      { hint: body.secret.slice(-4), createdAt: '2026-01-15T10:00:00.000Z', expiresAt: null },
    ])
    for (const secret of rotating.secrets) t.equal(await signIn(rotating.hash, secret), undefined)
    t.ok(await signIn(rotating.hash, body.secret))
    const { body: next } = await asAdmin('rotateBrokerSecret', {
      params: { id: rotating.id },
      body: { overlapSeconds: 0 },
    })
    t.equal(await signIn(rotating.hash, body.secret), undefined)
    t.ok(await signIn(rotating.hash, next.secret))
  })

  await t.test('of two who rotate at the same time one is refused, and the secret of the other works', async (t) => {
    for (const overlapSeconds of [0, 3600]) {
      const rotate = () => asAdmin('rotateBrokerSecret', { params: { id: operated.id }, body: { overlapSeconds } })
      const replies = await overlapping(server, 'broker_users', operated.id, [rotate, rotate])
      t.strictSame(replies.map(({ status }) => status).sort(), [200, 409], `overlap ${overlapSeconds}`)
      for (const reply of replies) {
        if (reply.status === 409) {
          refused(reply, 'rotating')
          t.match(reply.body.detail, /^Another operator has rotated this secret/)
        } else t.ok(await signIn(operated.hash, reply.body.secret))
      }
    }
  })

  await t.test('a deactivated user can be rotated, and is deactivated still', async (t) => {
    await asAdmin('updateBrokerUser', { params: { id: operated.id }, body: { active: false } })
    const { status, body } = await asAdmin('rotateBrokerSecret', { params: { id: operated.id }, body: {} })
    t.equal(status, 200)
    t.equal(body.active, false)
    t.equal(await signIn(operated.hash, body.secret), undefined)
    await asAdmin('updateBrokerUser', { params: { id: operated.id }, body: { active: true } })
    t.ok(await signIn(operated.hash, body.secret))
  })

  await t.test('an added account comes last, with its token or a new one', async (t) => {
    const token = await signIn(operated.hash, operated.secret)
    const before = (await accountsOf(token)) as unknown[]
    const params = { id: operated.id }
    const { status, body: made } = await asAdmin('addBrokerAccount', { params, body: { name: 'Filiale' } })
    t.equal(status, 201)
    t.match(made.aToken, /^act_[0-9A-Za-z]{38}$/)
    t.strictSame(await newest('broker-user.add-account'), {
      actor: 'demo admin',
      action: 'broker-user.add-account',
      subject: operated.id,
      detail: `account: ${made.id}`,
      result: 'succeeded',
    })
    const { body: kept } = await asAdmin('addBrokerAccount', {
      params,
      body: { name: 'Alt', aToken: 'existing-token-9' },
    })
    t.strictSame(kept, { id: kept.id, name: 'Alt', aToken: 'existing-token-9' })
    t.strictSame(await accountsOf(token), [
      ...before,
      { name: 'Filiale', aToken: made.aToken },
      { name: 'Alt', aToken: 'existing-token-9' },
    ])
    t.strictSame((await asViewer('getBrokerUser', { params })).body.accounts.slice(2), [
      { id: made.id, name: 'Filiale', aTokenHint: made.aToken.slice(-4) },
      { id: kept.id, name: 'Alt', aTokenHint: 'en-9' },
    ])
  })

  await t.test('an aToken that another account has is refused', async (t) => {
    const before = await rows()
    const { status, body } = await asAdmin('addBrokerAccount', {
      params: { id: operated.id },
      body: { name: 'Filiale', aToken: demoAccounts[0].aToken },
    })
    t.equal(status, 409)
    t.equal(body.type, 'urn:tokenwright:problem:already-exists')
    t.strictSame(await rows(), before)
    t.match(await newest('broker-user.add-account'), { subject: operated.id, detail: null, result: 'refused' })
  })

  await t.test('a removed account is gone on the next call; that of another user stays', async (t) => {
    const token = await signIn(operated.hash, operated.secret)
    const [first, second] = shown.accounts
    const remove = (id: string) => asAdmin('deleteBrokerAccount', { params: { id, accountId: first?.id ?? '' } })
    t.equal((await remove(rotating.id)).status, 404)
    t.equal(((await accountsOf(token)) as unknown[]).length, 2)
    t.equal((await remove(operated.id)).status, 204)
    t.strictSame(
      ((await accountsOf(token)) as { name: string }[]).map(({ name }) => name),
      [second?.name],
    )
    t.match(await newest('broker-user.delete-account'), {
      subject: operated.id,
      detail: `account: ${first?.id}`,
      result: 'succeeded',
    })
    t.equal((await remove(operated.id)).status, 404)
    const noUuid = { id: operated.id, accountId: 'no-uuid' }
    t.equal((await asAdmin('deleteBrokerAccount', { params: noUuid })).status, 404)
  })

  await t.test('what is done to a user who is removed at the same time is done before or not at all', async (t) => {
    const params = { id: operated.id }
    const replies = await overlapping(server, 'broker_users', operated.id, [
      () => asAdmin('addBrokerAccount', { params, body: { name: 'Filiale' } }),
      () => asAdmin('deleteBrokerUser', { params }),
      () => asAdmin('rotateBrokerSecret', { params, body: {} }),
      () => asAdmin('updateBrokerUser', { params, body: { name: 'Late' } }),
    ])
    const [added, removed, rotated, updated] = replies.map(({ status }) => status)
    t.equal(removed, 204)
    t.ok([201, 404].includes(added ?? 0), `added: ${added}`)
    t.ok([200, 404].includes(rotated ?? 0), `rotated: ${rotated}`)
    t.ok([200, 404].includes(updated ?? 0), `updated: ${updated}`)
    t.notMatch(JSON.stringify(await rows()), operated.id)
  })

  await t.test('no secret is shown twice', async (t) => {
    const { body: made } = await asAdmin('createBrokerUser', { body: { name: 'Once', accounts: [{ name: 'One' }] } })
    const params = { id: made.id }
    const { body: rotated } = await asAdmin('rotateBrokerSecret', { params, body: {} })
    const { body: account } = await asAdmin('addBrokerAccount', { params, body: { name: 'Two' } })
    await asAdmin('createBrokerUser', {
      body: { name: 'Refused', hash: made.hash, secret: 'a-secret-that-is-refused' },
    })
    const texts = await Promise.all([
      asViewer('listBrokerUsers'),
      asViewer('getBrokerUser', { params }),
      asAdmin('updateBrokerUser', { params, body: { name: 'Twice' } }),
      asAdmin('rotateBrokerSecret', { params, body: {} }),
      asViewer('listAuditEvents', { query: { limit: maxPageSize } }),
    ])
    const secrets = [made.hash, made.secret, made.accounts[0].aToken, rotated.secret, account.aToken]
    for (const { text } of texts) {
      for (const secret of [...secrets, 'a-secret-that-is-refused']) t.notOk(text.includes(secret))
    }
  })

  await t.test('pages are newest first and without a gap, each user with what is its own', async (t) => {
    await asAdmin('createBrokerUser', { body: { name: 'Newest', accounts: [{ name: 'Its own' }] } })
    const { body: all } = await asViewer('listBrokerUsers')
    t.equal(all.items[0].name, 'Newest')
    t.equal(all.nextCursor, null)
    t.strictSame(
      all.items.find(({ id }: { id: string }) => id === operated.id),
      shown,
    )
    const paged: unknown[] = []
    let cursor: string | null = null
    do {
      const { body } = await asViewer('listBrokerUsers', { query: { limit: '2', ...(cursor && { cursor }) } })
      t.ok(body.items.length <= 2)
      paged.push(...body.items)
      cursor = body.nextCursor
      await asAdmin('createBrokerUser', { body: { name: `Added after ${paged.length}` } })
    } while (cursor)
    t.strictSame(paged, all.items)
    for (const query of [{ limit: '0' }, { cursor: 'x' }, { state: 'gone' }]) {
      t.equal((await asViewer('listBrokerUsers', { query })).status, 400)
    }
  })

  await t.test('a viewer may look, and nobody may do anything without a key', async (t) => {
    const before = await rows()
    const call = { params: { id: operated.id, accountId: unknownId }, body: { name: 'n' } }
    for (const operationId of changing) {
      t.equal((await asViewer(operationId, { ...call, ...withoutBody(operationId) })).status, 403, operationId)
      t.equal((await caller.call(operationId, { ...call, ...withoutBody(operationId) })).status, 401, operationId)
    }
    for (const operationId of ['listBrokerUsers', 'getBrokerUser']) {
      t.equal((await caller.call(operationId, { params: call.params })).status, 401, operationId)
    }
    t.strictSame(await rows(), before)
    t.ok(await signIn(brokerCredentials.active.hash, brokerCredentials.active.secret))
  })

  caller.assertAllStatusesSeen(t, ['listBrokerUsers', 'getBrokerUser', ...changing])
})

const changing = [
  'createBrokerUser',
  'updateBrokerUser',
  'deleteBrokerUser',
  'rotateBrokerSecret',
  'addBrokerAccount',
  'deleteBrokerAccount',
]

function withoutBody(operationId: string): { body?: undefined } {
  return operationId.startsWith('delete') ? { body: undefined } : {}
}
