import { hash as argon2 } from '@node-rs/argon2'
import { sql } from 'kysely'
import { type Test, test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { maxPasswordCosts } from '../../../src/crypto/password-verifier.js'
import { ContractCaller } from '../../support/contract-caller.js'
import { testOn } from '../../support/database.js'
import { type OperatorServer, startOperatorServer } from '../../support/operator.js'
import { cheapPasswordPrefix } from '../../support/server.js'

const account = '0ea70001-0f58-44a2-80ad-953633ff2cc7'
const company = '29263739-2cf8-483d-af15-6151dc8448b4'

const brokerUser = {
  type: 'broker-user',
  name: 'Altbestand AG',
  hash: 'hash-of-a-partner',
  secret: 'secret-of-a-partner',
}
const accessKey = {
  type: 'access-key',
  name: 'Terminal 7',
  accessKey: 'key-of-a-partner',
  secret: 'secret-of-the-key',
  account,
  company,
}
const securityUser = { type: 'security-user', username: 'Imported.User@example.org', password: 'correct horse battery' }
const gatewayToken = {
  type: 'gateway-token',
  token: 'api_live_token-of-a-partner',
  accountId: 'IMPORTED',
  description: 'Token from before',
}

/** What became of each row, as one text: the outcome, or the reason of a refusal. */
type Take = (rows: readonly object[], dryRun?: boolean) => Promise<string[]>

function taking({ asAdmin }: OperatorServer): Take {
  return async (rows, dryRun) => {
    const { status, body, text } = await asAdmin('importCredentials', {
      body: { rows, ...(dryRun !== undefined && { dryRun }) },
    })
    if (status !== 200) throw new Error(`${status}: ${text}`)
    const results = body.results as { row: number; outcome: string; reason: string | null }[]
    for (const outcome of ['created', 'existing', 'refused']) {
      const counted = results.filter((result) => result.outcome === outcome).length
      if (body[outcome] !== counted) throw new Error(`${outcome} is ${body[outcome]}, and there are ${counted}`)
    }
    if (results.some(({ row }, index) => row !== index)) throw new Error('the results are not in the order of the rows')
    return results.map(({ outcome, reason }) => reason ?? outcome)
  }
}

/** Left behind by each call; a partition has what its table has. */
const left = /^(signing_keys|sign_in_throttles|failure_counts|operators|sign_in_hours|audit_events_.*)$/

/** Everything that is stored, but for what each call leaves behind. */
async function stored({ db }: OperatorServer): Promise<string> {
  const names = (await db.introspection.getTables()).map(({ name }) => name).filter((name) => !left.test(name))
  const tables = await Promise.all(names.map((name) => sql`select * from ${sql.table(name)}`.execute(db)))
  return JSON.stringify(tables.map(({ rows }, index) => [names[index], rows]))
}

/** Starts each guarantee without the rows of the one before. */
async function empty({ db, restoreDemo }: OperatorServer): Promise<void> {
  await db.deleteFrom('broker_users').execute()
  await db.deleteFrom('access_keys').execute()
  await db.deleteFrom('security_users').execute()
  await db.deleteFrom('gateway_tokens').execute()
  await restoreDemo()
}

test('imports', async (t) => {
  const server = await startOperatorServer(t)
  const { audit, asAdmin, asViewer, caller, db, baseUrl } = server
  const take = taking(server)
  t.beforeEach(() => empty(server))

  await t.test('imported credentials work on the public APIs', async (t) => {
    const password = 'a password that was hashed elsewhere'
    const passwordHash = await argon2(password, { memoryCost: 4096, timeCost: 3, parallelism: 1 })
    const ofService = {
      tokenType: 'DIRECT_DEBIT',
      source: 'PRODUCTS',
      serviceMode: 'LIVE',
      serviceExternalId: 'A service',
    }
    t.strictSame(
      await take([
        { ...brokerUser, accounts: [{ name: 'Zentrale', aToken: 'old-account-token' }, { name: 'Zweigstelle' }] },
        { ...accessKey, roles: ['Partner', 'PartnerAdmin'], userId: '65D0F5C9-7FB0-455C-9036-9E72F0A8D0F6' },
        { type: 'security-user', username: 'hashed@example.org', passwordHash },
        securityUser,
        { ...gatewayToken, ...ofService, createdBy: 'somebody', issuedAt: '2020-02-29T12:00:00+02:00' },
      ]),
      ['created', 'created', 'created', 'created', 'created'],
    )

    const { hash, secret } = brokerUser
    const { body: issued } = await new ContractCaller(contracts['broker-token'], baseUrl).call('createSecurityToken', {
      body: { hash, secret },
    })
    const { body: accounts } = await new ContractCaller(contracts['broker-accounts'], baseUrl).call(
      'listAccountTokensMerged',
      {
        params: { token: issued.token },
        token: issued.token,
      },
    )
    t.strictSame(accounts[0], { name: 'Zentrale', aToken: 'old-account-token' })
    t.equal(accounts[1].name, 'Zweigstelle')
    t.match(accounts[1].aToken, /^act_[0-9A-Za-z]{38}$/)

    const { status, text: jwt } = await new ContractCaller(contracts['partner-login'], baseUrl).call(
      'loginWithAccessKey',
      {
        body: { accessKey: accessKey.accessKey, secret: accessKey.secret },
      },
    )
    t.equal(status, 201)
    const claims = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString())
    t.match(claims, {
      uid: '65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6',
      ar: ['Partner', 'PartnerAdmin'],
      ca: account,
      cid: company,
    })

    const security = new ContractCaller(contracts['security-management'], baseUrl)
    for (const credentials of [
      { username: 'hashed@example.org', password },
      { username: 'imported.user@EXAMPLE.org', password: securityUser.password },
    ]) {
      t.equal((await security.call('createTokenPair', { body: credentials })).status, 200, credentials.username)
    }

    const gateway = new ContractCaller(contracts['gateway-tokens'], baseUrl)
    const found = await gateway.call('getTokenAccount', { token: gatewayToken.token })
    const service = { service_mode: 'LIVE', service_external_id: 'A service' }
    t.match(found.body, { account_id: 'IMPORTED', token_type: 'DIRECT_DEBIT', ...service })
    const products = { params: { account_id: 'IMPORTED' }, query: { type: 'PRODUCTS' } }
    const { body: list } = await gateway.call('listGatewayTokens', products)
    t.match(list.tokens, [{ ...service, created_by: 'somebody', issued_date: '29 Feb 2020 - 10:00' }])
  })

  await t.test('what is switched off stays off', async (t) => {
    const revoked = {
      ...gatewayToken,
      tokenLink: '0B1E7E1C-58A3-4E6A-9C57-0E0C5A7D1F01',
      revokedAt: '2024-06-01T00:00:00Z',
    }
    t.strictSame(
      await take([
        { ...brokerUser, active: false },
        { ...accessKey, state: 'revoked' },
        { ...accessKey, accessKey: 'pending', state: 'pending' },
        { ...accessKey, accessKey: 'expired', expiresAt: '2026-01-15T09:59:59Z' },
        { ...securityUser, active: false },
        revoked,
      ]),
      Array(6).fill('created'),
    )
    const { hash, secret } = brokerUser
    const broker = await new ContractCaller(contracts['broker-token'], baseUrl).call('createSecurityToken', {
      body: { hash, secret },
    })
    t.ok(broker.body.error)
    for (const key of [accessKey.accessKey, 'pending', 'expired']) {
      const login = await new ContractCaller(contracts['partner-login'], baseUrl).call('loginWithAccessKey', {
        body: { accessKey: key, secret: accessKey.secret },
      })
      t.equal(login.status, 401, key)
    }
    const { username, password } = securityUser
    const signIn = await new ContractCaller(contracts['security-management'], baseUrl).call('createTokenPair', {
      body: { username, password },
    })
    t.equal(signIn.status, 401)
    const lookUp = await new ContractCaller(contracts['gateway-tokens'], baseUrl).call('getTokenAccount', {
      token: revoked.token,
    })
    t.match(lookUp.body, { error_identifier: 'AUTH_TOKEN_REVOKED', token_link: revoked.tokenLink.toLowerCase() })
  })

  await t.test('the same rows again are existing, and change nothing', async (t) => {
    const rows = [
      { ...brokerUser, accounts: [{ name: 'Zentrale', aToken: 'old-account-token' }, { name: 'Zweigstelle' }] },
      { ...accessKey, roles: ['Partner'] },
      securityUser,
      { type: 'security-user', username: 'hashed@example.org', passwordHash: await argon2('hashed elsewhere') },
      { ...gatewayToken, tokenLink: '0b1e7e1c-58a3-4e6a-9c57-0e0c5a7d1f01', issuedAt: '2024-05-01T00:00:00Z' },
    ]
    t.strictSame(await take(rows), Array(5).fill('created'))
    const before = await stored(server)
    t.strictSame(await take(rows), Array(5).fill('existing'))
    t.strictSame(await take(rows, true), Array(5).fill('existing'))
    t.equal(withoutAudit(await stored(server)), withoutAudit(before))
  })

  await t.test('the names and descriptions of what exists may differ, and are left as they are', async (t) => {
    t.strictSame(await take([brokerUser, accessKey, gatewayToken]), Array(3).fill('created'))
    t.strictSame(
      await take([
        { ...brokerUser, name: 'Another name' },
        { ...accessKey, name: 'Another name', roles: ['Another'], expiresAt: '2030-01-01T00:00:00Z' },
        { ...gatewayToken, description: 'Another description' },
      ]),
      Array(3).fill('existing'),
    )
    const text = await stored(server)
    t.match(text, 'Altbestand AG')
    t.notMatch(text, 'Another')
  })

  await t.test('what exists with other values is refused and never overwritten', async (t) => {
    const link = '0b1e7e1c-58a3-4e6a-9c57-0e0c5a7d1f01'
    const hashed = { type: 'security-user', username: 'hashed@example.org', passwordHash: await argon2('one password') }
    await take([
      { ...brokerUser, accounts: [{ name: 'Zentrale', aToken: 'old-account-token' }] },
      { ...accessKey, userId: company },
      { ...hashed, customerId: company },
      { ...gatewayToken, tokenLink: link },
    ])
    const before = await stored(server)
    const cases: [object, string][] = [
      [{ ...brokerUser, secret: 'another-secret' }, 'another broker user has this hash'],
      [
        { ...brokerUser, accounts: [{ name: 'Neu', aToken: 'new-account-token' }] },
        'this broker user exists, without one of these accounts',
      ],
      [
        { ...brokerUser, hash: 'another-hash', accounts: [{ name: 'Zentrale', aToken: 'old-account-token' }] },
        'another broker user has one of these account tokens',
      ],
      [{ ...brokerUser, active: false }, 'it is switched off in this row, but exists and is active here'],
      [{ ...accessKey, secret: 'another-secret' }, 'this access key exists with another secret'],
      [{ ...accessKey, account: company }, 'this access key exists with another account, company or user'],
      [{ ...accessKey, company: account }, 'this access key exists with another account, company or user'],
      [{ ...accessKey, userId: account }, 'this access key exists with another account, company or user'],
      [{ ...accessKey, state: 'revoked' }, 'it is switched off in this row, but exists and is active here'],
      [{ ...hashed, passwordHash: await argon2('one password') }, 'this user exists with another password hash'],
      [{ ...hashed, customerId: account }, 'this user exists with another customer'],
      [{ ...hashed, active: false }, 'it is switched off in this row, but exists and is active here'],
      [{ ...gatewayToken, accountId: 'ANOTHER' }, 'this token exists, for another account'],
      [{ ...gatewayToken, tokenLink: company }, 'this token exists, with another tokenLink'],
      [
        { ...gatewayToken, token: 'api_live_another_token', tokenLink: link.toUpperCase() },
        'another token has this tokenLink',
      ],
      [
        { ...gatewayToken, issuedAt: '2024-01-01T00:00:00Z', revokedAt: '2024-06-01T00:00:00Z' },
        'it is switched off in this row, but exists and is active here',
      ],
    ]
    const rows = cases.map(([row]) => row)
    const reasons = cases.map(([, reason]) => reason)
    for (const [row, reason] of cases) t.strictSame(await take([row]), [reason])
    t.equal(withoutAudit(await stored(server)), withoutAudit(before))
    t.strictSame(await take(rows), reasons, 'also all at once')
    t.equal(withoutAudit(await stored(server)), withoutAudit(before))
  })

  await t.test(
    'ids that are given are those of the records and of the claims, also where the rows come again',
    async (t) => {
      const id = '7F0C3A52-6D0B-4C8E-9A41-7B5E2D9F0B11'
      const rows = [
        { ...brokerUser, id },
        { ...accessKey, id },
        { ...securityUser, uid: 4711 },
      ]
      t.strictSame(await take(rows, true), Array(3).fill('created'))
      t.strictSame(await take(rows), Array(3).fill('created'))
      const before = await stored(server)
      t.strictSame(await take(rows), Array(3).fill('existing'))
      t.equal(withoutAudit(await stored(server)), withoutAudit(before))
      t.equal((await asAdmin('getBrokerUser', { params: { id: id.toLowerCase() } })).body.name, brokerUser.name)
      const claimsOf = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString())
      const login = await new ContractCaller(contracts['partner-login'], baseUrl).call('loginWithAccessKey', {
        body: { accessKey: accessKey.accessKey, secret: accessKey.secret },
      })
      t.equal(claimsOf(login.text).ak, id.toLowerCase())
      const { username, password } = securityUser
      const pair = await new ContractCaller(contracts['security-management'], baseUrl).call('createTokenPair', {
        body: { username, password },
      })
      t.equal(claimsOf(pair.body.content[0].token).uid, 4711)
      const next = await asAdmin('createSecurityUser', { body: { username: 'next@example.org', password } })
      t.equal(next.body.uid, 4712, 'the database goes on behind the numbers that were given')
    },
  )

  await t.test(
    'an id that another record has is refused, and so is one that differs from the first time',
    async (t) => {
      const id = '7f0c3a52-6d0b-4c8e-9a41-7b5e2d9f0b11'
      const other = '7f0c3a52-6d0b-4c8e-9a41-7b5e2d9f0b12'
      await take([
        { ...brokerUser, id },
        { ...accessKey, id },
        { ...securityUser, uid: 4711 },
      ])
      const cases: [object, string][] = [
        [{ ...brokerUser, hash: 'another-hash', id }, 'another broker user has this id'],
        [{ ...brokerUser, id: other }, 'this broker user exists with another id'],
        [{ ...accessKey, accessKey: 'another-key', id }, 'another access key has this id'],
        [{ ...accessKey, id: other }, 'this access key exists with another id'],
        [{ ...securityUser, username: 'another', uid: 4711 }, 'another user has this uid'],
        [{ ...securityUser, uid: 4712 }, 'this user exists with another uid'],
      ]
      const before = await stored(server)
      for (const [row, reason] of cases) t.strictSame(await take([row]), [reason])
      t.strictSame(
        await take(cases.map(([row]) => row)),
        cases.map(([, reason]) => reason),
      )
      t.equal(withoutAudit(await stored(server)), withoutAudit(before))
      const twice = { ...securityUser, username: 'one', uid: 4800 }
      t.strictSame(await take([twice, { ...twice, username: 'two' }]), ['created', 'another user has this uid'])
      for (const malformed of [
        { ...brokerUser, id: '7' },
        { ...accessKey, id: `${id} ` },
        { ...securityUser, uid: 0 },
        { ...securityUser, uid: 2_000_000_001 },
        { ...securityUser, uid: '4711' },
      ]) {
        t.equal((await asAdmin('importCredentials', { body: { rows: [malformed] } })).status, 400)
      }
    },
  )

  await t.test('a record that has the id of a demo record is not taken for it', async (t) => {
    const uid = 155
    const id = '45771ea1-b012-4b80-8ba4-49891c5d8d47'
    await db.deleteFrom('security_users').where('uid', '=', uid).execute()
    await db.deleteFrom('access_keys').where('id', '=', id).execute()
    t.strictSame(
      await take([
        { ...securityUser, uid },
        { ...accessKey, id },
      ]),
      ['created', 'created'],
    )
    await server.restoreDemo()
    t.strictSame(
      await take([
        { ...securityUser, uid },
        { ...accessKey, id },
      ]),
      ['existing', 'existing'],
    )
  })

  await t.test('only secrets that are valid now are those of what exists', async (t) => {
    await take([brokerUser, accessKey])
    const { digest } = server.services
    for (const [expires, outcome] of [
      ['2026-01-15T10:00:01Z', 'existing'],
      ['2026-01-15T10:00:00Z', 'refused'],
    ] as const) {
      const set = { expires_at: new Date(expires) }
      await db.updateTable('broker_secrets').set(set).where('digest', '=', digest(brokerUser.secret)).execute()
      await db.updateTable('access_key_secrets').set(set).where('digest', '=', digest(accessKey.secret)).execute()
      const { body } = await asAdmin('importCredentials', { body: { rows: [brokerUser, accessKey] } })
      t.equal(body[outcome], 2)
    }
  })

  await t.test('a row that can never work is refused', async (t) => {
    const hashed = (passwordHash: string) => ({ type: 'security-user', username: 'hashed@example.org', passwordHash })
    const tail = 'c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNo'
    const needed = 'a password or a passwordHash is needed'
    const costs = `the passwordHash is malformed, or its costs are not valid or too high for a sign-in (at most ${maxPasswordCosts})`
    const mistyped = 'the token begins as ours do, but its checksum is wrong: it is mistyped or cut'
    const cases: [object, string][] = [
      [{ type: 'security-user', username: 'nobody@example.org' }, needed],
      [hashed(`$argon2id$v=19$m=65537,t=1,p=1$${tail}`), costs],
      [hashed(`$argon2id$v=19$m=65536,t=4,p=1$${tail}`), costs],
      [hashed(`$argon2id$v=19$m=4096,t=3,p=5$${tail}`), costs],
      [hashed('$2b$13$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy'), costs],
      [hashed(`$argon2id$v=19$m=4096,t=0,p=1$${tail}`), costs],
      [hashed(`$argon2id$v=19$m=4096,t=1,p=0$${tail}`), costs],
      [hashed(`$argon2id$v=19$m=15,t=1,p=2$${tail}`), costs],
      [hashed(`$scrypt$ln=17,r=8,p=1$${tail}`), costs],
      [hashed(`$scrypt$ln=16,r=8,p=3$${tail}`), costs],
      [hashed(`$scrypt$ln=16,r=1,p=1$${tail}`), costs],
      [hashed(`$scrypt$ln=0,r=8,p=1$${tail}`), costs],
      [hashed(`$scrypt$ln=14,r=0,p=1$${tail}`), costs],
      [hashed(`$scrypt$ln=14,r=8,p=0$${tail}`), costs],
      [hashed(`$pbkdf2-sha256$1200001$${tail}`), costs],
      [{ ...gatewayToken, token: 'twg_GatewayAccount1DemoTokenIsActive2qte6H' }, mistyped],
      [{ ...gatewayToken, token: 'twg_is-too-short' }, mistyped],
      [{ ...gatewayToken, issuedAt: '2026-01-15T10:00:01Z' }, 'issuedAt is in the future'],
      [{ ...gatewayToken, revokedAt: '2026-01-15T10:00:01Z' }, 'issuedAt is in the future'],
      [
        { ...gatewayToken, issuedAt: '2026-01-15T10:00:00Z', revokedAt: '2026-01-15T10:00:01Z' },
        'revokedAt is in the future',
      ],
      [
        { ...gatewayToken, issuedAt: '2025-01-02T00:00:00Z', revokedAt: '2025-01-01T23:59:59Z' },
        'revokedAt is before issuedAt',
      ],
      [
        { ...brokerUser, accounts: ['One', 'Two'].map((name) => ({ name, aToken: 'the-same-token' })) },
        'an account token stands twice in this row',
      ],
    ]
    const before = await stored(server)
    t.strictSame(
      await take(cases.map(([row]) => row)),
      cases.map(([, reason]) => reason),
    )
    t.equal(withoutAudit(await stored(server)), withoutAudit(before))
  })

  await t.test('hashes of usual costs are taken', async (t) => {
    const tail = 'c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNo'
    const hashes = [
      `$argon2id$v=19$m=65536,t=3,p=4$${tail}`,
      `$argon2id$v=19$m=47104,t=1,p=1$${tail}`,
      `$scrypt$ln=16,r=8,p=2$${tail}`,
      `$scrypt$ln=14,r=8,p=5$${tail}`,
      '$2b$12$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy',
      '$2y$04$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy',
    ]
    const rows = hashes.map((passwordHash, index) => ({
      type: 'security-user',
      username: `user ${index}`,
      passwordHash,
    }))
    t.strictSame(await take(rows), Array(hashes.length).fill('created'))
    const kept = await db
      .selectFrom('security_users')
      .select('password_hash')
      .where('username', 'like', 'user %')
      .execute()
    t.strictSame(kept.map(({ password_hash }) => password_hash).sort(), hashes.toSorted())
  })

  await t.test('a token of this server with its checksum, and one of 16 characters, are taken', async (t) => {
    const token = 'twg_GatewayAccount1DemoTokenIsActive2qte6G'
    await db.deleteFrom('gateway_tokens').execute()
    t.strictSame(
      await take([
        { ...gatewayToken, token },
        { ...gatewayToken, token: '0123456789abcdef' },
      ]),
      ['created', 'created'],
    )
    const hints = await db.selectFrom('gateway_tokens').select('hint').orderBy('hint').execute()
    t.strictSame(hints.map(({ hint }) => hint).sort(), ['te6G', '…cdef'].sort())
  })

  await t.test('one bad row holds up no other, whatever its kind', async (t) => {
    const rows = [
      { ...brokerUser, hash: 'bd9f8b0c2e7a4f61a3d5c7e90b1f2d4863a5c7e9f1b3d5072f4e6a8c0b2d4f68' },
      brokerUser,
      { ...accessKey, accessKey: '986d8167a9b9a15e37db4ab4ad50877b01347a94' },
      accessKey,
      { type: 'security-user', username: 'nobody@example.org' },
      securityUser,
      { ...gatewayToken, token: 'twg_GatewayAccount1DemoTokenIsActive2qte6G' },
      gatewayToken,
    ]
    const outcomes = await take(rows)
    t.strictSame(
      outcomes.map((outcome) => outcome === 'created'),
      [false, true, false, true, false, true, false, true],
    )
  })

  await t.test('a secret whose last characters are outside the basic plane is taken like any other', async (t) => {
    const secret = 'aaaaaaaaaaaaa😀bcd'
    const rows = [brokerUser, { ...brokerUser, hash: secret, secret }, { ...accessKey, secret }, securityUser]
    t.strictSame(await take(rows), ['created', 'created', 'created', 'created'])
    const { body } = await asViewer('listBrokerUsers', {})
    t.ok(body.items.some(({ hashHint }: { hashHint: string }) => hashHint === '😀bcd'))
  })

  await t.test('a row that the database refuses fails none of its neighbours', async (t) => {
    await sql`alter table gateway_tokens add constraint no_canary check (description <> 'CANARY')`.execute(db)
    t.teardown(() => sql`alter table gateway_tokens drop constraint no_canary`.execute(db))
    const token = (index: number) => ({ ...gatewayToken, token: `api_live_token-of-a-partner-${index}` })
    const rows = Array.from({ length: 20 }, (_, index) => token(index))
    const bad = { ...token(13), description: 'CANARY' }
    const outcomes = await take([...rows.slice(0, 13), bad, ...rows.slice(14), brokerUser])
    const expected = Array.from({ length: 21 }, () => 'created')
    expected[13] = 'the database cannot store this row'
    t.strictSame(outcomes, expected)
  })

  await t.test('a row is judged by its type alone, and an unknown type is told those that exist', async (t) => {
    const faults = async (row: object) => {
      const { status, body } = await asAdmin('importCredentials', { body: { rows: [brokerUser, row] } })
      t.equal(status, 400)
      return body.errors
    }
    const types = 'must be one of broker-user, access-key, security-user, gateway-token'
    t.strictSame(await faults({ ...gatewayToken, type: 'card' }), [{ pointer: '#/rows/1/type', detail: types }])
    t.strictSame(await faults({ type: 5 }), [{ pointer: '#/rows/1/type', detail: types }])
    t.strictSame(await faults({ name: 'nobody' }), [{ pointer: '#/rows/1/type', detail: 'is missing' }])
    t.strictSame(await faults([]), [{ pointer: '#/rows/1', detail: 'must be an object' }])
    t.strictSame(await faults({ ...gatewayToken, accountId: 5 }), [
      { pointer: '#/rows/1/accountId', detail: 'must be a string' },
    ])
    t.strictSame(await faults({ ...accessKey, name: undefined, company: 'none' }), [
      { pointer: '#/rows/1/name', detail: 'is missing' },
      { pointer: '#/rows/1/company', detail: 'must be a UUID' },
    ])
  })

  await t.test('a row that stands twice in a request is judged as if it had come in a later one', async (t) => {
    const users = [
      brokerUser,
      brokerUser,
      { ...brokerUser, secret: 'another-secret' },
      { ...brokerUser, hash: 'second', accounts: [{ name: 'One', aToken: 'shared-account-token' }] },
      { ...brokerUser, hash: 'third', accounts: [{ name: 'One', aToken: 'shared-account-token' }] },
    ]
    t.strictSame(await take(users), [
      'created',
      'existing',
      'another broker user has this hash',
      'created',
      'another broker user has one of these account tokens',
    ])
    t.strictSame(await take([accessKey, { ...accessKey, secret: 'another-secret' }, accessKey]), [
      'created',
      'this access key exists with another secret',
      'existing',
    ])
    const passwordHash = await argon2('a password')
    const named = (username: string) => ({ type: 'security-user', username, passwordHash })
    t.strictSame(
      await take([
        named('Grace@example.org'),
        named('GRACE@EXAMPLE.ORG'),
        { ...named('grace@example.org'), passwordHash: await argon2('another') },
      ]),
      ['created', 'existing', 'this user exists with another password hash'],
    )
    const tokenLink = '0b1e7e1c-58a3-4e6a-9c57-0e0c5a7d1f01'
    t.strictSame(
      await take([
        { ...gatewayToken, tokenLink },
        gatewayToken,
        { ...gatewayToken, accountId: 'ANOTHER' },
        { ...gatewayToken, token: 'api_live_another_token', tokenLink },
      ]),
      ['created', 'existing', 'this token exists, for another account', 'another token has this tokenLink'],
    )
  })

  await t.test('a row that claims what a refused row claims is refused too, and taken the next time', async (t) => {
    const taken = { ...gatewayToken, tokenLink: '550e8400-e29b-41d4-a716-446655440000' }
    t.strictSame(await take([taken, gatewayToken]), [
      'another token has this tokenLink',
      'another row, or a call at the same moment, has the same values; import this row again',
    ])
    t.strictSame(await take([gatewayToken]), ['created'])
  })

  await t.test('a broker user comes with all of its accounts or not at all', async (t) => {
    const accounts = [
      { name: 'Zentrale', aToken: 'free-account-token' },
      { name: 'Musterfirma', aToken: 'act_demoMusterfirma4Kq8Zt2Lw9Xc5Vb7Nm3Rp' },
    ]
    const before = await stored(server)
    t.strictSame(await take([{ ...brokerUser, accounts }]), ['another broker user has one of these account tokens'])
    t.equal(withoutAudit(await stored(server)), withoutAudit(before))
    t.strictSame(await take([{ ...brokerUser, accounts: accounts.slice(0, 1) }]), ['created'])
  })

  await t.test('accounts keep their order', async (t) => {
    const names = ['zulu', 'alpha', 'mike', 'bravo', 'yankee']
    const accounts = names.map((name) => ({ name, aToken: `${name}-account-token` }))
    await take([{ ...brokerUser, accounts }])
    const { body } = await new ContractCaller(contracts['broker-token'], baseUrl).call('createSecurityToken', {
      body: { hash: brokerUser.hash, secret: brokerUser.secret },
    })
    const { body: listed } = await new ContractCaller(contracts['broker-accounts'], baseUrl).call(
      'listAccountTokensMerged',
      {
        params: { token: body.token },
        token: body.token,
      },
    )
    t.strictSame(listed, accounts)
  })

  await t.test('a dry run says the same and keeps nothing, not even in the audit', async (t) => {
    const rows = [
      { ...brokerUser, accounts: [{ name: 'Zentrale', aToken: 'old-account-token' }] },
      { ...brokerUser, secret: 'another-secret' },
      accessKey,
      securityUser,
      gatewayToken,
      { ...gatewayToken, accountId: 'ANOTHER' },
    ]
    const before = await stored(server)
    const rehearsed = await take(rows, true)
    t.equal(await stored(server), before)
    t.strictSame(await take(rows), rehearsed)
    t.strictSame(rehearsed, [
      'created',
      'another broker user has this hash',
      'created',
      'created',
      'created',
      'this token exists, for another account',
    ])
  })

  await t.test('an import is one event of the audit, with its counts', async (t) => {
    await take([brokerUser, gatewayToken, gatewayToken, { ...gatewayToken, accountId: 'ANOTHER' }])
    t.strictSame((await audit({ action: 'credential.import' }))[0], {
      actor: 'demo admin',
      action: 'credential.import',
      subject: null,
      detail: 'broker-user: 1 created, 0 existing, 0 refused; gateway-token: 1 created, 1 existing, 1 refused',
      result: 'succeeded',
    })
  })

  await t.test('where the event cannot be written, nothing is taken', async (t) => {
    const before = await stored(server)
    await sql`alter table audit_events add constraint no_import check (action <> 'credential.import') not valid`.execute(
      db,
    )
    const { status } = await asAdmin('importCredentials', { body: { rows: [brokerUser, gatewayToken] } })
    await sql`alter table audit_events drop constraint no_import`.execute(db)
    t.equal(status, 500)
    t.equal(await stored(server), before)
  })

  await t.test('a viewer may not import, and that stands in the audit', async (t) => {
    const before = withoutAudit(await stored(server))
    t.equal((await asViewer('importCredentials', { body: { rows: [gatewayToken], dryRun: true } })).status, 403)
    t.equal((await caller.call('importCredentials', { body: { rows: [gatewayToken] } })).status, 401)
    t.equal(withoutAudit(await stored(server)), before)
    t.match((await audit({ action: 'credential.import' }))[0], { actor: 'demo viewer', result: 'refused' })
  })

  await t.test('two imports of the same rows at once take each row once', async (t) => {
    const tables = [
      'broker_users',
      'broker_secrets',
      'broker_accounts',
      'access_keys',
      'security_users',
      'gateway_tokens',
    ]
    const many = () =>
      Promise.all(
        tables.map(async (table) => {
          const { rows } = await sql<{
            many: number
          }>`select count(*)::integer as many from ${sql.table(table)}`.execute(db)
          return rows[0]?.many ?? 0
        }),
      )
    const before = await many()
    const rows = Array.from({ length: 200 }, (_, index) => [
      { ...brokerUser, hash: `hash ${index}`, accounts: [{ name: 'Zentrale', aToken: `account-${index}` }] },
      { ...accessKey, accessKey: `key ${index}` },
      { type: 'security-user', username: `user ${index}`, passwordHash: brokerHash },
      { ...gatewayToken, token: `api_live_token_number_${index}` },
    ]).flat()
    const replies = await Promise.all(
      [rows, rows.toReversed(), rows].map((some) => asAdmin('importCredentials', { body: { rows: some } })),
    )
    t.strictSame(
      replies.map(({ status }) => status),
      [200, 200, 200],
    )
    const sum = (key: string) => replies.reduce((total, { body }) => total + body[key], 0)
    t.strictSame([sum('created'), sum('existing'), sum('refused')], [800, 1600, 0])
    t.strictSame(
      await many(),
      before.map((count) => count + 200),
    )
  })

  await t.test('a password that was there is neither hashed nor compared', async (t) => {
    await take([securityUser])
    const hashOf = () =>
      db
        .selectFrom('security_users')
        .select('password_hash')
        .where('username', '=', securityUser.username)
        .executeTakeFirstOrThrow()
    const before = await hashOf()
    t.strictSame(await take([{ ...securityUser, password: 'another password' }]), ['existing'])
    t.strictSame(await hashOf(), before)
    t.ok(before.password_hash.startsWith(cheapPasswordPrefix))
  })

  await t.test('more passwords than the queue of sign-ins has places are hashed', async (t) => {
    const rows = Array.from({ length: 120 }, (_, index) => ({ ...securityUser, username: `user ${index}` }))
    t.strictSame(await take(rows), Array(120).fill('created'))
  })

  await t.test('a request of up to 4 MiB is read', async (t) => {
    const filler = 'x'.repeat(1000)
    const rows = (length: number) =>
      Array.from({ length }, (_, index) => ({
        ...brokerUser,
        hash: `${index} ${filler}`,
        secret: filler,
        accounts: [],
      }))
    t.strictSame(await take(rows(1000), true), Array(1000).fill('created'))
    const { status } = await asAdmin('importCredentials', {
      raw: JSON.stringify({ rows: rows(1000) }) + ' '.repeat(4 * 1024 * 1024),
    })
    t.equal(status, 413)
  })

  await t.test('a row without the form of its kind refuses the request, and no value is repeated', async (t) => {
    const before = await stored(server)
    for (const row of [
      { ...gatewayToken, type: 'CANARY' },
      { ...gatewayToken, CANARY: 1 },
      { ...gatewayToken, token: 'CANARY' },
      { ...gatewayToken, issuedAt: '2024-02-30T00:00:00Z' },
      { ...gatewayToken, issuedAt: 'CANARY' },
      { ...securityUser, passwordHash: '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy' },
      { ...securityUser, password: undefined, passwordHash: '$1$CANARY' },
      { ...accessKey, account: 'CANARY' },
    ]) {
      const { status, text } = await asAdmin('importCredentials', { body: { rows: [brokerUser, row] } })
      t.equal(status, 400)
      t.notMatch(text, 'CANARY')
    }
    for (const rows of [[], Array(1001).fill(gatewayToken)])
      t.equal((await asAdmin('importCredentials', { body: { rows } })).status, 400)
    t.equal(await stored(server), before)
  })

  t.test('every declared status was seen', (t) => {
    caller.assertAllStatusesSeen(t, ['importCredentials'])
    t.end()
  })
})

