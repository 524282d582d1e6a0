import { test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { ContractCaller } from '../../support/contract-caller.js'
import { startOperatorServer } from '../../support/operator.js'

test('signing keys', async (t) => {
  const { asAdmin, asViewer, audit, baseUrl, clock, db } = await startOperatorServer(t)
  const partner = new ContractCaller(contracts['partner-login'], baseUrl)
  const api = 'partner-login'
  const logIn = async (): Promise<string> => {
    const { body } = await partner.call('loginWithAccessKey', {
      body: {
        accessKey: '986d8167a9b9a15e37db4ab4ad50877b01347a94',
        secret: '79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq',
      },
    })
    return body
  }
  const kidOf = (jwt: string): string => JSON.parse(Buffer.from(jwt.split('.')[0] ?? '', 'base64url').toString()).kid
  const isActive = async (token: string): Promise<boolean> =>
    (await asViewer('introspectToken', { body: { token } })).body.active
  const states = async (): Promise<string[]> =>
    (await asViewer('listSigningKeys')).body.items.map(({ state }: { state: string }) => state)

  await t.test('a new key is published, signs after ten seconds, and what was signed before stays valid', async (t) => {
    const before = await logIn()
    const { body: key, text } = await asAdmin('rotateSigningKey', { params: { api }, body: {} })
    t.match(key, {
      api,
      algorithm: 'HS384',
      state: 'published',
      signsFrom: '2026-01-15T10:00:10.000Z',
      expiresAt: null,
    })
    t.notMatch(text, /wrapped|secret/)
    t.strictSame(await states(), ['published', 'signing'])
    t.equal(kidOf(await logIn()), kidOf(before), 'not yet')
    clock.advance(10)
    const after = await logIn()
    t.equal(kidOf(after), key.id)
    t.strictSame(await states(), ['signing', 'verifying'])
    t.ok(await isActive(before))
    clock.advance(3_589)
    t.ok(await isActive(before), 'in its last second')
  })

  await t.test('a second rotation is refused while the first is under way; of two at once one wins', async (t) => {
    const replies = await Promise.all([
      asAdmin('rotateSigningKey', { params: { api }, body: {} }),
      asAdmin('rotateSigningKey', { params: { api } }),
    ])
    t.strictSame(replies.map(({ status }) => status).sort(), [200, 409])
    t.equal(replies.find(({ status }) => status === 409)?.body.state, 'published')
    const [refused, done] = await audit({ action: 'signing-key.rotate', limit: '2' })
    t.strictSame([refused?.result, done?.result].sort(), ['refused', 'succeeded'])
    t.equal(refused?.subject, api)
    clock.advance(10)
  })

  await t.test('after a leak the new key signs at once, and every earlier token is refused', async (t) => {
    const before = await logIn()
    const { body } = await asAdmin('rotateSigningKey', { params: { api }, body: { overlapSeconds: 0 } })
    t.equal(body.state, 'signing')
    t.notOk(await isActive(before))
    t.equal(kidOf(await logIn()), body.id)
    t.match(await audit({ action: 'signing-key.rotate', limit: '1' }), [{ detail: 'overlapSeconds: 0' }])
  })

  await t.test('pages are by creation, newest first', async (t) => {
    const { body: all } = await asViewer('listSigningKeys')
    const first = await asViewer('listSigningKeys', { query: { limit: '2' } })
    const rest = await asViewer('listSigningKeys', { query: { cursor: first.body.nextCursor } })
    t.strictSame([...first.body.items, ...rest.body.items], all.items)
  })

  await t.test('an API that signs nothing is unknown', async (t) => {
    for (const api of ['gateway-tokens', 'nothing']) {
      t.equal((await asAdmin('rotateSigningKey', { params: { api }, body: {} })).status, 404)
    }
    const { status, body } = await asAdmin('rotateSigningKey', { params: { api }, body: { overlapSeconds: -1 } })
    t.equal(status, 400)
    t.strictSame(body.errors, [{ pointer: '#/overlapSeconds', detail: 'must be >= 0' }])
  })

  await t.test('a rotation whose event cannot be written does not happen', async (t) => {
    const before = await states()
    await db.schema.alterTable('audit_events').renameTo('elsewhere').execute()
    t.equal((await asAdmin('rotateSigningKey', { params: { api }, body: {} })).status, 500)
    await db.schema.alterTable('elsewhere').renameTo('audit_events').execute()
    t.strictSame(await states(), before)
  })
})
