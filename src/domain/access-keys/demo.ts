import type { Digester } from '../../crypto/digest.js'
import { Secret, storedSecret } from '../../crypto/secret.js'
import type { DemoRows } from '../../demo.js'
import { demoPartnerId } from '../partners/demo.js'
import type { AccessKeyId, AccessKeyStatus, NewAccessKey } from './access-key.js'
import type { AccessKeyRepository } from './repository.js'

interface DemoAccessKey {
  readonly id: string
  readonly accessKey: string
  readonly secret: string
  readonly name: string
  readonly status: AccessKeyStatus
  readonly expiresAt?: string
  readonly isOfPartner?: true
  /** Absent: the day of the published examples. */
  readonly createdAt?: string
}

const secretOfRefusedKeys = 'demoSecretOfAKeyThatCannotLogIn+/demoSecretOfKey'

const secretOfOperatedKeys = 'demoSecretOfAKeyOfTheOperatorExample+/demoKe1234'

const documentedExamples = '2023-07-01T09:00:00Z'
const operatorExamples = '2025-11-03T08:30:00Z'

const accessKeys: readonly DemoAccessKey[] = [
  {
    id: '45771ea1-b012-4b80-8ba4-49891c5d8d47',
    accessKey: '986d8167a9b9a15e37db4ab4ad50877b01347a94',
    secret: '79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq',
    name: 'The access key of the login example',
    status: 'active',
    isOfPartner: true,
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
  {
    id: '45771ea1-b012-4b80-8ba4-49891c5d8e00',
    accessKey: 'a0'.repeat(20),
    secret: secretOfOperatedKeys,
    name: 'An access key that the operator examples revoke',
    status: 'active',
    createdAt: operatorExamples,
  },
  {
    id: '45771ea1-b012-4b80-8ba4-49891c5d8e01',
    accessKey: 'a1'.repeat(20),
    secret: secretOfOperatedKeys,
    name: 'A pending access key of the operator examples',
    status: 'pending',
    createdAt: operatorExamples,
  },
  {
    id: '45771ea1-b012-4b80-8ba4-49891c5d8e02',
    accessKey: 'a2'.repeat(20),
    secret: secretOfOperatedKeys,
    name: 'An active access key of the operator examples',
    status: 'active',
    createdAt: operatorExamples,
  },
  {
    id: '45771ea1-b012-4b80-8ba4-49891c5d8e03',
    accessKey: 'a3'.repeat(20),
    secret: secretOfOperatedKeys,
    name: 'A revoked access key of the operator examples',
    status: 'revoked',
    createdAt: operatorExamples,
  },
]

/** The access keys of the contracts' examples. */
export function accessKeysDemo(repository: AccessKeyRepository, digest: Digester): DemoRows {
  const rows = toNewAccessKeys(digest)
  return {
    remove: (trx) => repository.deleteAll(trx, rows),

    async insert(trx) {
      // One by one, so that lists show them in this order.
      for (const row of rows) await repository.insert(trx, [row])
    },
  }
}

function toNewAccessKeys(digest: Digester): NewAccessKey[] {
  return accessKeys.map(
    ({ id, accessKey, secret, name, status, expiresAt, isOfPartner, createdAt: created = documentedExamples }) => {
      const createdAt = new Date(created)
      return {
        id: id as AccessKeyId,
        accessKey,
        name,
        partnerId: isOfPartner ? demoPartnerId : null,
        userId: '65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6',
        account: '0ea70001-0f58-44a2-80ad-953633ff2cc7',
        company: '29263739-2cf8-483d-af15-6151dc8448b4',
        roles: ['Partner', 'PartnerAdmin'],
        status,
        expiresAt: expiresAt === undefined ? null : new Date(expiresAt),
        secrets: [{ ...storedSecret(new Secret(secret), digest), createdAt, expiresAt: null }],
        createdAt,
      }
    },
  )
}
