import { test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { type CallReply, ContractCaller } from '../../support/contract-caller.js'
import { maxPageSize, startOperatorServer, unused } from '../../support/operator.js'
import { overlapping } from '../../support/overlapping.js'

const pending = { id: '45771ea1-b012-4b80-8ba4-49891c5d8e01', accessKey: 'a1'.repeat(20) }
const active = { id: '45771ea1-b012-4b80-8ba4-49891c5d8e02', accessKey: 'a2'.repeat(20) }
const revoked = { id: '45771ea1-b012-4b80-8ba4-49891c5d8e03', accessKey: 'a3'.repeat(20) }
/** An active key whose date has passed. */
const expired = { id: '45771ea1-b012-4b80-8ba4-49891c5d8d02' }
const secretOfAll = 'demoSecretOfAKeyOfTheOperatorExample+/demoKe1234'
const unknownId = '00000000-0000-4000-8000-000000000000'

const ids = {
  account: '0ea70001-0f58-44a2-80ad-953633ff2cc7',
  company: '29263739-2cf8-483d-af15-6151dc8448b4',
}
const userId = '65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6'

const shown = {
  ...active,
  name: 'An active access key of the operator examples',
  state: 'active',
  partnerId: null,
  userId,
  ...ids,
  roles: ['Partner', 'PartnerAdmin'],
  expiresAt: null,
  secrets: [{ hint: '1234', createdAt: '2025-11-03T08:30:00.000Z', expiresAt: null }],
  createdAt: '2025-11-03T08:30:00.000Z',
  lastUsedAt: null,
}

const changing = ['createAccessKey', 'updateAccessKey', 'activateAccessKey', 'revokeAccessKey', 'rotateAccessKeySecret']

test('access keys', async (t) => {
  const server = await startOperatorServer(t)
  const { asAdmin, asViewer, caller, audit, clock, db, restoreDemo, baseUrl } = server
  const login = new ContractCaller(contracts['partner-login'], baseUrl)

  /** The claims of the token that a partner gets, or `undefined`. */
  const logIn = async (accessKey: string, secret = secretOfAll): Promise<Record<string, unknown> | undefined> => {
    const { status, text } = await login.call('loginWithAccessKey', { body: { accessKey, secret } })
    return status === 201 ? JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString()) : undefined
  }
  const act = (operationId: string, id: string, body?: object) =>
    asAdmin(operationId, { params: { id }, ...(body && { body }) })
  const newest = async (action: string) => (await audit({ action, limit: '1' }))[0]
  const refused = (reply: CallReply, state: string): void => {
    t.equal(reply.status, 409)
    t.equal(reply.body.type, 'urn:tokenwright:problem:wrong-state')
    t.equal(reply.body.state, state)
  }
  const rows = async (): Promise<unknown> =>
    Promise.all([
      db.selectFrom('access_keys').selectAll().orderBy('id').execute(),
      db.selectFrom('access_key_secrets').selectAll().orderBy('access_key_id').orderBy('digest').execute(),
    ])

  t.beforeEach(async () => {
    clock.set('2026-01-15T10:00:00Z')
    await restoreDemo()
  })

  await t.test('a new key is shown its secret, and logs in once it is activated', async (t) => {
    const { status, body } = await asAdmin('createAccessKey', {
      body: { name: 'Point of sale', ...ids, userId, roles: ['Partner'], expiresAt: '2026-06-30T12:00:00+02:00' },
    })
    t.equal(status, 201)
    const { id, accessKey, secret } = body
    const listed = {
      id,
      accessKey,
      name: 'Point of sale',
      state: 'pending',
      partnerId: null,
      userId,
      ...ids,
      roles: ['Partner'],
      expiresAt: '2026-06-30T10:00:00.000Z',
      secrets: [{ hint: secret.slice(-4), createdAt: '2026-01-15T10:00:00.000Z', expiresAt: null }],
      createdAt: '2026-01-15T10:00:00.000Z',
      lastUsedAt: null,
    }
    t.strictSame(body, { ...listed, secret })
    t.match(accessKey, /^[0-9a-f]{40}$/)
    t.match(secret, /^[A-Za-z0-9+/]{48}$/)
    t.strictSame(await newest('access-key.create'), {
      actor: 'demo admin',
      action: 'access-key.create',
      subject: id,
      detail: null,
      result: 'succeeded',
    })
    t.strictSame((await asViewer('getAccessKey', { params: { id } })).body, listed)
    t.equal(await logIn(accessKey, secret), undefined, 'a pending key does not log in')
    t.strictSame((await act('activateAccessKey', id)).body, { ...listed, state: 'active' })
    t.match(await logIn(accessKey, secret), { uid: userId, ar: ['Partner'], ak: id, ca: ids.account, cid: ids.company })
  })

  await t.test('what is not given is made: a user of its own, no roles, no expiry', async (t) => {
    const create = async () =>
      (await asAdmin('createAccessKey', { body: { name: 'Bare', ...ids, expiresAt: null } })).body
    const [one, other] = [await create(), await create()]
    t.match(one.userId, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    t.not(one.userId, other.userId)
    t.strictSame(one.roles, [])
    t.equal(one.expiresAt, null)
  })

  await t.test('existing credentials are kept as they are, and UUIDs are shown in lower case', async (t) => {
    const accessKey = 'An existing KEY/+='
    const { status, body } = await asAdmin('createAccessKey', {
      body: { name: 'Altbestand', ...ids, account: ids.account.toUpperCase(), accessKey, secret: 'kürz +/' },
    })
    t.equal(status, 201)
    t.equal(body.accessKey, accessKey)
    t.equal(body.secret, 'kürz +/')
    t.equal(body.secrets[0].hint, '', 'a short secret shows nothing of itself')
    t.equal(body.account, ids.account)
    await act('activateAccessKey', body.id)
    t.match(await logIn(accessKey, 'kürz +/'), { ca: ids.account })
  })

  await t.test('an access key is taken once, also by two at the same time', async (t) => {
    const before = await rows()
    const create = (accessKey: string) =>
      asAdmin('createAccessKey', { body: { name: 'n', ...ids, accessKey, secret: 'another-secret' } })
    const { status, body } = await create(active.accessKey)
    t.equal(status, 409)
    t.equal(body.type, 'urn:tokenwright:problem:already-exists')
    t.match(await newest('access-key.create'), { subject: null, detail: null, result: 'refused' })
    t.strictSame(await rows(), before)
    const replies = await Promise.all([create('the same'), create('the same')])
    t.strictSame(replies.map(({ status }) => status).sort(), [201, 409])
  })

  await t.test('a value that is not acceptable is named', async (t) => {
    const before = await rows()
    const valid = { name: 'n', ...ids }
    for (const [operationId, body, pointer] of [
      ['createAccessKey', { ...ids }, '#/name'],
      ['createAccessKey', { name: 'n', company: 'no-uuid' }, '#/company'],
      ['createAccessKey', { ...valid, account: 'no-uuid' }, '#/account'],
      ['createAccessKey', { ...valid, account: `urn:uuid:${ids.account}` }, '#/account'],
      ['createAccessKey', { ...valid, userId: 5 }, '#/userId'],
      ['createAccessKey', { ...valid, roles: [''] }, '#/roles/0'],
      ['createAccessKey', { ...valid, roles: Array(51).fill('r') }, '#/roles'],
      ['createAccessKey', { ...valid, expiresAt: '2026-02-30T00:00:00Z' }, '#/expiresAt'],
      ['createAccessKey', { ...valid, expiresAt: '2026-02-20' }, '#/expiresAt'],
      ['createAccessKey', { ...valid, accessKey: 'k' }, '#/secret'],
      ['createAccessKey', { ...valid, secret: 's' }, '#/accessKey'],
      // PostgreSQL indexes no text that is as long as this.
      ['createAccessKey', { ...valid, accessKey: '鍵'.repeat(1024), secret: 's' }, '#/accessKey'],
      ['createAccessKey', { ...valid, state: 'active' }, '#'],
      ['updateAccessKey', {}, '#'],
      ['updateAccessKey', { name: null }, '#/name'],
      ['updateAccessKey', { roles: 'Partner' }, '#/roles'],
      ['updateAccessKey', { state: 'active' }, '#'],
      ['rotateAccessKeySecret', { overlapSeconds: 1.5 }, '#/overlapSeconds'],
      ['rotateAccessKeySecret', { overlapSeconds: 2_592_001 }, '#/overlapSeconds'],
    ] as const) {
      const reply = await act(operationId, active.id, body)
      t.equal(reply.status, 400, `${operationId} ${JSON.stringify(body).slice(0, 160)}`)
      t.ok(
        reply.body.errors.some((error: { pointer: string }) => error.pointer === pointer),
        `${pointer}: ${JSON.stringify(reply.body.errors)}`,
      )
    }
    t.strictSame(await rows(), before)
  })

  await t.test('an access key of 1024 characters can be kept', async (t) => {
    const accessKey = Array.from({ length: 1024 }, (_, index) => String.fromCharCode(33 + ((index * index) % 94))).join(
      '',
    )
    const body = { name: 'Long', ...ids, accessKey, secret: 'a-secret' }
    t.equal((await asAdmin('createAccessKey', { body })).status, 201)
  })

  await t.test(
    'what does not exist is 404, whatever the id looks like, and the audit says that it was tried',
    async (t) => {
      for (const id of [unknownId, 'no-uuid', 'x'.repeat(64)]) {
        t.equal((await asViewer('getAccessKey', { params: { id } })).status, 404)
        for (const [operationId, body] of [
          ['updateAccessKey', { name: 'n' }],
          ['activateAccessKey'],
          ['revokeAccessKey'],
          ['rotateAccessKeySecret', {}],
        ] as const) {
          t.equal((await act(operationId, id, body)).status, 404, `${operationId} ${id}`)
          t.match((await audit({ limit: '1' }))[0], { subject: null, detail: null, result: 'refused' })
        }
      }
    },
  )

  await t.test('only a pending key can be activated', async (t) => {
    const before = await rows()
    for (const [{ id }, state] of [
      [active, 'active'],
      [expired, 'expired'],
      [revoked, 'revoked'],
    ] as const) {
      refused(await act('activateAccessKey', id), state)
      t.match(await newest('access-key.activate'), { subject: id, result: 'refused' })
    }
    t.strictSame(await rows(), before)
    t.equal(await logIn(pending.accessKey), undefined)
    t.equal((await act('activateAccessKey', pending.id)).status, 200)
    t.ok(await logIn(pending.accessKey))
    t.match(await newest('access-key.activate'), { subject: pending.id, result: 'succeeded' })
  })

  await t.test(
    'a pending key whose date has passed is expired and cannot be activated until it has another date',
    async (t) => {
      const update = (expiresAt: string | null) => act('updateAccessKey', pending.id, { expiresAt })
      t.equal((await update('2026-01-15T10:00:00Z')).body.state, 'expired', 'from that moment on')
      refused(await act('activateAccessKey', pending.id), 'expired')
      t.equal((await update('2026-01-15T10:00:00.001Z')).body.state, 'pending')
      t.equal((await act('activateAccessKey', pending.id)).body.state, 'active')
    },
  )

  await t.test('of two who activate, and of two who revoke at the same time, one does', async (t) => {
    for (const [operationId, state] of [
      ['activateAccessKey', 'active'],
      ['revokeAccessKey', 'revoked'],
    ] as const) {
      const call = () => act(operationId, pending.id)
      const replies = await overlapping(server, 'access_keys', pending.id, [call, call])
      t.strictSame(replies.map(({ status }) => status).sort(), [200, 409])
      for (const reply of replies.filter(({ status }) => status === 409)) refused(reply, state)
    }
  })

  await t.test('a revocation holds on the next call and for good', async (t) => {
    t.ok(await logIn(active.accessKey))
    const { status, body } = await act('revokeAccessKey', active.id)
    t.equal(status, 200)
    t.strictSame(unused(body), { ...shown, state: 'revoked' })
    t.equal(await logIn(active.accessKey), undefined)
    t.match(await newest('access-key.revoke'), { subject: active.id, result: 'succeeded' })
    const before = await rows()
    refused(await act('revokeAccessKey', active.id), 'revoked')
    t.match(await newest('access-key.revoke'), { subject: active.id, result: 'refused' })
    refused(await act('activateAccessKey', active.id), 'revoked')
    refused(await act('updateAccessKey', active.id, { expiresAt: null }), 'revoked')
    refused(await act('rotateAccessKeySecret', active.id, { overlapSeconds: 0 }), 'revoked')
    t.strictSame(await rows(), before)
  })

  await t.test('a pending and an expired key can be revoked', async (t) => {
    for (const { id } of [pending, expired]) {
      t.equal((await act('revokeAccessKey', id)).body.state, 'revoked')
    }
  })

  await t.test('a change of name, roles or expiry holds on the next login and changes nothing else', async (t) => {
    const update = (body: object) => act('updateAccessKey', active.id, body)
    const { status, body } = await update({ roles: ['Partner'] })
    t.equal(status, 200)
    t.strictSame(unused(body), { ...shown, roles: ['Partner'] })
    t.match(await logIn(active.accessKey), { ar: ['Partner'] })
    t.strictSame(await newest('access-key.update'), {
      actor: 'demo admin',
      action: 'access-key.update',
      subject: active.id,
      detail: 'roles',
      result: 'succeeded',
    })
    await update({ expiresAt: '2026-01-15T09:00:00Z', name: 'Renamed', roles: [] })
    t.equal((await newest('access-key.update'))?.detail, 'name, roles, expiresAt: 2026-01-15T09:00:00.000Z')
    t.equal(await logIn(active.accessKey), undefined)
    const { body: reopened } = await update({ expiresAt: null })
    t.strictSame(unused(reopened), { ...shown, name: 'Renamed', roles: [] })
    t.equal((await newest('access-key.update'))?.detail, 'expiresAt: null')
    t.ok(await logIn(active.accessKey))
  })

  await t.test('after a rotation both secrets log in for a day, and then the new one', async (t) => {
    const { status, body } = await act('rotateAccessKeySecret', active.id)
    t.equal(status, 200)
    const { secret, ...key } = body
    t.match(secret, /^[A-Za-z0-9+/]{48}$/)
    t.strictSame(key, {
      ...shown,
      secrets: [
        { hint: secret.slice(-4), createdAt: '2026-01-15T10:00:00.000Z', expiresAt: null },
        { hint: '1234', createdAt: '2025-11-03T08:30:00.000Z', expiresAt: '2026-01-16T10:00:00.000Z' },
      ],
    })
    t.strictSame(await newest('access-key.rotate-secret'), {
      actor: 'demo admin',
      action: 'access-key.rotate-secret',
      subject: active.id,
      detail: 'overlapSeconds: 86400',
      result: 'succeeded',
    })
    const before = await rows()
    refused(await act('rotateAccessKeySecret', active.id, { overlapSeconds: 60 }), 'rotating')
    t.strictSame(await rows(), before, 'a refused rotation changes nothing')
    t.match(await newest('access-key.rotate-secret'), { subject: active.id, result: 'refused' })
    clock.set('2026-01-16T09:59:59.999Z')
    t.ok(await logIn(active.accessKey))
    t.ok(await logIn(active.accessKey, secret))
    clock.set('2026-01-16T10:00:00Z')
    t.equal(await logIn(active.accessKey), undefined)
    t.ok(await logIn(active.accessKey, secret))
    t.equal((await act('rotateAccessKeySecret', active.id, { overlapSeconds: 60 })).status, 200)
  })

  await t.test('a rotation with overlap 0 ends every earlier secret at once', async (t) => {
    const { body: first } = await act('rotateAccessKeySecret', active.id)
    const { status, body } = await act('rotateAccessKeySecret', active.id, { overlapSeconds: 0 })
    t.equal(status, 200)
    t.strictSame(body.secrets, [
      { hint: body.secret.slice(-4), createdAt: '2026-01-15T10:00:00.000Z', expiresAt: null },
    ])
    t.equal(await logIn(active.accessKey), undefined)
    t.equal(await logIn(active.accessKey, first.secret), undefined)
    t.ok(await logIn(active.accessKey, body.secret))
  })

  await t.test('of two who rotate at the same time one is refused, and the secret of the other works', async (t) => {
    for (const overlapSeconds of [0, 3600]) {
      const rotate = () => act('rotateAccessKeySecret', active.id, { overlapSeconds })
      const replies = await overlapping(server, 'access_keys', active.id, [rotate, rotate])
      t.strictSame(replies.map(({ status }) => status).sort(), [200, 409], `overlap ${overlapSeconds}`)
      for (const reply of replies) {
        if (reply.status === 409) {
          refused(reply, 'rotating')
          t.match(reply.body.detail, /^Another operator has rotated this secret/)
        } else t.ok(await logIn(active.accessKey, reply.body.secret))
      }
    }
  })

  await t.test('a pending and an expired key can be rotated, and stay what they are', async (t) => {
    t.equal((await act('rotateAccessKeySecret', pending.id)).body.state, 'pending')
    t.equal((await act('rotateAccessKeySecret', expired.id)).body.state, 'expired')
  })

  await t.test('no secret is shown twice', async (t) => {
    const { body: made } = await asAdmin('createAccessKey', { body: { name: 'Once', ...ids } })
    const params = { id: made.id }
    const { body: rotated } = await act('rotateAccessKeySecret', made.id)
    const taken = { name: 'n', ...ids, accessKey: made.accessKey, secret: 'a-secret-that-is-refused' }
    const texts = await Promise.all([
      asAdmin('createAccessKey', { body: taken }),
      asViewer('listAccessKeys'),
      asViewer('getAccessKey', { params }),
      act('updateAccessKey', made.id, { name: 'Twice' }),
      act('activateAccessKey', made.id),
      act('rotateAccessKeySecret', made.id),
    ])
    texts.push(
      await act('revokeAccessKey', made.id),
      await asViewer('listAuditEvents', { query: { limit: maxPageSize } }),
    )
    for (const { text } of texts) {
      for (const secret of [made.secret, rotated.secret, taken.secret]) t.notOk(text.includes(secret))
    }
  })

  await t.test('a list has the keys of one state, as the clock tells it', async (t) => {
    const idsIn = async (state: string): Promise<string[]> => {
      const { body } = await asViewer('listAccessKeys', { query: { state, limit: maxPageSize } })
      for (const item of body.items) t.equal(item.state, state)
      return body.items.map(({ id }: { id: string }) => id)
    }
    const { body: all } = await asViewer('listAccessKeys', { query: { limit: maxPageSize } })
    const states = ['pending', 'active', 'expired', 'revoked']
    const found = await Promise.all(states.map(idsIn))
    t.equal(found.flat().length, all.items.length)
    t.strictSame(new Set(found.flat()).size, all.items.length)
    for (const [index, { id }] of [pending, active, expired, revoked].entries()) t.ok(found[index]?.includes(id))
    const expiresAt = '2026-01-15T11:00:00Z'
    for (const { id } of [pending, active]) await act('updateAccessKey', id, { expiresAt })
    clock.set('2026-01-15T10:59:59.999Z')
    t.ok((await idsIn('pending')).includes(pending.id))
    t.ok((await idsIn('active')).includes(active.id))
    clock.set('2026-01-15T11:00:00Z')
    const now = await idsIn('expired')
    for (const { id } of [pending, active]) t.ok(now.includes(id))
    t.notOk((await idsIn('pending')).includes(pending.id))
    t.notOk((await idsIn('active')).includes(active.id))
  })

  await t.test('pages are newest first and without a gap, within one state as well', async (t) => {
    for (const name of ['One', 'Two', 'Three']) await asAdmin('createAccessKey', { body: { name, ...ids } })
    const { body: all } = await asViewer('listAccessKeys')
    t.equal(all.items[0].name, 'Three')
    t.strictSame(
      all.items.find(({ id }: { id: string }) => id === active.id),
      shown,
    )
    for (const filter of [{}, { state: 'pending' }]) {
      const { body: whole } = await asViewer('listAccessKeys', { query: filter })
      const paged: unknown[] = []
      let cursor: string | null = null
      do {
        const query = { ...filter, limit: '2', ...(cursor && { cursor }) }
        const { body } = await asViewer('listAccessKeys', { query })
        t.ok(body.items.length <= 2)
        paged.push(...body.items)
        cursor = body.nextCursor
        await asAdmin('createAccessKey', { body: { name: 'Added meanwhile', ...ids } })
      } while (cursor)
      t.strictSame(paged, whole.items)
    }
    for (const query of [{ limit: '201' }, { cursor: '1' }, { state: 'gone' }, { name: 'One' }]) {
      t.equal((await asViewer('listAccessKeys', { query })).status, 400, JSON.stringify(query))
    }
  })

  await t.test('a viewer may look, and nobody may do anything without a key', async (t) => {
    const before = await rows()
    const params = { id: active.id }
    for (const operationId of changing) {
      t.equal((await asViewer(operationId, { params })).status, 403, operationId)
      t.equal((await caller.call(operationId, { params })).status, 401, operationId)
    }
    for (const operationId of ['listAccessKeys', 'getAccessKey']) {
      t.equal((await caller.call(operationId, { params })).status, 401, operationId)
    }
    t.strictSame(await rows(), before)
  })

  caller.assertAllStatusesSeen(t, ['listAccessKeys', 'getAccessKey', ...changing])
})
