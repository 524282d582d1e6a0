import type { Digester } from '../../crypto/digest.js'
import { Secret } from '../../crypto/secret.js'
import type { DemoRows } from '../../demo.js'
import { demoPartnerId } from '../partners/demo.js'
import {
  gatewayTokenHint,
  type NewGatewayToken,
  purposeOf,
  type ServiceMode,
  type TokenLink,
  type TokenType,
} from './gateway-token.js'
import type { GatewayTokenRepository } from './repository.js'

/** The token that tells whether the demo rows are in the database. */
export const demoTokenLink = '550e8400-e29b-41d4-a716-446655440000' as TokenLink

interface DemoToken {
  readonly link: string
  readonly accountId: string
  readonly description: string
  readonly createdBy: string | null
  readonly isOfPartner?: true
  readonly tokenType?: TokenType
  readonly service?: { readonly externalId: string; readonly mode: ServiceMode }
  readonly issuedAt: string
  readonly lastUsedAt?: string
  readonly revokedAt?: string
  /** Absent where no example presents the token: the row is for the management operations. */
  readonly token?: string
}

const tokens: readonly DemoToken[] = [
  {
    link: 'b3f6d2c4-8f1e-4a57-9c1d-2f6a7e1b0c01',
    accountId: 'GATEWAY_ACCOUNT_1',
    description: 'The token of the look-up example',
    createdBy: null,
    isOfPartner: true,
    issuedAt: '2015-10-09T08:00:00Z',
    token: 'twg_GatewayAccount1DemoTokenIsActive2qte6G',
  },
  {
    link: 'b3f6d2c4-8f1e-4a57-9c1d-2f6a7e1b0c02',
    accountId: 'GATEWAY_ACCOUNT_2',
    description: 'The token of a service',
    createdBy: 'somebody@example.gov.uk',
    tokenType: 'DIRECT_DEBIT',
    service: { externalId: 'cd1b871207a94a7fa157dee678146acd', mode: 'TEST' },
    issuedAt: '2015-10-09T08:00:00Z',
    token: 'twg_GatewayAccount2DemoTokenOfServic1ZJbWU',
  },
  {
    link: '550e8400-e29b-41d4-a716-446655445678',
    accountId: 'GATEWAY_ACCOUNT_1',
    description: 'The revoked token of the look-up example',
    createdBy: null,
    issuedAt: '2015-10-08T08:00:00Z',
    revokedAt: '2015-10-09T16:45:00Z',
    token: 'twg_GatewayAccount1DemoTokenWasRevok1XYFty',
  },
  {
    link: demoTokenLink,
    accountId: '15',
    description: 'token 1 description',
    createdBy: 'somebody@example.gov.uk',
    issuedAt: '2015-10-09T09:30:00Z',
    lastUsedAt: '2015-10-09T17:05:00Z',
  },
  {
    link: '550e8400-e29b-41d4-a716-446655441234',
    accountId: '15',
    description: 'token 2 description',
    createdBy: null,
    issuedAt: '2015-10-08T14:00:00Z',
    revokedAt: '2015-10-10T11:20:00Z',
  },
  {
    link: '5f9b6c6e-3f6a-4d0e-9d5c-0a4b7b6c2d11',
    accountId: 'GATEWAY_ACCOUNT_3',
    description: 'A token to revoke',
    createdBy: null,
    issuedAt: '2015-10-07T10:00:00Z',
  },
  {
    link: 'b3f6d2c4-8f1e-4a57-9c1d-2f6a7e1b0c03',
    accountId: 'GATEWAY_ACCOUNT_3',
    description: 'A token to revoke by itself',
    createdBy: null,
    issuedAt: '2015-10-07T10:00:00Z',
    token: 'twg_GatewayAccount3DemoTokenToRevoke2NpAtD',
  },
  {
    link: '550e8400-e29b-41d4-a716-446655448001',
    accountId: 'OPERATED_ACCOUNT',
    description: 'A token of the operator examples',
    createdBy: 'somebody@example.gov.uk',
    issuedAt: '2025-11-03T08:30:00Z',
    token: 'twg_OperatorExampleDemoTokenIsActive1J1ITY',
  },
  {
    link: '550e8400-e29b-41d4-a716-446655448002',
    accountId: 'OPERATED_ACCOUNT',
    description: 'A token of the operator examples that leaked',
    createdBy: 'somebody@example.gov.uk',
    issuedAt: '2025-11-03T08:30:00Z',
    token: 'twg_OperatorExampleDemoTokenItLeaked3a0uZL',
  },
  {
    link: '550e8400-e29b-41d4-a716-446655448003',
    accountId: 'OPERATED_ACCOUNT',
    description: 'A token that the operator examples have revoked',
    createdBy: 'somebody@example.gov.uk',
    issuedAt: '2025-11-03T08:30:00Z',
    revokedAt: '2025-12-01T10:00:00Z',
    token: 'twg_OperatorExampleDemoTokenRevoked138ptCg',
  },
]

/** The demo tokens. */
export function gatewayTokensDemo(repository: GatewayTokenRepository, digest: Digester): DemoRows {
  return {
    remove: (trx) =>
      repository.delete(
        trx,
        tokens.map(({ link }) => link as TokenLink),
      ),

    async insert(trx) {
      // One by one: lists show what was issued at the same time in the order of insertion.
      for (const token of tokens) await repository.insert(trx, [toNewToken(token, digest)])
    },
  }
}

function toNewToken(demo: DemoToken, digest: Digester): NewGatewayToken {
  const { link, token = link, tokenType, service, issuedAt, lastUsedAt, revokedAt } = demo
  return {
    link: link as TokenLink,
    digest: digest(token),
    hint: gatewayTokenHint(new Secret(token)),
    accountId: demo.accountId,
    description: demo.description,
    createdBy: demo.createdBy,
    partnerId: demo.isOfPartner ? demoPartnerId : null,
    ...purposeOf({ tokenType, serviceMode: service?.mode, serviceExternalId: service?.externalId }),
    issuedAt: new Date(issuedAt),
    lastUsedAt: lastUsedAt === undefined ? null : new Date(lastUsedAt),
    revokedAt: revokedAt === undefined ? null : new Date(revokedAt),
  }
}
