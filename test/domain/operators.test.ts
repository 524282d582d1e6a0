import { test } from 'tap'
import { Secret } from '../../src/crypto/secret.js'
import { startOperatorServer } from '../support/operator.js'

const key = (letter: string) => new Secret(letter.repeat(40))

test('the operator of the configuration', async (t) => {
  const { services, caller, asAdmin } = await startOperatorServer(t)
  const status = async (token: Secret) => (await caller.call('listOperators', { token: token.reveal() })).status

  t.equal(await services.operators.prepare(key('a'), true), undefined, 'there is an admin: none is made')
  t.equal(await status(key('a')), 200)
  const { body } = await asAdmin('listOperators')
  const environment = body.items.find(({ name }: { name: string }) => name === 'environment')
  t.match(environment, { role: 'admin', hint: '…aaaa' })
  const refused = await asAdmin('deleteOperator', { params: { id: environment.id } })
  t.equal(refused.status, 409)
  t.equal(refused.body.state, 'environment')
  const expiring = { params: { id: environment.id }, body: { expiresAt: '2027-01-01T00:00:00Z' } }
  t.match(await asAdmin('updateOperator', expiring), { status: 409, body: { state: 'environment' } })

  await services.operators.prepare(key('a'), false)
  t.equal((await asAdmin('listOperators')).body.items.length, body.items.length, 'the same key changes nothing')
  await services.operators.prepare(key('b'), false)
  t.equal(await status(key('a')), 401, 'another key takes its place')
  t.equal(await status(key('b')), 200)
  await services.operators.prepare(undefined, false)
  t.equal(await status(key('b')), 401, 'without one it goes')

  const created = await asAdmin('createOperator', { body: { name: 'Ada', role: 'viewer' } })
  await services.operators.prepare(new Secret(created.body.key), false)
  t.equal(await status(new Secret(created.body.key)), 200, 'a key that somebody has already still is theirs')
})

test('the first admin', async (t) => {
  const { services, caller, clock, db } = await startOperatorServer(t)
  await db.deleteFrom('operators').execute()
  t.equal(await services.operators.prepare(undefined, false), undefined, 'not where nobody would see the key')
  const made = await Promise.all([
    services.operators.prepare(undefined, true),
    services.operators.prepare(undefined, true),
  ])
  const [first, ...others] = made.filter((one) => one !== undefined)
  t.strictSame(others, [], 'of two instances one makes it')
  t.match(first?.reveal(), /^two_/)
  t.equal((await caller.call('listOperators', { token: first?.reveal() ?? '' })).status, 200)
  t.equal(await services.operators.prepare(undefined, true), undefined, 'once')
  await db.updateTable('operators').set({ expires_at: clock.now(), name: 'an admin of last year' }).execute()
  t.equal(await services.operators.hasAdmin(), false)
  t.match((await services.operators.prepare(undefined, true))?.reveal(), /^two_/, 'one whose key has expired is none')
})