const brokerHash = '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy'

testOn('postgresql', 'an import that another transaction holds up for ever is told to come again', async (t) => {
  const server = await startOperatorServer(t)
  const { db, asAdmin } = server
  const rows = [{ ...brokerUser, accounts: ['first', 'second'].map((name) => ({ name, aToken: `token-${name}` })) }]
  const [user] = await db.selectFrom('broker_users').select('id').limit(1).execute()
  const accountOf = (aToken: string) => ({
    id: crypto.randomUUID(),
    user_id: user?.id ?? '',
    name: 'In the way',
    a_token: aToken,
    created_at: new Date(),
  })
  const other = await db.startTransaction().execute()
  t.teardown(async () => {
    if (!other.isRolledBack) await other.rollback().execute()
  })
  // The import must be the one whose deadlock is detected, and the one that gives up.
  await sql`set local deadlock_timeout = '60s'`.execute(other)
  await sql`set local lock_timeout = 0`.execute(other)
  await other.insertInto('broker_accounts').values(accountOf('token-second')).execute()
  const reply = asAdmin('importCredentials', { body: { rows } })
  await waitForWaiting(t, server)
  const waiting = other.insertInto('broker_accounts').values(accountOf('token-first')).execute()
  const { status, headers } = await reply
  t.equal(status, 503)
  t.equal(headers['retry-after'], '1')
  await waiting
  await other.rollback().execute()
  t.strictSame(await taking(server)(rows), ['created'])
})

/** Waits until a statement waits for another transaction. */
async function waitForWaiting(t: Test, { db }: OperatorServer): Promise<void> {
  for (let attempt = 0; attempt < 1000; attempt++) {
    const { rows } = await sql`select 1 from pg_locks where not granted and locktype = 'transactionid'`.execute(db)
    if (rows.length > 0) return
  }
  t.fail('nothing waits')
}

function withoutAudit(text: string): string {
  const tables = JSON.parse(text) as [string, unknown][]
  return JSON.stringify(tables.filter(([name]) => name !== 'audit_events'))
}
