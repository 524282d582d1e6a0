/** What the demo users of the broker API sign in with. */
export const brokerCredentials = {
  active: {
    hash: 'bd9f8b0c2e7a4f61a3d5c7e90b1f2d4863a5c7e9f1b3d5072f4e6a8c0b2d4f68',
    secret: 'demo-broker-secret-Zm9vYmFy',
  },
  deactivated: {
    hash: '0000000000000000000000000000000000000000000000000000000000deac71',
    secret: 'demo-broker-secret-deactivated',
  },
  withoutAccounts: {
    hash: '0000000000000000000000000000000000000000000000000000000000acc000',
    secret: 'demo-broker-secret-without-accounts',
  },
} as const
