import { randomUUID } from 'node:crypto'
import { test } from 'tap'
import { digester } from '../../../src/crypto/digest.js'
import { Secret, storedSecret } from '../../../src/crypto/secret.js'
import { NearReads } from '../../../src/database/near-reads.js'
import { BrokerAccountRepository } from '../../../src/domain/broker-users/account-repository.js'
import type { BrokerUserId, NewBrokerUser } from '../../../src/domain/broker-users/broker-user.js'
import { BrokerUserRepository } from '../../../src/domain/broker-users/repository.js'
import { SecretRepository } from '../../../src/domain/secrets/repository.js'
import { openTestDatabase } from '../../support/database.js'

test('broker users', async (t) => {
  const { db } = await openTestDatabase(t)
  const accounts = new BrokerAccountRepository({ reads: new NearReads(db) })
  const secrets = new SecretRepository({ table: 'broker_secrets', masterKey: 1 })
  const repository = new BrokerUserRepository({ db, accounts, secrets, masterKey: 1 })
  const digest = digester(Buffer.alloc(32, 1))
  const now = new Date('2024-01-26T14:39:46Z')

  async function insertUser(hash: string, active = true): Promise<string> {
    const id = randomUUID()
    await db
      .insertInto('broker_users')
      .values({
        id,
        name: hash,
        hash_digest: digest(hash),
        master_key: 1,
        hash_hint: hash.slice(-4),
        active,
        created_at: now,
      })
      .execute()
    return id
  }

  async function insertAccount(user_id: string, name: string, created_at: Date): Promise<void> {
    await db
      .insertInto('broker_accounts')
      .values({ id: randomUUID(), user_id, name, a_token: `act_${name}`, created_at })
      .execute()
  }

  await t.test('a secret is found until the moment at which it expires', async (t) => {
    const id = await insertUser('rotating')
    const secrets = { past: new Date(now.getTime() - 1), now, later: new Date(now.getTime() + 1), lasting: null }
    await db
      .insertInto('broker_secrets')
      .values(
        Object.entries(secrets).map(([name, expires_at]) => ({
          user_id: id,
          digest: digest(name),
          master_key: 1,
          hint: '',
          created_at: now,
          expires_at,
        })),
      )
      .execute()
    const found = await repository.findCredentials([digest('rotating')], now)
    t.match(found, { userId: id, isActive: true })
    t.strictSame(
      found?.secretDigests.map((secret) => secret.toString('hex')).sort(),
      ['later', 'lasting'].map((name) => digest(name).toString('hex')).sort(),
    )
  })

  await t.test('a user without secrets and a deactivated one are found as what they are', async (t) => {
    const userId = await insertUser('bare', false)
    t.strictSame(await repository.findCredentials([digest('bare')], now), {
      userId,
      isActive: false,
      hashDigest: digest('bare'),
      secretDigests: [],
      secretHashes: [],
    })
    t.equal(await repository.findCredentials([digest('nobody')], now), undefined)
  })

  await t.test(
    'accounts come in order of creation, those of one moment in the order in which they were put in',
    async (t) => {
      const id = await insertUser('ordered')
      await insertAccount(id, 'third', new Date('2024-01-03T00:00:00Z'))
      await insertAccount(id, 'first', new Date('2024-01-01T00:00:00Z'))
      await insertAccount(id, 'second-b', new Date('2024-01-02T00:00:00Z'))
      await insertAccount(id, 'second-a', new Date('2024-01-02T00:00:00Z'))
      const { userId } = (await repository.findCredentials([digest('ordered')], now)) ?? {}
      const found = userId && (await accounts.findOfActiveUser(userId))
      t.strictSame(
        found,
        ['first', 'second-b', 'second-a', 'third'].map((name) => ({ name, aToken: `act_${name}` })),
      )
    },
  )

  await t.test('a user without accounts has none; a deactivated or removed one is not found', async (t) => {
    const id = await insertUser('leaving')
    const { userId } = (await repository.findCredentials([digest('leaving')], now)) ?? {}
    if (userId === undefined) return t.fail('the user is there')
    t.strictSame(await accounts.findOfActiveUser(userId), [])
    await insertAccount(id, 'leaving', now)
    await db.updateTable('broker_users').set({ active: false }).where('id', '=', id).execute()
    t.equal(await accounts.findOfActiveUser(userId), undefined)
    await db.deleteFrom('broker_users').where('id', '=', id).execute()
    t.equal(await accounts.findOfActiveUser(userId), undefined)
  })

  /** A user with one account for each account token. */
  function newUser(hash: string, ...aTokens: string[]): NewBrokerUser {
    return {
      id: randomUUID() as string as BrokerUserId,
      name: hash,
      isActive: true,
      hash: storedSecret(new Secret(hash), digest),
      secrets: [{ ...storedSecret(new Secret(`the secret of ${hash}`), digest), createdAt: now, expiresAt: null }],
      accounts: aTokens.map((aToken) => ({ id: randomUUID(), name: aToken, aToken, createdAt: now })),
      createdAt: now,
    }
  }

  const insert = (...users: NewBrokerUser[]) => db.transaction().execute((trx) => repository.insert(trx, users))

  await t.test('users are inserted with their secrets and accounts, or not at all', async (t) => {
    const existing = newUser('existing hash', 'existing-account')
    t.strictSame([...(await insert(existing))], [existing.id])
    const alone = newUser('alone')
    const whole = newUser('whole', 'z-first', 'a-second')
    const sameHash = newUser('existing hash', 'free-1')
    const sameAccount = newUser('another hash', 'free-2', 'existing-account')
    const inserted = await insert(sameAccount, whole, sameHash, alone)
    t.strictSame([...inserted].sort(), [whole.id, alone.id].sort())
    for (const { id } of [sameHash, sameAccount]) t.equal(await repository.find(db, id, now), undefined)
    t.strictSame(
      await accounts.findExistingATokens(db, ['free-1', 'free-2', 'existing-account', 'z-first']),
      new Set(['existing-account', 'z-first']),
    )
    t.strictSame(await repository.find(db, whole.id, now), {
      id: whole.id,
      name: 'whole',
      partnerId: null,
      isActive: true,
      hashHint: '',
      secrets: [{ hint: 'hole', createdAt: now, expiresAt: null }],
      accounts: whole.accounts.map(({ id, name, aToken }) => ({ id, name, aToken })),
      createdAt: now,
      lastUsedAt: null,
    })
  })

  await t.test('a user is compared by whether it is active, its valid secrets and its account tokens', async (t) => {
    const user = newUser('compared', 'compared-1', 'compared-2')
    const ended = { ...storedSecret(new Secret('ended'), digest), createdAt: now, expiresAt: now }
    await insert({ ...user, isActive: false, secrets: [...user.secrets, ended] })
    t.strictSame(await repository.findStored(db, [digest('nobody'), user.hash.digest], now), [
      {
        userId: user.id,
        isActive: false,
        hashDigest: user.hash.digest,
        secretDigests: [digest('the secret of compared')],
        secretHashes: [],
        importedHashDigests: [],
        aTokens: ['compared-1', 'compared-2'],
      },
    ])
  })

  await t.test('expired secrets are deleted in batches, and no others', async (t) => {
    const user = newUser('cleaned')
    const secondsAgo = (seconds: number | null) => (seconds === null ? null : new Date(now.getTime() - seconds * 1000))
    await insert({
      ...user,
      secrets: [null, 10, 20, 30].map((seconds) => ({
        ...storedSecret(new Secret(`${seconds}`), digest),
        createdAt: now,
        expiresAt: secondsAgo(seconds),
      })),
    })
    const before = new Date(now.getTime() - 15_000)
    t.equal((await secrets.deleteExpired(db, { before, limit: 1, from: {} })).rows, 1)
    t.equal((await secrets.deleteExpired(db, { before, limit: 10, from: {} })).rows, 1)
    t.equal((await secrets.deleteExpired(db, { before, limit: 10, from: {} })).rows, 0)
    const left = await db.selectFrom('broker_secrets').select('digest').where('user_id', '=', user.id).execute()
    t.strictSame(
      new Set(left.map((row) => row.digest.toString('hex'))),
      new Set(['null', '10'].map((text) => digest(text).toString('hex'))),
    )
  })
})
