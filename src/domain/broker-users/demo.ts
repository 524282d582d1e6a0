import type { Digester } from '../../crypto/digest.js'
import { Secret, storedSecret } from '../../crypto/secret.js'
import type { DemoRows } from '../../demo.js'
import { demoPartnerId } from '../partners/demo.js'
import type { NewSecret } from '../secrets/secret-rotation.js'
import type { BrokerUserId, NewBrokerUser } from './broker-user.js'
import type { BrokerUserRepository } from './repository.js'

interface DemoUser {
  readonly id: string
  readonly name: string
  readonly hash: string
  readonly secret: string
  readonly active: boolean
  readonly isOfPartner?: true
  /** Absent: the day of the published examples. */
  readonly createdAt?: Date
  /** The secret before, during a rotation. */
  readonly earlierSecret?: { readonly secret: string; readonly rotatedAt: Date; readonly expiresAt: Date }
  /** In order of creation, a day apart. */
  readonly accounts: readonly { readonly id: string; readonly name: string; readonly aToken: string }[]
}

const documentedExamples = new Date('2024-01-15T09:00:00Z')
const operatorExamples = new Date('2025-11-03T08:30:00Z')
const dayMs = 24 * 60 * 60 * 1000

const users: readonly DemoUser[] = [
  {
    id: '3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0a01',
    name: 'The API user of the examples',
    hash: 'bd9f8b0c2e7a4f61a3d5c7e90b1f2d4863a5c7e9f1b3d5072f4e6a8c0b2d4f68',
    secret: 'demo-broker-secret-Zm9vYmFy',
    active: true,
    isOfPartner: true,
    accounts: [
      {
        id: '8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5b11',
        name: 'Musterfirma GmbH',
        aToken: 'act_demoMusterfirma4Kq8Zt2Lw9Xc5Vb7Nm3Rp',
      },
      {
        id: '8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5b12',
        name: 'Zweigstelle Nord',
        aToken: 'act_demoZweigstelle7Hj2Df6Gs1Qa9Wy4Et8Ui',
      },
    ],
  },
  {
    id: '3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0a02',
    name: 'The deactivated API user of the examples',
    hash: '0000000000000000000000000000000000000000000000000000000000deac71',
    secret: 'demo-broker-secret-deactivated',
    active: false,
    accounts: [],
  },
  {
    id: '3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0a03',
    name: 'An API user without accounts',
    hash: '0000000000000000000000000000000000000000000000000000000000acc000',
    secret: 'demo-broker-secret-without-accounts',
    active: true,
    accounts: [],
  },
  {
    id: '3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01',
    name: 'A broker of the operator examples',
    hash: '00000000000000000000000000000000000000000000000000000000000e4f71',
    secret: 'demo-operated-secret',
    active: true,
    createdAt: operatorExamples,
    accounts: [
      {
        id: '8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5c01',
        name: 'Hauptstelle',
        aToken: 'act_demoHauptstelle8Vr3Wd6Ty1Ue5Io9PaMn4B',
      },
      {
        id: '8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5c02',
        name: 'Zweigstelle',
        aToken: 'act_demoZweigstelle2Sf7Gh4Jk0Lz6Xc1VbKp9D',
      },
    ],
  },
  {
    id: '3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b02',
    name: 'A broker that the operator examples remove',
    hash: '00000000000000000000000000000000000000000000000000000000000e4f72',
    secret: 'demo-operated-secret',
    active: true,
    createdAt: operatorExamples,
    accounts: [],
  },
  {
    id: '3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b03',
    name: 'A broker whose secret is being rotated',
    hash: '00000000000000000000000000000000000000000000000000000000000e4f73',
    secret: 'demo-operated-secret-new',
    active: true,
    createdAt: operatorExamples,
    earlierSecret: {
      secret: 'demo-operated-secret-old',
      rotatedAt: new Date('2026-01-15T09:00:00Z'),
      expiresAt: new Date('2026-01-16T09:00:00Z'),
    },
    accounts: [],
  },
]

/** The users of the contracts' examples. */
export function brokerUsersDemo(repository: BrokerUserRepository, digest: Digester): DemoRows {
  const rows = toNewUsers(digest)
  return {
    async remove(trx) {
      await repository.delete(
        trx,
        rows.map(({ id }) => id),
      )
    },

    async insert(trx) {
      // One by one, so that lists show them in this order.
      for (const row of rows) await repository.insert(trx, [row])
    },
  }
}

function toNewUsers(digest: Digester): NewBrokerUser[] {
  const stored = (secret: string, createdAt: Date, expiresAt: Date | null = null): NewSecret => ({
    ...storedSecret(new Secret(secret), digest),
    createdAt,
    expiresAt,
  })
  return users.map(
    ({
      id,
      name,
      hash,
      secret,
      active,
      isOfPartner,
      earlierSecret: earlier,
      accounts,
      createdAt = documentedExamples,
    }) => ({
      id: id as BrokerUserId,
      name,
      isActive: active,
      partnerId: isOfPartner ? demoPartnerId : null,
      hash: storedSecret(new Secret(hash), digest),
      secrets: earlier
        ? [stored(secret, earlier.rotatedAt), stored(earlier.secret, createdAt, earlier.expiresAt)]
        : [stored(secret, createdAt)],
      accounts: accounts.map((account, index) => ({
        ...account,
        createdAt: new Date(createdAt.getTime() + index * dayMs),
      })),
      createdAt,
    }),
  )
}
