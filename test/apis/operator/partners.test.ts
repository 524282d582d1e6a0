import { test } from 'tap'
import { startOperatorServer } from '../../support/operator.js'

const demoPartner = '29263739-2cf8-483d-af15-6151dc8448b4'
const firstAccount = '0ea70001-0f58-44a2-80ad-953633ff2cc7'
const secondAccount = '0ea70001-0f58-44a2-80ad-953633ff2c02'
const nobody = '00000000-0000-4000-8000-000000000000'
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('partners', async (t) => {
  const { asAdmin, asViewer, audit, caller, restoreDemo } = await startOperatorServer(t)
  const create = async (body: object) => (await asAdmin('createPartner', { body })).body

  await t.test('a name is enough: the server makes the id, and one account of the same name', async (t) => {
    const { status, body } = await asAdmin('createPartner', { body: { name: 'Acme Ltd' } })
    t.equal(status, 201)
    t.match(body.id, uuid)
    t.strictSame(body.contacts, [])
    t.equal(body.accounts.length, 1)
    t.match(body.accounts[0], { id: uuid, name: 'Acme Ltd', createdAt: '2026-01-15T10:00:00.000Z' })
    t.not(body.accounts[0].id, body.id)
    t.strictSame((await asAdmin('getPartner', { params: { id: body.id.toUpperCase() } })).body, body)
    t.strictSame(await audit({ action: 'partner.create', limit: '1' }), [
      {
        actor: 'demo admin',
        action: 'partner.create',
        subject: body.id,
        detail: 'accounts: 1',
        result: 'succeeded',
      },
    ])
  })

  await t.test('accounts and contacts keep their order, and ids that are known are kept', async (t) => {
    const body = {
      id: '4F0D8A26-93B1-4E57-A2C8-6E1F5B7D9CFF',
      name: 'Altbestand AG',
      contacts: [
        { name: 'Zoë', email: 'zoe@example.org' },
        { name: 'Adam', email: 'adam@example.org' },
      ],
      accounts: [{ name: 'Zentrale' }, { name: 'Filiale', id: '4f0d8a26-93b1-4e57-a2c8-6e1f5b7d9cfe' }],
    }
    const created = await create(body)
    t.equal(created.id, body.id.toLowerCase())
    t.strictSame(created.contacts, body.contacts)
    t.strictSame(
      created.accounts.map(({ name }: { name: string }) => name),
      ['Zentrale', 'Filiale'],
    )
    t.equal(created.accounts[1].id, body.accounts[1]?.id)
    t.strictSame((await asAdmin('getPartner', { params: { id: created.id } })).body, created)
  })

  await t.test('where an id is taken, nothing of the partner is stored', async (t) => {
    const { body: before } = await asAdmin('listPartners')
    for (const body of [
      { name: 'Same id', id: demoPartner },
      { name: 'Same account', contacts: [], accounts: [{ name: 'New' }, { name: 'Taken', id: firstAccount }] },
    ]) {
      t.equal((await asAdmin('createPartner', { body })).status, 409, body.name)
    }
    t.strictSame((await asAdmin('listPartners')).body, before)
  })

  await t.test('a name is any text without control characters', async (t) => {
    for (const name of ['<img src=x onerror=alert(1)>', "Robert'); drop table partners;--", '=1+1', '株式会社 😀']) {
      t.equal((await create({ name })).name, name)
    }
    for (const name of ['', 'a\nb', 'a\u001b[31m', 'a\u0000', 'a\u0085', '\ud800', 'x'.repeat(256)]) {
      t.equal((await asAdmin('createPartner', { body: { name } })).status, 400, JSON.stringify(name))
    }
    for (const email of ['nobody', 'a b@example.org', 'a@b@c', '@']) {
      const body = { name: 'Acme', contacts: [{ name: 'Nobody', email }] }
      t.equal((await asAdmin('createPartner', { body })).status, 400, email)
    }
  })

  await t.test('a change of the contacts replaces them, and leaves name and accounts', async (t) => {
    await restoreDemo()
    const params = { id: demoPartner }
    const { body: before } = await asAdmin('getPartner', { params })
    const contacts = [{ name: 'Somebody else', email: 'somebody@example.org' }]
    const { status, body } = await asAdmin('updatePartner', { params, body: { contacts } })
    t.equal(status, 200)
    t.strictSame(body, { ...before, contacts })
    t.equal((await asAdmin('updatePartner', { params, body: {} })).status, 400)
    t.equal((await asAdmin('updatePartner', { params: { id: nobody }, body: { contacts } })).status, 404)
    t.match(await audit({ action: 'partner.update', limit: '2' }), [
      { subject: null, result: 'refused' },
      { subject: demoPartner, detail: 'contacts: 1', result: 'succeeded' },
    ])
  })

  await t.test('pages of partners follow one another', async (t) => {
    const { body: all } = await asAdmin('listPartners')
    const ids: string[] = []
    let cursor: string | null = null
    do {
      const { body } = await asAdmin('listPartners', { query: { limit: '1', ...(cursor && { cursor }) } })
      ids.push(...body.items.map(({ id }: { id: string }) => id))
      cursor = body.nextCursor
    } while (cursor)
    t.strictSame(
      ids,
      all.items.map(({ id }: { id: string }) => id),
    )
  })

  await t.test('an account that a usable access key has stays, and so does the last one', async (t) => {
    await restoreDemo()
    const { body: key } = await asAdmin('createAccessKey', { body: { name: 'Another', partnerId: demoPartner } })
    t.equal(key.account, firstAccount)
    const remove = (accountId: string) => asAdmin('deletePartnerAccount', { params: { id: demoPartner, accountId } })
    t.match(await remove(firstAccount), { status: 409, body: { state: 'in-use' } })
    t.equal((await remove(secondAccount)).status, 204)
    t.equal((await remove(secondAccount)).status, 404)
    t.equal((await remove('no-uuid')).status, 404)
    t.match(await remove(firstAccount), { status: 409, body: { state: 'last' } })
    const params = { id: demoPartner }
    const { body: account } = await asAdmin('addPartnerAccount', { params, body: { name: 'New' } })
    t.equal((await asAdmin('addPartnerAccount', { params, body: { name: 'Again', id: account.id } })).status, 409)
    t.equal((await asAdmin('addPartnerAccount', { params: { id: nobody }, body: { name: 'N' } })).status, 404)
    for (const id of [key.id, '45771ea1-b012-4b80-8ba4-49891c5d8d47']) {
      t.equal((await asAdmin('revokeAccessKey', { params: { id } })).status, 200)
    }
    t.equal((await remove(firstAccount)).status, 204)
    t.strictSame((await asAdmin('getPartner', { params })).body.accounts, [account])
  })

  await t.test('of the last two accounts one stays, also where both are deleted at once', async (t) => {
    const partner = await create({ name: 'Two accounts', accounts: [{ name: 'one' }, { name: 'two' }] })
    const replies = await Promise.all(
      partner.accounts.map(({ id: accountId }: { id: string }) =>
        asAdmin('deletePartnerAccount', { params: { id: partner.id, accountId } }),
      ),
    )
    t.strictSame(replies.map(({ status }) => status).sort(), [204, 409])
  })

  await t.test('every declared status was seen', async (t) => {
    await asAdmin('deletePartner', { params: { id: '9b2e4c10-7a35-4d6f-8e21-5c0d3f7a1b02' } })
    await asAdmin('deletePartner', { params: { id: nobody } })
    await asAdmin('deletePartner', { params: { id: demoPartner } })
    await asAdmin('getPartner', { params: { id: nobody } })
    const changing = ['createPartner', 'updatePartner', 'deletePartner', 'addPartnerAccount', 'deletePartnerAccount']
    const reading = ['listPartners', 'getPartner']
    const params = { id: demoPartner, accountId: firstAccount }
    for (const operationId of changing) t.equal((await asViewer(operationId, { params })).status, 403, operationId)
    for (const operationId of reading) t.equal((await asViewer(operationId, { params })).status, 200, operationId)
    for (const operationId of [...changing, ...reading]) {
      t.equal((await caller.call(operationId, { params })).status, 401, operationId)
    }
    caller.assertAllStatusesSeen(t, [...changing, ...reading])
  })
})

