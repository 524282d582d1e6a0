import { sql } from 'kysely'
import { test } from 'tap'
import { startOperatorServer } from '../../support/operator.js'

const demoPartner = '29263739-2cf8-483d-af15-6151dc8448b4'

// biome-ignore lint/suspicious/noExplicitAny: the items of every list, whose schema the caller has checked
type Item = any

interface Kind {
  readonly list: string
  readonly create: string
  readonly id: string
  readonly sorts: readonly string[]
  /** What a list is ordered by. */
  readonly keyOf: (item: Item, sort: string) => string
  readonly body: (name: string) => object
}

const kinds: readonly Kind[] = [
  {
    list: 'listPartners',
    create: 'createPartner',
    id: 'id',
    sorts: ['name'],
    keyOf: ({ name }) => name.toLowerCase(),
    body: (name) => ({ name }),
  },
  {
    list: 'listBrokerUsers',
    create: 'createBrokerUser',
    id: 'id',
    sorts: ['name', 'lastUsedAt'],
    keyOf: (item, sort) => (sort === 'name' ? item.name.toLowerCase() : (item.lastUsedAt ?? '')),
    body: (name) => ({ name }),
  },
  {
    list: 'listAccessKeys',
    create: 'createAccessKey',
    id: 'id',
    sorts: ['name', 'lastUsedAt'],
    keyOf: (item, sort) => (sort === 'name' ? item.name.toLowerCase() : (item.lastUsedAt ?? '')),
    body: (name) => ({ name }),
  },
  {
    list: 'listSecurityUsers',
    create: 'createSecurityUser',
    id: 'uid',
    sorts: ['name', 'lastUsedAt'],
    keyOf: (item, sort) => (sort === 'name' ? item.username.toLowerCase() : (item.lastUsedAt ?? '')),
    body: (name) => ({ username: name, password: 'a password of a test' }),
  },
  {
    list: 'searchGatewayTokens',
    create: 'createGatewayToken',
    id: 'tokenLink',
    sorts: ['accountId', 'lastUsedAt'],
    keyOf: (item, sort) => (sort === 'accountId' ? item.accountId : (item.lastUsedAt ?? '')),
    body: (name) => ({ accountId: name.toUpperCase(), description: `The token ${name}` }),
  },
]

