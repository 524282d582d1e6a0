import { test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { Unavailable } from '../../../src/errors.js'
import { type CallReply, ContractCaller } from '../../support/contract-caller.js'
import { maxPageSize, startOperatorServer, unused } from '../../support/operator.js'
import { foreignHashes, foreignPassword } from '../../support/password-hashes.js'
import { cheapPasswordPrefix, testMasterKey } from '../../support/server.js'

const customerId = 'e7fcef24-5c03-41dd-9e33-995b7d6f47a7'
const operated = { username: 'operated.user@datastoreltd.biz', password: 'S0qUx56pW!' }
const params = { uid: '157' }
const operatedUser = {
  uid: 157,
  username: operated.username,
  customerId,
  partnerId: null,
  active: true,
  createdAt: '2025-11-03T08:30:00.000Z',
  lastUsedAt: null,
}
/** Hashes of one password, the first two made by libxcrypt and by Python's hashlib. */
const imported = {
  bcrypt: '$2b$05$CCCCCCCCCCCCCCCCCCCCC..oy8Ed0ygjzIJUYHCL0KJKPLjKI235K',
  scrypt: '$scrypt$ln=10,r=8,p=1$c2FsdHNhbHRzYWx0c2FsdA$ZSPQ1uc4RbOMrNiERlnY/HGKMozBd4qBKWkYINu3Gkk',
  argon2id: '$argon2id$v=19$m=1024,t=1,p=2$+8/6EePuyUkjJ6jmJ+dJuQ$asi88fHETqZtg8D2KOBxRH79kiG5y43818CYblUQmmI',
}
const importedPassword = foreignPassword

test('security users', async (t) => {
  const masterKey = testMasterKey()
  const server = await startOperatorServer(t, { masterKey })
  const { asAdmin, asViewer, audit, caller, clock, db, services } = server
  const api = new ContractCaller(contracts['security-management'], server.baseUrl)
  const signIn = (body: unknown) => api.call('createTokenPair', { body })
  const refresh = ({ token, refreshToken }: { token: string; refreshToken: string }) =>
    api.call('refreshTokenPair', { body: { token, refreshToken } })
  async function session(credentials: unknown = operated) {
    const { status, body } = await signIn(credentials)
    if (status !== 200) throw new Error(`the sign-in was answered ${status}`)
    return body.content[0]
  }
  const pointers = ({ body }: CallReply) => body.errors.map(({ pointer }: { pointer: string }) => pointer)
  async function storedHash(username: string): Promise<string> {
    const row = await db
      .selectFrom('security_users')
      .select('password_hash')
      .where('username', '=', username)
      .executeTakeFirstOrThrow()
    return row.password_hash
  }
  const unknownUids = ['999999', '0', '-1', '2147483648', '99999999999999999999', '1.5', '0157', '157 ', 'x', '1e2']

  t.beforeEach(async () => {
    clock.set('2026-01-15T10:00:00Z')
    await server.restoreDemo()
  })

  await t.test('a user without a password gets one of 20 characters, shown once, which works', async (t) => {
    const created = await asAdmin('createSecurityUser', {
      body: { username: 'Grace.Hopper@example.org', customerId: customerId.toUpperCase() },
    })
    t.equal(created.status, 201)
    const { uid, password } = created.body
    t.ok(uid >= 1000)
    t.match(password, /^[0-9A-Za-z]{20}$/)
    const user = {
      uid,
      username: 'Grace.Hopper@example.org',
      customerId,
      partnerId: null,
      active: true,
      createdAt: '2026-01-15T10:00:00.000Z',
      lastUsedAt: null,
    }
    t.strictSame(created.body, { ...user, password })
    t.equal((await signIn({ username: 'grace.hopper@EXAMPLE.org', password })).status, 200)
    t.strictSame(unused((await asAdmin('getSecurityUser', { params: { uid: String(uid) } })).body), user)
    t.notMatch((await asAdmin('listSecurityUsers')).text, password)
    t.strictSame(await audit({ subject: String(uid) }), [
      {
        actor: 'demo admin',
        action: 'security-user.create',
        subject: String(uid),
        detail: 'password: made',
        result: 'succeeded',
      },
    ])
  })

  await t.test('a given password is kept and not shown, and a user without a customer gets a new one', async (t) => {
    const credentials = { username: 'ada@example.org', password: 'correct horse battery staple' }
    const { body, text } = await asAdmin('createSecurityUser', { body: credentials })
    t.notOk('password' in body)
    t.notMatch(text, credentials.password)
    t.match(body.customerId, /^[0-9a-f-]{36}$/)
    t.not(body.customerId, customerId)
    t.ok((await storedHash(credentials.username)).startsWith(cheapPasswordPrefix))
    t.equal((await signIn(credentials)).status, 200)
    t.match(await audit({ subject: String(body.uid) }), [{ detail: 'password: given' }])
  })

  for (const [kind, passwordHash] of Object.entries(imported)) {
    await t.test(`a user with a hash of ${kind} signs in, and has a hash of ours from then on`, async (t) => {
      const credentials = { username: `${kind}@example.org`, password: importedPassword }
      const { status, text, body } = await asAdmin('createSecurityUser', {
        body: { username: credentials.username, passwordHash },
      })
      t.equal(status, 201)
      t.notOk(text.includes(passwordHash))
      t.match(await audit({ subject: String(body.uid) }), [{ detail: 'password: hash given' }])
      t.equal((await signIn({ ...credentials, password: 'letmein-2025' })).status, 401)
      t.equal(await storedHash(credentials.username), passwordHash, 'a wrong password replaces nothing')
      const first = await session(credentials)
      const replaced = await storedHash(credentials.username)
      t.ok(replaced.startsWith(cheapPasswordPrefix))
      t.equal((await refresh(first)).status, 200)
      t.equal((await signIn(credentials)).status, 200)
      t.equal(await storedHash(credentials.username), replaced, 'a hash of ours stays')
      t.equal((await signIn({ ...credentials, password: 'letmein-2025' })).status, 401)
    })
  }

  await t.test('a hash of each store is replaced by ours at the first sign-in', async (t) => {
    for (const [store, [{ hash: passwordHash }]] of Object.entries(foreignHashes)) {
      const username = `${store}@stores.example.org`
      t.equal((await asAdmin('createSecurityUser', { body: { username, passwordHash } })).status, 201, store)
      t.equal((await signIn({ username, password: foreignPassword })).status, 200, store)
      t.ok((await storedHash(username)).startsWith(cheapPasswordPrefix), store)
    }
  })

  await t.test(
    'sign-ins at once with an imported hash, from many addresses and over two instances, all succeed',
    async (t) => {
      const proxied = { trustedProxies: ['127.0.0.1'], db, masterKey }
      const others = [await startOperatorServer(t, proxied), await startOperatorServer(t, proxied)]
      const credentials = { username: 'many@example.org', password: importedPassword }
      await asAdmin('createSecurityUser', { body: { username: credentials.username, passwordHash: imported.bcrypt } })
      const replies = await Promise.all(
        Array.from({ length: 12 }, (_, index) => {
          const { baseUrl } = others[index % 2] ?? server
          return new ContractCaller(contracts['security-management'], baseUrl).call('createTokenPair', {
            body: credentials,
            headers: { 'x-forwarded-for': `198.51.100.${index}` },
          })
        }),
      )
      t.strictSame(new Set(replies.map(({ status }) => status)), new Set([200]))
      t.ok((await storedHash(credentials.username)).startsWith(cheapPasswordPrefix))
    },
  )

  await t.test(
    'where an imported hash cannot be replaced the sign-in succeeds, and a later one replaces it',
    async (t) => {
      const credentials = { username: 'later@example.org', password: importedPassword }
      await asAdmin('createSecurityUser', { body: { username: credentials.username, passwordHash: imported.scrypt } })
      const busy = t.capture(services.passwords, 'hash', async () => {
        throw new Unavailable('password hashing')
      })
      t.equal((await signIn(credentials)).status, 200)
      t.equal(busy().length, 1)
      busy.restore()
      t.equal(await storedHash(credentials.username), imported.scrypt)
      t.equal((await signIn(credentials)).status, 200)
      t.ok((await storedHash(credentials.username)).startsWith(cheapPasswordPrefix))
    },
  )

  await t.test('a new password that an operator gives while an imported one is replaced wins', async (t) => {
    const credentials = { username: 'overtaken@example.org', password: importedPassword }
    const { body } = await asAdmin('createSecurityUser', {
      body: { username: credentials.username, passwordHash: imported.bcrypt },
    })
    const { users } = services.signIns.options
    const { replacePasswordHash } = users
    t.capture(users, 'replacePasswordHash', async (...args: Parameters<typeof replacePasswordHash>) => {
      const uid = String(body.uid)
      await asAdmin('updateSecurityUser', { params: { uid }, body: { password: 'given meanwhile' } })
      return replacePasswordHash(...args)
    })
    t.equal((await signIn(credentials)).status, 401)
    t.equal((await signIn({ ...credentials, password: 'given meanwhile' })).status, 200)
  })

  await t.test('a hash that is malformed or takes too much is refused, and nothing is created', async (t) => {
    const rest = '$c2FsdHNhbHRzYWx0c2FsdA$ZSPQ1uc4RbOMrNiERlnY/HGKMozBd4qBKWkYINu3Gkk'
    for (const passwordHash of [
      `$scrypt$ln=17,r=8,p=1${rest}`,
      `$scrypt$ln=16,r=8,p=3${rest}`,
      `$scrypt$ln=16,r=1,p=1${rest}`,
      `$scrypt$ln=10,r=0,p=1${rest}`,
      `$scrypt$ln=10,r=8,p=1${rest}AA`,
      `$argon2id$v=19$m=65537,t=1,p=1${rest}`,
      `$argon2id$v=19$m=65536,t=4,p=1${rest}`,
      `$argon2id$v=19$m=4096,t=3,p=5${rest}`,
      '$2b$13$CCCCCCCCCCCCCCCCCCCCC..oy8Ed0ygjzIJUYHCL0KJKPLjKI235K',
      `$argon2id$v=19$m=15,t=1,p=2${rest}`,
      `$argon2id$v=19$m=1024,t=0,p=1${rest}`,
      `$argon2d$v=19$m=1024,t=1,p=1${rest}`,
      '$2b$15$CCCCCCCCCCCCCCCCCCCCC..oy8Ed0ygjzIJUYHCL0KJKPLjKI235K',
      '$2x$05$CCCCCCCCCCCCCCCCCCCCC..oy8Ed0ygjzIJUYHCL0KJKPLjKI235K',
      '{SSHA}x',
      '{noop}letmein-2024-letmein-2024',
      '',
    ]) {
      const reply = await asAdmin('createSecurityUser', { body: { username: 'refused@example.org', passwordHash } })
      t.equal(reply.status, 400, passwordHash)
      t.strictSame(pointers(reply), ['#/passwordHash'])
      if (passwordHash) t.notOk(reply.text.includes(passwordHash))
    }
    const { body } = await asAdmin('listSecurityUsers', { query: { username: 'refused@example.org' } })
    t.strictSame(body.items, [])
  })

  await t.test('what costs as much as is allowed is taken', async (t) => {
    const rest = '$c2FsdHNhbHRzYWx0c2FsdA$ZSPQ1uc4RbOMrNiERlnY/HGKMozBd4qBKWkYINu3Gkk'
    for (const costs of ['$scrypt$ln=16,r=8,p=2', '$scrypt$ln=13,r=8,p=10', '$argon2id$v=19$m=65536,t=3,p=4']) {
      const body = { username: `${costs}@example.org`, passwordHash: costs + rest }
      t.equal((await asAdmin('createSecurityUser', { body })).status, 201, costs)
    }
  })

  await t.test('a 400 names the field', async (t) => {
    const username = 'refused@example.org'
    for (const [body, pointer] of [
      [{}, '#/username'],
      [{ username: '' }, '#/username'],
      [{ username: 5 }, '#/username'],
      [{ username: 'x'.repeat(256) }, '#/username'],
      [{ username, password: 'seven77' }, '#/password'],
      [{ username, password: 'x'.repeat(1025) }, '#/password'],
      [{ username, password: 'long enough', passwordHash: imported.bcrypt }, '#/passwordHash'],
      [{ username, customerId: 'no-uuid' }, '#/customerId'],
      [{ username, customerId: `urn:uuid:${customerId}` }, '#/customerId'],
      [{ username, unknown: 1 }, '#'],
    ] as const) {
      const reply = await asAdmin('createSecurityUser', { body })
      t.equal(reply.status, 400, JSON.stringify(body))
      t.strictSame(pointers(reply), [pointer])
    }
    for (const [body, pointer] of [
      [{}, '#'],
      [{ active: 'false' }, '#/active'],
      [{ password: 'seven77' }, '#/password'],
      [{ username }, '#'],
    ] as const) {
      const reply = await asAdmin('updateSecurityUser', { params, body })
      t.equal(reply.status, 400, JSON.stringify(body))
      t.ok(pointers(reply).includes(pointer), `${JSON.stringify(body)}: ${pointers(reply)}`)
    }
  })

  await t.test('a name is taken once, whatever its case, also by many at once', async (t) => {
    const taken = await asAdmin('createSecurityUser', { body: { username: 'Ethan.BUCKLEY@datastoreltd.biz' } })
    t.equal(taken.status, 409)
    t.strictSame(taken.body, {
      type: 'urn:tokenwright:problem:already-exists',
      title: 'Conflict',
      status: 409,
      detail: 'Another security user has this username.',
    })
    const replies = await Promise.all(
      ['once@example.org', 'ONCE@example.org', 'Once@Example.Org', 'oncE@example.org'].map((username) =>
        asAdmin('createSecurityUser', { body: { username, passwordHash: imported.bcrypt } }),
      ),
    )
    t.strictSame(replies.map(({ status }) => status).sort(), [201, 409, 409, 409])
    const refused = (await audit({ action: 'security-user.create' })).filter(({ result }) => result === 'refused')
    t.equal(refused.length, 4)
    t.ok(refused.every(({ subject, detail }) => subject === null && detail === null))
  })

  await t.test('the list is newest first, page by page, and finds a name in any case', async (t) => {
    const uids: number[] = []
    let cursor: string | null = null
    do {
      const { body } = await asViewer('listSecurityUsers', { query: { limit: '2', ...(cursor && { cursor }) } })
      uids.push(...body.items.map(({ uid }: { uid: number }) => uid))
      cursor = body.nextCursor
    } while (cursor)
    t.strictSame(
      uids,
      [...new Set(uids)].sort((one, other) => other - one),
    )
    t.strictSame(uids.slice(-4), [158, 157, 156, 155])
    const { body } = await asViewer('listSecurityUsers', { query: { username: 'OPERATED.user@datastoreltd.biz' } })
    t.strictSame(body, { items: [operatedUser], nextCursor: null })
    const beyond = await asViewer('listSecurityUsers', { query: { cursor: 'n999999999999999999', limit: '1' } })
    t.equal(beyond.body.items[0].uid, uids[0], 'a cursor may be any number')
  })

  await t.test('a number that no user can have is answered as an unknown one', async (t) => {
    const notFound = {
      type: 'urn:tokenwright:problem:not-found',
      title: 'Not Found',
      status: 404,
      detail: 'There is no security user with this uid.',
    }
    for (const uid of unknownUids) {
      for (const [operationId, body] of [
        ['getSecurityUser', undefined],
        ['updateSecurityUser', { active: false }],
        ['deleteSecurityUser', undefined],
        ['endSecurityUserSessions', undefined],
        ['unlockSecurityUser', undefined],
      ] as const) {
        const reply = await asAdmin(operationId, { params: { uid }, ...(body && { body }) })
        t.equal(reply.status, 404, `${operationId} ${uid}`)
        t.strictSame(reply.body, notFound)
      }
    }
    t.match(await audit({ action: 'security-user.unlock' }), [{ subject: null, result: 'refused' }])
  })

  await t.test(
    'a deactivated user is refused at once, with every session, and signs in again when active',
    async (t) => {
      const sessions = [await session(), await session()]
      const off = await asAdmin('updateSecurityUser', { params, body: { active: false } })
      t.equal(off.status, 200)
      t.strictSame(unused(off.body), { ...operatedUser, active: false })
      t.equal((await signIn(operated)).status, 401)
      t.strictSame(unused((await asAdmin('updateSecurityUser', { params, body: { active: true } })).body), operatedUser)
      for (const pair of sessions) t.equal((await refresh(pair)).status, 401, 'a session that ended stays so')
      const again = await session()
      t.equal((await asAdmin('updateSecurityUser', { params, body: { active: true } })).status, 200)
      t.equal((await refresh(again)).status, 200, 'activating ends nothing')
      t.strictSame(
        (await audit({ subject: '157', action: 'security-user.update' })).slice(0, 3).map(({ detail }) => detail),
        ['active: true', 'active: true', 'active: false'],
      )
    },
  )

  await t.test('a new password ends every session and the old password, and is not shown', async (t) => {
    const before = await session()
    const password = 'a new password of the operator'
    const { status, body, text } = await asAdmin('updateSecurityUser', { params, body: { password } })
    t.equal(status, 200)
    t.strictSame(unused(body), operatedUser)
    t.notMatch(text, password)
    t.equal((await refresh(before)).status, 401)
    t.equal((await signIn(operated)).status, 401)
    t.equal((await signIn({ ...operated, password })).status, 200)
    const [line] = await audit({ subject: '157', action: 'security-user.update' })
    t.equal(line?.detail, 'a new password')
  })

  await t.test('no session that the old password started outlives a new one, whoever comes first', async (t) => {
    const replies = await Promise.all([
      ...Array.from({ length: 6 }, () => signIn(operated)),
      asAdmin('updateSecurityUser', { params, body: { password: 'given at that moment' } }),
      ...Array.from({ length: 6 }, () => signIn(operated)),
    ])
    const started = replies.filter(({ status, body }) => status === 200 && 'content' in body)
    for (const { body } of started) t.equal((await refresh(body.content[0])).status, 401)
    t.equal(replies[6]?.status, 200)
  })

  await t.test('ending the sessions ends all of them, and a new one can start', async (t) => {
    const sessions = [await session(), await session(), await session()]
    const stranger = await session({ username: 'ethan.buckley@datastoreltd.biz', password: operated.password })
    const ended = await asAdmin('endSecurityUserSessions', { params })
    t.equal(ended.status, 200)
    t.strictSame(unused(ended.body), operatedUser)
    for (const pair of sessions) t.equal((await refresh(pair)).status, 401)
    t.equal((await refresh(stranger)).status, 200, 'the session of another user goes on')
    t.equal((await refresh(await session())).status, 200)
    t.match(await audit({ subject: '157', action: 'security-user.end-sessions' }), [
      { actor: 'demo admin', detail: null, result: 'succeeded' },
    ])
  })

  await t.test('ending the sessions of all users goes from some to the next', async (t) => {
    const ethan = { username: 'ethan.buckley@datastoreltd.biz', password: operated.password }
    const pairs = [await session(), await session(), await session(ethan)]
    const uids: number[] = []
    let ended = { users: 0, sessions: 0 }
    let calls = 0
    for (let afterUid: number | null = 0; afterUid !== null; calls++) {
      const { status, body } = await asAdmin('endAllSecurityUserSessions', { body: { afterUid, limit: 2 } })
      t.equal(status, 200)
      t.ok(body.users <= 2)
      ended = { users: ended.users + body.users, sessions: ended.sessions + body.sessions }
      afterUid = body.nextAfterUid
      if (afterUid !== null) uids.push(afterUid)
    }
    const { items } = (await asAdmin('listSecurityUsers', { query: { limit: maxPageSize } })).body
    t.equal(ended.users, items.length, 'each user once')
    t.ok(calls > 1 && ended.sessions >= 3)
    t.strictSame(
      uids,
      [...uids].sort((a, b) => a - b),
    )
    for (const pair of pairs) t.equal((await refresh(pair)).status, 401)
    t.equal((await refresh(await session())).status, 200)
    const events = await audit({ action: 'security-user.end-all-sessions' })
    t.equal(events.length, calls)
    t.match(events.at(-1), { actor: 'demo admin', result: 'succeeded', detail: /^users: 2, sessions: \d+, after: 0$/ })
  })

  await t.test('no successor of a refresh at that moment outlives the end of the sessions', async (t) => {
    for (let round = 0; round < 5; round++) {
      const pairs = [await session(), await session(), await session()]
      const [one, two, ended, three] = await Promise.all([
        refresh(pairs[0]),
        refresh(pairs[1]),
        asAdmin('endSecurityUserSessions', { params }),
        refresh(pairs[2]),
      ])
      t.equal(ended.status, 200)
      for (const { status, body } of [one, two, three]) {
        t.ok(status === 200 || status === 401)
        if (status === 200) t.equal((await refresh(body.content[0])).status, 401)
      }
    }
  })

  await t.test('a user who is unlocked signs in at once', async (t) => {
    for (let failure = 1; failure <= 5; failure++) await signIn({ ...operated, password: 'not the password' })
    t.equal((await signIn(operated)).status, 429)
    const unlocked = await asAdmin('unlockSecurityUser', { params })
    t.equal(unlocked.status, 200)
    t.strictSame(unused(unlocked.body), operatedUser)
    t.equal((await signIn(operated)).status, 200)
    t.match(await audit({ subject: '157', action: 'security-user.unlock' }), [{ result: 'succeeded' }])
  })

  await t.test('unlocking one user leaves the wait of another', async (t) => {
    for (let failure = 1; failure <= 5; failure++) await signIn({ ...operated, password: 'not the password' })
    t.equal((await asAdmin('unlockSecurityUser', { params: { uid: '155' } })).status, 200)
    t.equal((await signIn(operated)).status, 429)
  })

  await t.test('a removed user is gone for good with its sessions, and the name is free', async (t) => {
    const pair = await session()
    const removed = await asAdmin('deleteSecurityUser', { params })
    t.equal(removed.status, 204)
    t.equal(removed.text, '')
    t.equal((await refresh(pair)).status, 401)
    t.equal((await signIn(operated)).status, 401)
    t.equal((await asAdmin('getSecurityUser', { params })).status, 404)
    t.equal((await asAdmin('deleteSecurityUser', { params })).status, 404)
    t.match(await audit({ subject: '157', action: 'security-user.delete' }), [{ result: 'succeeded' }])
    const again = await asAdmin('createSecurityUser', { body: operated })
    t.equal(again.status, 201)
    t.equal((await refresh(pair)).status, 401, 'a session of the removed user is none of the new one')
    t.equal((await asAdmin('deleteSecurityUser', { params: { uid: String(again.body.uid) } })).status, 204)
  })

  await t.test('a user may be removed while it signs in and refreshes: nobody is answered 500', async (t) => {
    for (let round = 0; round < 5; round++) {
      await server.restoreDemo()
      const pairs = [await session(), await session(), await session(), await session()]
      const replies = await Promise.all([
        signIn(operated),
        ...pairs.slice(0, 2).map(refresh),
        asAdmin('deleteSecurityUser', { params }),
        asAdmin('deleteSecurityUser', { params }),
        ...pairs.slice(2).map(refresh),
        signIn(operated),
      ])
      const statuses = replies.map(({ status }) => status)
      t.strictSame([statuses[3], statuses[4]].sort(), [204, 404])
      for (const status of statuses.toSpliced(3, 2)) t.ok(status === 200 || status === 401, String(status))
      for (const pair of pairs) t.equal((await refresh(pair)).status, 401)
    }
  })

  await t.test('a viewer may look, and changes nothing', async (t) => {
    t.equal((await asViewer('getSecurityUser', { params })).status, 200)
    for (const [operationId, call] of [
      ['createSecurityUser', { body: { username: 'by.a.viewer@example.org' } }],
      ['updateSecurityUser', { params, body: { active: false } }],
      ['deleteSecurityUser', { params }],
      ['endSecurityUserSessions', { params }],
      ['endAllSecurityUserSessions', { body: { afterUid: 0 } }],
      ['unlockSecurityUser', { params }],
    ] as const) {
      t.equal((await asViewer(operationId, call)).status, 403)
      t.equal((await caller.call(operationId, call)).status, 401)
    }
    for (const operationId of ['getSecurityUser', 'listSecurityUsers']) {
      t.equal((await caller.call(operationId, { params })).status, 401)
    }
    t.strictSame(unused((await asViewer('getSecurityUser', { params })).body), operatedUser)
    t.match((await audit({ action: 'security-user.delete' }))[0], { actor: 'demo viewer', result: 'refused' })
  })

  await t.test('neither a password nor a hash stands in the audit', async (t) => {
    const { text } = await asAdmin('listAuditEvents', { query: { limit: maxPageSize } })
    t.notMatch(text, /\$argon2|\$2b\$|\$scrypt|letmein|battery staple|new password of/)
  })

  await t.test('every declared status was seen', async (t) =>
    caller.assertAllStatusesSeen(t, [
      'createSecurityUser',
      'listSecurityUsers',
      'getSecurityUser',
      'updateSecurityUser',
      'deleteSecurityUser',
      'endSecurityUserSessions',
      'endAllSecurityUserSessions',
      'unlockSecurityUser',
    ]),
  )
})
