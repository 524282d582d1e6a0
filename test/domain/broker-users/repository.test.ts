import { randomUUID } from 'node:crypto'
import { test } from 'tap'
import { digester } from '../../../src/crypto/digest.js'
import { BrokerAccountRepository } from '../../../src/domain/broker-users/account-repository.js'
import { BrokerUserRepository } from '../../../src/domain/broker-users/repository.js'
import { SecretRepository } from '../../../src/domain/secrets/repository.js'
import { openTestDatabase } from '../../support/database.js'

test('broker users', async (t) => {
  const { db } = await openTestDatabase(t)
  const accounts = new BrokerAccountRepository({ db })
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
})
