/** Names a master key without telling anything of it: 32 bits that are derived from it, as a signed integer. */
export type KeyFingerprint = number
