import { test } from 'tap'
import { adminKey, startOperatorServer } from '../../support/operator.js'

const demoAdmin = '7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d01'

test('operators', async (t) => {
  const { asAdmin, asViewer, caller, audit, clock, services, restoreDemo, db } = await startOperatorServer(t)

  /** Leaves the demo's admin as the only one. */
  async function keepDemoAdmin(): Promise<void> {
    await restoreDemo()
    await db.deleteFrom('operators').where('role', '=', 'admin').where('id', '!=', demoAdmin).execute()
  }

  await t.test('a new operator is shown its key once, and may do what its role says', async (t) => {
    const { body: viewer } = await asAdmin('createOperator', { body: { name: 'Monitoring', role: 'viewer' } })
    t.match(viewer.key, /^two_[0-9A-Za-z]{38}$/)
    t.equal(viewer.hint, `two_…${viewer.key.slice(-4)}`)
    t.equal(viewer.createdAt, '2026-01-15T10:00:00.000Z')
    const listed = await caller.call('listOperators', { token: viewer.key })
    t.notMatch(listed.text, viewer.key)
    const refused = await caller.call('createOperator', { token: viewer.key, body: { name: 'Another', role: 'admin' } })
    t.equal(refused.status, 403)
    t.strictSame(await audit({ action: 'operator.create' }), [
      { actor: 'Monitoring', action: 'operator.create', subject: null, detail: null, result: 'refused' },
      {
        actor: 'demo admin',
        action: 'operator.create',
        subject: viewer.id,
        detail: 'role: viewer',
        result: 'succeeded',
      },
    ])
  })

  await t.test('an operator is told who it is and what it may do', async (t) => {
    const { body: created } = await asAdmin('createOperator', { body: { name: 'Curious', role: 'viewer' } })
    const { status, body } = await caller.call('getOwnOperator', { token: created.key })
    t.equal(status, 200)
    const withKey = { email: null, signedInWith: 'operator-key', expiresAt: null }
    t.strictSame(body, { id: created.id, name: 'Curious', role: 'viewer', ...withKey })
    t.strictSame((await asAdmin('getOwnOperator')).body, {
      id: demoAdmin,
      name: 'demo admin',
      role: 'admin',
      ...withKey,
    })
  })

  await t.test('a name is taken once, and the name of the configured operator never', async (t) => {
    for (const name of ['demo viewer', 'environment']) {
      const { status, body } = await asAdmin('createOperator', { body: { name, role: 'viewer' } })
      t.equal(status, 409)
      t.equal(body.type, 'urn:tokenwright:problem:already-exists')
    }
  })

  await t.test('the key of a removed operator is refused at once', async (t) => {
    const { body } = await asAdmin('createOperator', { body: { name: 'Leaving', role: 'admin' } })
    t.equal((await caller.call('listOperators', { token: body.key })).status, 200)
    t.equal((await asAdmin('deleteOperator', { params: { id: body.id } })).status, 204)
    t.equal((await caller.call('listOperators', { token: body.key })).status, 401)
    t.equal((await asAdmin('deleteOperator', { params: { id: body.id } })).status, 404)
    t.equal((await asAdmin('deleteOperator', { params: { id: 'no-uuid' } })).status, 404)
  })

  await t.test('the last admin stays, also when two remove the last two at once', async (t) => {
    await restoreDemo()
    const { body: other } = await asAdmin('createOperator', { body: { name: 'Second admin', role: 'admin' } })
    const replies = await Promise.all([
      asAdmin('deleteOperator', { params: { id: demoAdmin } }),
      asAdmin('deleteOperator', { params: { id: other.id }, token: other.key }),
    ])
    t.strictSame(replies.map(({ status }) => status).sort(), [204, 409])
    const refused = replies.find(({ status }) => status === 409)
    t.equal(refused?.body.state, 'last-admin')
    await restoreDemo()
  })

  await t.test(
    'a key is refused from its expiry on like an unknown one, and works again once it is renewed',
    async (t) => {
      const expiresAt = '2026-01-15T12:00:00.000Z'
      const name = 'Introspecting'
      const { status, body } = await asAdmin('createOperator', {
        body: { name, role: 'viewer', expiresAt: '2026-01-15T13:00:00+01:00' },
      })
      t.equal(status, 201)
      t.match(body, { state: 'active', expiresAt })
      const basic = `Basic ${Buffer.from(`${name}:${body.key}`).toString('base64')}`
      const statuses = async () => [
        (await caller.call('listOperators', { token: body.key })).status,
        (await caller.call('introspectToken', { token: body.key, body: { token: 'any' } })).status,
        (await caller.call('introspectOauthToken', { headers: { authorization: basic }, body: { token: 'any' } }))
          .status,
      ]
      clock.set('2026-01-15T11:59:59Z')
      t.strictSame(await statuses(), [200, 200, 200])
      t.equal((await caller.call('getOwnOperator', { token: body.key })).body.expiresAt, expiresAt)
      clock.set(expiresAt)
      t.strictSame(await statuses(), [401, 401, 401])
      const refused = await caller.call('listOperators', { token: body.key })
      const unknown = await caller.call('listOperators', { token: `${body.key}x` })
      t.strictSame(
        [refused.text, refused.headers['www-authenticate']],
        [unknown.text, unknown.headers['www-authenticate']],
      )
      const shown = async () =>
        (await asAdmin('listOperators')).body.items.find(({ id }: { id: string }) => id === body.id)
      t.match(await shown(), { state: 'expired', expiresAt })

      const renewed = await asAdmin('updateOperator', { params: { id: body.id }, body: { expiresAt: null } })
      t.match(renewed, { status: 200, body: { id: body.id, state: 'active', expiresAt: null } })
      t.strictSame(await statuses(), [200, 200, 200])
      const ended = await asAdmin('updateOperator', { params: { id: body.id }, body: { expiresAt } })
      t.match(ended, { status: 200, body: { state: 'expired' } }, 'a time that has passed ends the key at once')
      t.strictSame(await statuses(), [401, 401, 401])
      t.equal((await asAdmin('deleteOperator', { params: { id: body.id } })).status, 204)
      t.strictSame(
        (await audit({ subject: body.id })).map(({ action, detail, result }) => [action, detail, result]),
        [
          ['operator.delete', null, 'succeeded'],
          ['operator.update', `expiresAt: ${expiresAt}`, 'succeeded'],
          ['operator.update', 'expiresAt: null', 'succeeded'],
          ['operator.create', `role: viewer, expiresAt: ${expiresAt}`, 'succeeded'],
        ],
      )
    },
  )

  await t.test('an operator that does not exist is not renewed, and an expiry is a time', async (t) => {
    for (const id of ['no-uuid', '00000000-0000-4000-8000-000000000000']) {
      t.equal((await asAdmin('updateOperator', { params: { id }, body: { expiresAt: null } })).status, 404)
    }
    for (const body of [{}, { expiresAt: 'tomorrow' }, { expiresAt: '2026-02-30T00:00:00Z' }, { role: 'admin' }]) {
      t.equal((await asAdmin('updateOperator', { params: { id: demoAdmin }, body })).status, 400, JSON.stringify(body))
    }
  })

  await t.test('the last admin whose key never expires neither expires nor goes, however many expire', async (t) => {
    await keepDemoAdmin()
    clock.set('2026-01-15T10:00:00Z')
    const { body: passing } = await asAdmin('createOperator', {
      body: { name: 'Passing admin', role: 'admin', expiresAt: '2027-01-01T00:00:00Z' },
    })
    const change = (id: string, expiresAt: string | null, token = adminKey) =>
      asAdmin('updateOperator', { params: { id }, body: { expiresAt }, token })
    t.match(await change(demoAdmin, '2099-01-01T00:00:00Z'), { status: 409, body: { state: 'last-admin' } })
    t.match(await asAdmin('deleteOperator', { params: { id: demoAdmin } }), { status: 409 })
    t.equal((await change(demoAdmin, null)).status, 200, 'what changes nothing is no harm')

    const { body: lasting } = await asAdmin('createOperator', { body: { name: 'Lasting admin', role: 'admin' } })
    const both = await Promise.all([
      change(demoAdmin, '2026-06-01T00:00:00Z'),
      change(lasting.id, '2026-06-01T00:00:00Z', lasting.key),
    ])
    t.strictSame(both.map(({ status }) => status).sort(), [200, 409], 'of two at once one is refused')
    t.equal((await asAdmin('deleteOperator', { params: { id: passing.id } })).status, 204)
    for (const id of [lasting.id, demoAdmin]) await change(id, null)
    t.equal((await asAdmin('deleteOperator', { params: { id: lasting.id } })).status, 204)
    await restoreDemo()
  })

  await t.test(
    'where the key of every admin expires, the last one that works is kept, and can be renewed',
    async (t) => {
      await restoreDemo()
      const { body: over } = await asAdmin('createOperator', {
        body: { name: 'Expired admin', role: 'admin', expiresAt: '2026-01-01T00:00:00Z' },
      })
      // As after OPERATOR_KEY was taken out of the configuration.
      await db
        .updateTable('operators')
        .set({ expires_at: new Date('2026-03-01') })
        .where('id', '=', demoAdmin)
        .execute()
      const change = (expiresAt: string | null) =>
        asAdmin('updateOperator', { params: { id: demoAdmin }, body: { expiresAt } })
      t.match(await asAdmin('deleteOperator', { params: { id: demoAdmin } }), {
        status: 409,
        body: { state: 'last-admin' },
      })
      t.match(await change('2026-02-01T00:00:00Z'), { status: 409, body: { state: 'last-admin' } })
      t.equal((await change('2026-04-01T00:00:00Z')).status, 200)
      t.equal((await asAdmin('deleteOperator', { params: { id: over.id } })).status, 204)
      t.equal((await change(null)).status, 200)
      await restoreDemo()
    },
  )

  await t.test('the diagnosis names the keys that have expired, and those that expire within 14 days', async (t) => {
    clock.set('2026-01-15T10:00:00Z')
    const expiring = { Over: '2026-01-15T10:00:00Z', Soon: '2026-01-29T09:59:59Z', Later: '2026-01-29T10:00:00Z' }
    for (const [name, expiresAt] of Object.entries(expiring)) {
      await asAdmin('createOperator', { body: { name, role: 'viewer', expiresAt } })
    }
    const { items } = (await asViewer('getDiagnosis')).body
    t.match(
      items.filter(({ check }: { check: string }) => check === 'operator keys'),
      [
        {
          level: 'warning',
          message: 'expired, and refused: Over (2026-01-15T10:00:00.000Z)',
          action: /operator renew/,
        },
        {
          level: 'warning',
          message: 'expires within 14 days: Soon (2026-01-29T09:59:59.000Z)',
          action: /operator renew/,
        },
      ],
    )
  })

  await t.test('the last use of a key is shown', async (t) => {
    clock.set('2026-01-15T11:00:00Z')
    await asViewer('listOperators')
    await services.flush()
    const { body } = await asAdmin('listOperators')
    const viewer = body.items.find(({ name }: { name: string }) => name === 'demo viewer')
    t.equal(viewer.lastUsedAt, '2026-01-15T11:00:00.000Z')
  })

  await t.test('without a key, and with one that nobody has, the answer is 401', async (t) => {
    const none = await caller.call('listOperators')
    t.equal(none.status, 401)
    t.equal(none.headers['www-authenticate'], 'Bearer realm="operator"')
    const unknown = await caller.call('listOperators', { token: `${adminKey}x` })
    t.equal(unknown.status, 401)
    t.equal(unknown.headers['www-authenticate'], 'Bearer realm="operator", error="invalid_token"')
  })

  await t.test('pages follow one another without a gap, whatever is added meanwhile', async (t) => {
    const names: string[] = []
    const { body: all } = await asAdmin('listOperators')
    let cursor: string | null = null
    do {
      const { body } = await asAdmin('listOperators', { query: { limit: '1', ...(cursor && { cursor }) } })
      names.push(...body.items.map(({ name }: { name: string }) => name))
      cursor = body.nextCursor
      await asAdmin('createOperator', { body: { name: `Added ${names.length}`, role: 'viewer' } })
    } while (cursor)
    t.strictSame(
      names,
      all.items.map(({ name }: { name: string }) => name),
    )
  })

  await t.test('a wrong cursor, limit or parameter is told', async (t) => {
    for (const query of [
      { cursor: 'x' },
      { limit: '0' },
      { limit: '201' },
      { limit: 'ten' },
      { limit: '1e400' },
      { unknown: '1' },
    ]) {
      const { status, body } = await asAdmin('listOperators', { query })
      t.equal(status, 400, JSON.stringify(query))
      t.equal(body.type, 'urn:tokenwright:problem:invalid-request')
      t.ok(body.errors.length > 0)
    }
  })
})