test('credentials of partners', async (t) => {
  const { asAdmin, asViewer, audit, caller, db, restoreDemo, services } = await startOperatorServer(t)

  /** How each kind is created, shown and changed. */
  const kinds = [
    { kind: 'BrokerUser', body: { name: 'Point of sale' }, key: 'id' },
    { kind: 'AccessKey', body: { name: 'Point of sale' }, key: 'id' },
    { kind: 'SecurityUser', body: { username: 'joining@example.org' }, key: 'uid' },
    { kind: 'GatewayToken', body: { accountId: 'JOINING', description: 'Point of sale' }, key: 'tokenLink' },
  ] as const
  const operations = (kind: string) => ({
    create: `create${kind}`,
    show: kind === 'GatewayToken' ? 'getGatewayTokenByLink' : `get${kind}`,
    update: `update${kind}`,
  })

  for (const { kind, body, key } of kinds) {
    const { create, show, update } = operations(kind)

    await t.test(`${create} for a partner, and without one`, async (t) => {
      await restoreDemo()
      const { status, body: created } = await asAdmin(create, {
        body: { ...body, partnerId: demoPartner.toUpperCase() },
      })
      t.equal(status, 201)
      t.equal(created.partnerId, demoPartner)
      const params = { [key]: String(created[key]) }
      t.equal((await asAdmin(show, { params })).body.partnerId, demoPartner)
      const [event] = await audit({ subject: String(created[key]) })
      t.match(event?.detail, `partnerId: ${demoPartner}`)
      const other = { ...body, ...(kind === 'SecurityUser' && { username: 'other@example.org' }) }
      t.equal((await asAdmin(create, { body: other })).body.partnerId, null)
      const another = { ...body, ...(kind === 'SecurityUser' && { username: 'another@example.org' }), partnerId: null }
      t.equal((await asAdmin(create, { body: another })).body.partnerId, null)
    })

    await t.test(`${update} lets a credential join and leave a partner, and says so in the audit`, async (t) => {
      await restoreDemo()
      const own = { ...body, ...(kind === 'SecurityUser' && { username: 'moving@example.org' }) }
      const { body: created } = await asAdmin(create, { body: own })
      const params = { [key]: String(created[key]) }
      const { body: before } = await asAdmin(show, { params })
      const joined = await asAdmin(update, { params, body: { partnerId: demoPartner } })
      t.strictSame(joined.body, { ...before, partnerId: demoPartner })
      const left = await asAdmin(update, { params, body: { partnerId: null } })
      t.strictSame(left.body, before)
      t.match(await audit({ subject: String(created[key]), limit: '2' }), [
        { detail: 'partnerId: null' },
        { detail: `partnerId: ${demoPartner}` },
      ])
    })

    await t.test(`${kind}: a partner that does not exist is refused, and nothing is stored`, async (t) => {
      await restoreDemo()
      const refused = await asAdmin(create, { body: { ...body, ...uniqueName(kind), partnerId: nobody } })
      t.equal(refused.status, 400)
      t.strictSame(refused.body.errors, [{ pointer: '#/partnerId', detail: 'is not the id of a partner' }])
      const { body: created } = await asAdmin(create, { body: { ...body, ...uniqueName(kind) } })
      const params = { [key]: String(created[key]) }
      t.equal((await asAdmin(update, { params, body: { partnerId: nobody } })).status, 400)
      t.equal((await asAdmin(show, { params })).body.partnerId, null)
    })

    await t.test(`a partner with a ${kind} cannot be deleted`, async (t) => {
      await restoreDemo()
      const { body: partner } = await asAdmin('createPartner', { body: { name: 'Busy' } })
      const named = { ...body, ...uniqueName(kind) }
      const { body: created } = await asAdmin(create, { body: { ...named, partnerId: partner.id } })
      const deletion = { params: { id: partner.id } }
      t.match(await asAdmin('deletePartner', deletion), { status: 409, body: { state: 'in-use' } })
      await asAdmin(update, { params: { [key]: String(created[key]) }, body: { partnerId: null } })
      t.equal((await asAdmin('deletePartner', deletion)).status, 204)
      t.equal((await asAdmin('getPartner', deletion)).status, 404)
    })

    await t.test(`a ${kind} that joins while the partner is deleted never belongs to a missing one`, async (t) => {
      await restoreDemo()
      for (let round = 0; round < 5; round++) {
        const { body: partner } = await asAdmin('createPartner', { body: { name: `Racing ${round}` } })
        const named = { ...body, ...uniqueName(kind) }
        const [created, deleted] = await Promise.all([
          asAdmin(create, { body: { ...named, partnerId: partner.id } }),
          asAdmin('deletePartner', { params: { id: partner.id } }),
        ])
        const outcome = `${created.status} ${deleted.status}`
        t.ok(['201 409', '400 204'].includes(outcome), outcome)
      }
    })
  }

  await t.test('an access key of a partner has the partner as company and its first account', async (t) => {
    await restoreDemo()
    const { body: key } = await asAdmin('createAccessKey', { body: { name: 'K', partnerId: demoPartner } })
    t.match(key, { company: demoPartner, account: firstAccount, userId: uuid })
    const given = { account: secondAccount, company: nobody, userId: nobody }
    const { body: other } = await asAdmin('createAccessKey', { body: { name: 'K', partnerId: demoPartner, ...given } })
    t.match(other, { ...given, partnerId: demoPartner })
    const { body: alone } = await asAdmin('createAccessKey', { body: { name: 'K' } })
    t.match(alone, { company: uuid, account: uuid, userId: uuid })
    t.equal(new Set([alone.company, alone.account, alone.userId, alone.id]).size, 4)
  })

  await t.test('the made ids are the claims of its tokens', async (t) => {
    await restoreDemo()
    const { body: partner } = await asAdmin('createPartner', { body: { name: 'Acme Ltd' } })
    const { body: key } = await asAdmin('createAccessKey', { body: { name: 'K', partnerId: partner.id } })
    await asAdmin('activateAccessKey', { params: { id: key.id } })
    const caller = { api: 'partner-login', clientAddress: '127.0.0.1', signal: AbortSignal.timeout(10_000) }
    const token = await services.accessKeys.logIn(key.accessKey, key.secret, caller)
    const claims = JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString())
    t.match(claims, { cid: partner.id, ca: partner.accounts[0].id, uid: key.userId })
  })

  await t.test('the customer of a security user is the partner, unless another one is given', async (t) => {
    await restoreDemo()
    const make = async (body: object) => (await asAdmin('createSecurityUser', { body })).body.customerId
    t.equal(await make({ username: 'one@example.org', partnerId: demoPartner }), demoPartner)
    t.equal(await make({ username: 'two@example.org', partnerId: demoPartner, customerId: nobody }), nobody)
    t.match(await make({ username: 'three@example.org' }), uuid)
  })

  await t.test('of what is revoked only the partner changes', async (t) => {
    await restoreDemo()
    for (const [operationId, params, other] of [
      ['updateAccessKey', { id: '45771ea1-b012-4b80-8ba4-49891c5d8e03' }, { name: 'Other' }],
      ['updateGatewayToken', { tokenLink: '550e8400-e29b-41d4-a716-446655448003' }, { description: 'Other' }],
    ] as const) {
      const partnerId = demoPartner
      t.match(await asAdmin(operationId, { params, body: { partnerId } }), { status: 200, body: { partnerId } })
      const both = { ...other, partnerId: null }
      t.match(await asAdmin(operationId, { params, body: both }), { status: 409, body: { state: 'revoked' } })
      t.match(await asAdmin(operationId, { params, body: { partnerId } }), { status: 200, body: { partnerId } })
    }
  })

  await t.test('the description of a token can be changed, also to none', async (t) => {
    await restoreDemo()
    const params = { tokenLink: '550e8400-e29b-41d4-a716-446655448001' }
    const { body } = await asAdmin('updateGatewayToken', { params, body: { description: '' } })
    t.match(body, { description: '', partnerId: null })
    t.equal((await asAdmin('updateGatewayToken', { params, body: {} })).status, 400)
    for (const tokenLink of [nobody, 'no-uuid', params.tokenLink.toUpperCase()]) {
      t.equal((await asAdmin('updateGatewayToken', { params: { tokenLink }, body: { description: '' } })).status, 404)
      t.equal((await asAdmin('getGatewayTokenByLink', { params: { tokenLink } })).status, 404)
    }
    t.equal((await asViewer('updateGatewayToken', { params })).status, 403)
    for (const operationId of ['updateGatewayToken', 'getGatewayTokenByLink']) {
      t.equal((await caller.call(operationId, { params })).status, 401)
    }
    caller.assertAllStatusesSeen(t, ['updateGatewayToken', 'getGatewayTokenByLink'])
  })

  await t.test(
    'the demo partner has a credential of each kind, and what was created for it stays at a restore',
    async (t) => {
      await restoreDemo()
      const { body: key } = await asAdmin('createAccessKey', { body: { name: 'Mine', partnerId: demoPartner } })
      await restoreDemo()
      t.equal((await asAdmin('getAccessKey', { params: { id: key.id } })).body.partnerId, demoPartner)
      for (const table of ['broker_users', 'access_keys', 'security_users', 'gateway_tokens'] as const) {
        const rows = await db.selectFrom(table).select('partner_id').where('partner_id', '=', demoPartner).execute()
        t.ok(rows.length > 0, table)
      }
      await services.demo.remove()
      t.equal((await services.accessKeys.find(key.id))?.partnerId, null)
      await restoreDemo()
    },
  )
})

let names = 0
/** User names are unique. */
function uniqueName(kind: string): object {
  return kind === 'SecurityUser' ? { username: `user-${++names}@example.org` } : {}
}
