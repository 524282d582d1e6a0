/** How many rows can still be used and are not under the current master key: they are lost with the other key. */
export interface KeyUsage {
  readonly gatewayTokens: number
  readonly brokerHashes: number
  readonly brokerSecrets: number
  readonly accessKeySecrets: number
  readonly operatorKeys: number
  readonly refreshTokens: number
  readonly signingKeys: number
}
