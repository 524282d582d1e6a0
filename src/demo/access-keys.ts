import type { AccessKeyStatus } from '../domain/access-key.js'
import type { DemoData } from './demo-data.js'

interface DemoAccessKey {
  readonly id: string
  readonly accessKey: string
  readonly secret: string
  readonly name: string
  readonly status: AccessKeyStatus
  readonly expiresAt?: string
}

const secretOfRefusedKeys = 'demoSecretOfAKeyThatCannotLogIn+/demoSecretOfKey'

const accessKeys: readonly DemoAccessKey[] = [
  {
    id: '45771ea1-b012-4b80-8ba4-49891c5d8d47',
    accessKey: '986d8167a9b9a15e37db4ab4ad50877b01347a94',
    secret: '79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq',
    name: 'The access key of the login example',
    status: 'active',
  },
  {
    id: '45771ea1-b012-4b80-8ba4-49891c5d8d01',
    accessKey: '1'.repeat(40),
    secret: secretOfRefusedKeys,
    name: 'An access key that is not activated yet',
    status: 'pending',
  },
  {
    id: '45771ea1-b012-4b80-8ba4-49891c5d8d02',
    accessKey: '2'.repeat(40),
    secret: secretOfRefusedKeys,
    name: 'An access key whose date has passed',
    status: 'active',
    expiresAt: '2023-08-01T00:00:00Z',
  },
  {
    id: '45771ea1-b012-4b80-8ba4-49891c5d8d03',
    accessKey: '3'.repeat(40),
    secret: secretOfRefusedKeys,
    name: 'An access key that was withdrawn',
    status: 'revoked',
  },
]

export const accessKeysDemo: DemoData = {
  async remove(db) {
    // Their secrets go with them.
    await db
      .deleteFrom('access_keys')
      .where(
        'id',
        'in',
        accessKeys.map(({ id }) => id),
      )
      .execute()
  },

  async insert(db, digest, masterKey) {
    await db
      .insertInto('access_keys')
      .values(
        accessKeys.map(({ id, accessKey, name, status, expiresAt }) => ({
          id,
          access_key: accessKey,
          name,
          user_id: '65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6',
          account: '0ea70001-0f58-44a2-80ad-953633ff2cc7',
          company: '29263739-2cf8-483d-af15-6151dc8448b4',
          roles: ['Partner', 'PartnerAdmin'],
          state: status,
          expires_at: expiresAt === undefined ? null : new Date(expiresAt),
          created_at: new Date('2023-07-01T09:00:00Z'),
        })),
      )
      .execute()
    await db
      .insertInto('access_key_secrets')
      .values(
        accessKeys.map(({ id, secret }) => ({
          access_key_id: id,
          digest: digest(secret),
          master_key: masterKey,
          expires_at: null,
        })),
      )
      .execute()
  },
}
