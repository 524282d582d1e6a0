/**
 * The algorithms of signatures by a key pair (RFC 7518, RFC 8037): those of an identity provider. With an algorithm of shared keys, its published
 * key would sign as well.
 */
export const keyPairAlgorithms = [
  ...['RS256', 'RS384', 'RS512'],
  ...['PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512'],
  ...['EdDSA', 'Ed25519'],
]
