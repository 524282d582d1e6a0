import { test } from 'tap'
import { adminKey, startOperatorServer } from '../../support/operator.js'

const demoAdmin = '7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d01'

test('operators', async (t) => {
  const { asAdmin, asViewer, caller, audit, clock, services, restoreDemo } = await startOperatorServer(t)

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
    t.strictSame(body, { id: created.id, name: 'Curious', role: 'viewer' })
    t.strictSame((await asAdmin('getOwnOperator')).body, { id: demoAdmin, name: 'demo admin', role: 'admin' })
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