test('lists', async (t) => {
  const { asAdmin, db, services } = await startOperatorServer(t)

  /** Every item of a list, over pages of a size. */
  async function allOf(list: string, query: Record<string, string>, limit: number): Promise<Item[]> {
    const items: Item[] = []
    let cursor: string | null = null
    do {
      const page = { ...query, limit: String(limit), ...(cursor && { cursor }) }
      const { status, body, text } = await asAdmin(list, { query: page })
      t.equal(status, 200, text.slice(0, 200))
      items.push(...body.items)
      cursor = body.nextCursor
    } while (cursor)
    return items
  }

  // Values that are the same, differ in case only, and are missing.
  for (const { create, body } of kinds) {
    for (const name of ['beta', 'Alpha', 'gamma', 'Émile', '100%_sure'])
      await asAdmin(create, { body: body(`${name}-x`) })
  }
  for (const create of ['createPartner', 'createBrokerUser', 'createAccessKey']) {
    for (let time = 0; time < 5; time++) await asAdmin(create, { body: { name: time % 2 === 0 ? 'Same' : 'same' } })
  }
  for (let time = 0; time < 5; time++) {
    await asAdmin('createGatewayToken', { body: { accountId: 'SAME', description: 'Same' } })
  }
  const days = ['2026-01-01', '2026-01-02', '2026-01-02', '2025-12-31']
  for (const [table, id] of [
    ['broker_users', 'id'],
    ['access_keys', 'id'],
    ['security_users', 'uid'],
    ['gateway_tokens', 'link'],
  ] as const) {
    for (const [index, day] of days.entries()) {
      await sql`
        update ${sql.table(table)} set last_used_at = ${`${day}T00:00:00Z`}::timestamptz
        where ${sql.ref(id)} = (select ${sql.ref(id)} from ${sql.table(table)} order by ${sql.ref(id)} offset ${index} limit 1)`.execute(
        db,
      )
    }
  }

  for (const { list, sorts, keyOf, id } of kinds) {
    for (const sort of ['createdAt', ...sorts]) {
      await t.test(`${list} is in the order of ${sort}, both ways, whatever the size of the pages`, async (t) => {
        const ascending = await allOf(list, { sort }, 200)
        t.ok(ascending.length > 6)
        t.strictSame(await allOf(list, { sort: `-${sort}` }, 200), ascending.toReversed())
        for (const limit of [1, 2, 5]) {
          const ids = (items: Item[]) => items.map((item) => item[id])
          t.strictSame(ids(await allOf(list, { sort }, limit)), ids(ascending), `${limit} a page`)
          t.strictSame(ids(await allOf(list, { sort: `-${sort}` }, limit)), ids(ascending.toReversed()))
        }
        if (sort === 'createdAt') {
          t.strictSame(await allOf(list, {}, 200), ascending.toReversed(), 'newest first, where nothing is said')
          return
        }
        // In this order, letters behind those of ASCII come last; the names of security users have the order of the database.
        const plain = ascending.map((item) => keyOf(item, sort)).filter((value) => /^[\w:.-]*$/.test(value))
        if (list !== 'listSecurityUsers' || sort !== 'name') t.strictSame(plain, plain.toSorted())
        const values = ascending.map((item) => keyOf(item, sort))
        t.ok(new Set(values).size < values.length || sort === 'name', 'some values are the same')
      })
    }

    await t.test(`${list} refuses a cursor of another order, and a made-up one`, async (t) => {
      const cursors: string[] = []
      const orders = ['createdAt', ...sorts].flatMap((sort) => [sort, `-${sort}`])
      for (const sort of orders) {
        const { body } = await asAdmin(list, { query: { sort, limit: '1' } })
        for (const other of orders) {
          const { status } = await asAdmin(list, { query: { sort: other, cursor: body.nextCursor } })
          t.equal(status, other === sort ? 200 : 400, `${sort} in ${other}`)
        }
        cursors.push(body.nextCursor)
      }
      const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
      for (const sort of orders) {
        for (const cursor of [
          'x',
          'n',
          'n-1',
          'nn5',
          'n9999999999999999999',
          forged(null),
          forged({}),
          forged([sort]),
          forged([sort, 5]),
          forged([sort, '5', 5]),
          forged([sort, '5', '\u0000']),
          forged([sort, '5', '\ud800']),
          forged([sort, '5', '2026-02-30T00:00:00.000000Z', 'more']),
          ...(sort.endsWith('lastUsedAt')
            ? [forged([sort, '5', '2026-02-30T00:00:00.000000Z']), forged([sort, '5', 'yesterday'])]
            : []),
          forged([sort, '5; drop table partners', 'x']),
        ]) {
          const { status, body } = await asAdmin(list, { query: { sort, cursor } })
          t.equal(status, 400, `${sort}: ${cursor}`)
          t.equal(body.errors[0].pointer, '#/cursor')
        }
        t.equal((await asAdmin(list, { query: { sort: `${sort}x` } })).status, 400)
      }
    })
  }

  await t.test('an unusually long or strange name does not end the pages', async (t) => {
    for (const name of ['😀'.repeat(255), '"'.repeat(255), `${'\\'.repeat(254)}x`]) {
      await asAdmin('createPartner', { body: { name } })
    }
    const all = await allOf('listPartners', { sort: 'name' }, 200)
    t.strictSame(await allOf('listPartners', { sort: 'name' }, 1), all)
  })

  const found = async (list: string, query: Record<string, string>) =>
    (await allOf(list, query, 3)).map(({ name, username, description }) => name ?? username ?? description)

  await t.test('a search finds a part of a text in any case, and takes nothing for a pattern', async (t) => {
    t.strictSame(await found('listPartners', { search: 'ATAST' }), ['Datastore Ltd'])
    t.strictSame(await found('listPartners', { search: 'buckley@DATA' }), ['Datastore Ltd'])
    t.strictSame(await found('listPartners', { search: 'returns' }), ['Datastore Ltd'])
    t.strictSame(await found('listPartners', { search: '100%_sure' }), ['100%_sure-x'])
    t.strictSame(await found('listPartners', { search: '%' }), ['100%_sure-x'])
    t.strictSame(await found('listBrokerUsers', { search: '0__' }), [])
    t.strictSame(await found('listBrokerUsers', { search: 'ZWEIGSTELLE N' }), ['The API user of the examples'])
    t.strictSame(await found('listAccessKeys', { search: 'WITHDRAWN' }), ['An access key that was withdrawn'])
    t.strictSame(await found('listSecurityUsers', { search: 'LEAVING' }), ['leaving.user@datastoreltd.biz'])
    t.strictSame(await found('searchGatewayTokens', { search: 'it LEAKED' }), [])
    t.strictSame(await found('searchGatewayTokens', { search: 'That LEAKED' }), [
      'A token of the operator examples that leaked',
    ])
    t.strictSame(await found('searchGatewayTokens', { search: 'cd1b8712' }), ['The token of a service'])
    t.strictSame(await found('searchGatewayTokens', { search: "'; drop table gateway_tokens; --" }), [])
    t.strictSame(await found('searchGatewayTokens', { search: '\\' }), [])
  })

  await t.test('a search finds the beginning of an id, and hints as they are shown', async (t) => {
    t.strictSame(await found('listPartners', { search: '2926' }), ['Datastore Ltd'])
    t.strictSame(await found('listPartners', { search: '29263739-2CF8' }), ['Datastore Ltd'])
    t.strictSame(await found('listPartners', { search: demoPartner }), ['Datastore Ltd'])
    t.strictSame(await found('listPartners', { search: '0ea70001-0f58-44a2-80ad-953633ff2c02' }), ['Datastore Ltd'])
    t.strictSame(await found('listPartners', { search: '9263739' }), [], 'not its middle')
    t.strictSame(await found('listBrokerUsers', { search: '4F71' }), ['A broker of the operator examples'])
    t.strictSame(await found('listBrokerUsers', { search: '-old' }), ['A broker whose secret is being rotated'])
    t.strictSame(await found('listBrokerUsers', { search: 'kp9d' }), ['A broker of the operator examples'])
    t.strictSame(await found('listAccessKeys', { search: '986d8167' }), ['The access key of the login example'])
    t.strictSame(await found('listAccessKeys', { search: 'jFCuAfq'.slice(-4) }), [
      'The access key of the login example',
    ])
    t.strictSame(await found('listSecurityUsers', { search: '157' }), ['operated.user@datastoreltd.biz'])
    for (const search of ['0uZL', '0uzl', '…0uZL', 'twg_…0uZL']) {
      t.strictSame(await found('searchGatewayTokens', { search }), ['A token of the operator examples that leaked'])
    }
    t.strictSame(await found('searchGatewayTokens', { search: 'b3f6d2c4-8f1e-4a57-9c1d-2f6a7e1b0c02' }), [
      'The token of a service',
    ])
  })

  await t.test('filters are combined, with each other and with a search', async (t) => {
    const partnerId = demoPartner.toUpperCase()
    for (const { list } of kinds.slice(1)) {
      const items = await allOf(list, { partnerId }, 1)
      t.ok(items.length > 0, list)
      for (const item of items) t.equal(item.partnerId, demoPartner)
      t.strictSame(await allOf(list, { partnerId: '00000000-0000-4000-8000-000000000000' }, 50), [])
    }
    t.strictSame(await found('listBrokerUsers', { state: 'inactive' }), ['The deactivated API user of the examples'])
    t.strictSame(await found('listSecurityUsers', { state: 'inactive' }), ['former.colleague@datastoreltd.biz'])
    t.strictSame(await found('listSecurityUsers', { state: 'inactive', search: 'ethan' }), [])
    t.strictSame(await found('listSecurityUsers', { partnerId, search: 'ethan', sort: 'name' }), [
      'ethan.buckley@datastoreltd.biz',
    ])
    t.strictSame(await found('listAccessKeys', { partnerId, state: 'active', search: 'login' }), [
      'The access key of the login example',
    ])
    t.strictSame(await found('searchGatewayTokens', { accountId: 'SAME', search: 'example' }), [])
    for (const query of [{ search: '' }, { search: 'x'.repeat(256) }, { partnerId: 'no-uuid' }, { state: 'gone' }]) {
      t.equal((await asAdmin('listBrokerUsers', { query })).status, 400, JSON.stringify(query))
    }
  })

  await t.test('a search goes on where it ends early, and finds each item once, in every order', async (t) => {
    const { partners } = services.partners.options
    for (const sort of ['createdAt', 'name'] as const) {
      for (const isDescending of [true, false]) {
        const whole = await partners.list(db, { search: 'same' }, { limit: 100, sort, isDescending })
        t.equal(whole.items.length, 5)
        t.equal(whole.next, undefined)
        for (const maxSearched of [1, 2, 3, 7]) {
          const ids: string[] = []
          let after: NonNullable<typeof whole.next> | undefined
          let pages = 0
          do {
            const page = { limit: 2, sort, isDescending, maxSearched, after }
            const { items, next } = await partners.list(db, { search: 'same' }, page)
            ids.push(...items.map(({ id }) => id))
            after = next
            pages++
          } while (after)
          t.strictSame(
            ids,
            whole.items.map(({ id }) => id),
            `${maxSearched} at a time`,
          )
          t.ok(pages > 2)
        }
      }
    }
  })
})
