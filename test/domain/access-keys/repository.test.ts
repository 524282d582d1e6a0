import { randomUUID } from 'node:crypto'
import { test } from 'tap'
import { digester } from '../../../src/crypto/digest.js'
import { Secret, storedSecret } from '../../../src/crypto/secret.js'
import type { AccessKeyId, NewAccessKey } from '../../../src/domain/access-keys/access-key.js'
import { AccessKeyRepository } from '../../../src/domain/access-keys/repository.js'
import { SecretRepository } from '../../../src/domain/secrets/repository.js'
import { openTestDatabase } from '../../support/database.js'

test('access keys', async (t) => {
  const { db } = await openTestDatabase(t)
  const secrets = new SecretRepository({ table: 'access_key_secrets', masterKey: 1 })
  const repository = new AccessKeyRepository({ db, secrets, masterKey: 1 })
  const digest = digester(Buffer.alloc(32, 1))
  const now = new Date('2026-01-15T10:00:00Z')

  function newKey(accessKey: string): NewAccessKey {
    return {
      id: randomUUID() as string as AccessKeyId,
      accessKey,
      name: `The key ${accessKey}`,
      userId: randomUUID(),
      account: randomUUID(),
      company: randomUUID(),
      roles: ['Partner'],
      status: 'active',
      expiresAt: null,
      secrets: [{ ...storedSecret(new Secret(`the secret of ${accessKey}`), digest), createdAt: now, expiresAt: null }],
      createdAt: now,
    }
  }

  const insert = (...keys: NewAccessKey[]) => db.transaction().execute((trx) => repository.insert(trx, keys))

  await t.test('keys are inserted with their secrets, except those that exist', async (t) => {
    const existing = newKey('existing')
    t.strictSame([...(await insert(existing))], [existing.id])
    const [first, second] = [newKey('first'), newKey('another')]
    const inserted = await insert(first, newKey('existing'), second)
    t.strictSame([...inserted].sort(), [first.id, second.id].sort())
    t.equal((await repository.findByAccessKey('existing', now))?.id, existing.id)
    const { accessKey, name, secrets: _, status, ...others } = first
    t.strictSame(await repository.find(db, first.id, now), {
      ...others,
      accessKey,
      name,
      partnerId: null,
      state: status,
      secrets: [{ hint: 'irst', createdAt: now, expiresAt: null }],
      lastUsedAt: null,
    })
  })

  await t.test('a key is compared by its owner, its status and its valid secrets', async (t) => {
    const key = newKey('compared')
    const ended = { ...storedSecret(new Secret('ended'), digest), createdAt: now, expiresAt: now }
    await insert({ ...key, secrets: [...key.secrets, ended] })
    const [stored, ...others] = await repository.findStored(db, ['unknown', 'compared'], now)
    t.strictSame(others, [])
    t.match(stored, { accessKey: 'compared', userId: key.userId, account: key.account, company: key.company })
    t.strictSame([stored?.status, stored?.secretDigests], ['active', [digest('the secret of compared')]])
  })
})
