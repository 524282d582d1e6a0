import { randomUUID } from 'node:crypto'
import { hash as bcrypt } from '@node-rs/bcrypt'
import type { Request } from 'autocannon'
import { SignJWT } from 'jose'
import { readBcryptSalt } from '../../../src/crypto/bcrypt-salt.js'
import { randomBase62, systemRandom } from '../../../src/crypto/random.js'
import { Secret } from '../../../src/crypto/secret.js'
import { payFormat } from '../../../src/domain/gateway-tokens/token-format.js'
import { bearer, post } from '../requests.js'
import { type OldHash, oldHashes } from './old-hashes.js'

/** What the old gateway token service and its gateway share; the new server gets both. */
export const paySecrets = {
  PAY_API_HMAC_SECRET: randomBase62(systemRandom, 32),
  LEGACY_TOKEN_BCRYPT_SALT: '$2a$10$IhaXo6LIBhKIWOiGpbtPOu',
}

/** With which the old login of access keys signs its tokens (HS384), without a `kid`. */
export const oldSigningSecret = randomBase62(systemRandom, 48)

/** The credentials of one kind, as they lie in an old installation and in the hands of those who use them. */
export interface OldCredentials {
  readonly kind: string
  /** What the installation can export: one row for each credential. */
  readonly rows: readonly object[]
  /** What holds them: each is a request that has to be answered as it was. */
  readonly requests: readonly Request[]
  /** Of the new server. */
  readonly status: number
  readonly answer: RegExp
}

/** How many of each there are. */
const counts = { tokens: 10_000, presented: 300, users: 1_000, brokers: 300, accessKeys: 300, signedTokens: 300 }
/** How many different hashes there are of each store; users who share one have the same password. */
const hashesOfStore = 5

/**
 * Makes up an installation of each API. It keeps hashes alone.
 * @param operatorKey with which resource servers introspect tokens
 */
export async function makeOldInstallation(operatorKey: string): Promise<readonly OldCredentials[]> {
  const accessKeys = await oldAccessKeys()
  return [
    await oldTokens(),
    await oldUsers(),
    await oldBrokers(),
    accessKeys,
    await oldSignedTokens(accessKeys.rows, operatorKey),
  ]
}

/** Of the tokens only some are presented, and hashed here: it takes a tenth of a second each. The others were forgotten long ago. */
async function oldTokens(): Promise<OldCredentials> {
  const format = payFormat(systemRandom, new Secret(paySecrets.PAY_API_HMAC_SECRET))
  const salt = readBcryptSalt(paySecrets.LEGACY_TOKEN_BCRYPT_SALT)
  if (!salt) throw new Error('the salt is none')
  const presented = Array.from({ length: counts.presented }, () => format.generate('LIVE'))
  const hashes = await Promise.all(
    presented.map((token) => bcrypt(format.withoutChecksum(token)?.reveal() ?? '', salt.cost, salt.bytes)),
  )
  const forgotten = Array.from(
    { length: counts.tokens - counts.presented },
    () => paySecrets.LEGACY_TOKEN_BCRYPT_SALT + randomBase62(systemRandom, 31),
  )
  const rows = [...hashes, ...forgotten].map((tokenHash, index) => ({
    type: 'gateway-token',
    tokenHash,
    tokenLink: randomUUID(),
    accountId: String(index % 2_500),
    description: 'Token of a frontend',
  }))
  const requests = presented.map((token) => bearer('/v1/api/auth', token.reveal()))
  return { kind: 'gateway tokens', rows, requests, status: 200, answer: /"account_id":"\d+"/ }
}

async function oldUsers(): Promise<OldCredentials> {
  const secrets = await hashedSecrets(counts.users)
  const users = secrets.map(({ secret, hash }, index) => ({ username: `user${index}@example.org`, secret, hash }))
  return {
    kind: 'security users',
    rows: users.map(({ username, hash }) => ({ type: 'security-user', username, passwordHash: hash })),
    requests: users.map(({ username, secret }) => post('/api/v2/auth/token', { username, password: secret })),
    status: 200,
    answer: /"refreshToken":"/,
  }
}

async function oldBrokers(): Promise<OldCredentials> {
  const secrets = await hashedSecrets(counts.brokers)
  const brokers = secrets.map((secret) => ({ ...secret, own: randomBase62(systemRandom, 32) }))
  return {
    kind: 'brokers',
    rows: brokers.map(({ own, hash }, index) => ({
      type: 'broker-user',
      name: `Broker ${index}`,
      hash: own,
      secretHash: hash,
      accounts: [{ name: 'Office', aToken: `office-${index}` }],
    })),
    requests: brokers.map(({ own, secret }) => post('/api/token', { hash: own, secret })),
    status: 200,
    answer: /"token":"eyJ/,
  }
}

async function oldAccessKeys(): Promise<OldCredentials & { readonly rows: readonly OldAccessKey[] }> {
  const secrets = await hashedSecrets(counts.accessKeys)
  const keys = secrets.map((secret) => ({ ...secret, accessKey: randomBase62(systemRandom, 32) }))
  return {
    kind: 'access keys',
    rows: keys.map(({ accessKey, hash }, index) => ({
      type: 'access-key',
      id: randomUUID(),
      userId: randomUUID(),
      name: `Terminal ${index}`,
      accessKey,
      secretHash: hash,
      account: randomUUID(),
      company: randomUUID(),
      roles: ['Partner'],
    })),
    requests: keys.map(({ accessKey, secret }) => post('/login', { accessKey, secret })),
    status: 201,
    answer: /^eyJ/,
  }
}

interface OldAccessKey {
  readonly id: string
  readonly userId: string
  readonly account: string
  readonly company: string
}

/** Tokens that the old login has issued: resource servers ask the new server about them. */
async function oldSignedTokens(keys: readonly OldAccessKey[], operatorKey: string): Promise<OldCredentials> {
  const tokens = await Promise.all(
    keys.slice(0, counts.signedTokens).map(({ id, userId, account, company }) =>
      new SignJWT({
        uid: userId,
        ar: ['Partner'],
        ak: id,
        realm: 'Partner',
        ca: account,
        cid: company,
        domain: '/partners-int',
      })
        .setProtectedHeader({ alg: 'HS384' })
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(Buffer.from(oldSigningSecret)),
    ),
  )
  const headers = { authorization: `Bearer ${operatorKey}` }
  const requests = tokens.map((token) => post('/operator/v1/introspect', { token }, headers))
  return { kind: 'signed tokens', rows: [], requests, status: 200, answer: /"active":true/ }
}

/** Secrets and their hashes, each store in turn. */
async function hashedSecrets(count: number): Promise<readonly { readonly secret: string; readonly hash: string }[]> {
  const stores: readonly OldHash[] = Object.values(oldHashes)
  const hashed = await Promise.all(
    Array.from({ length: stores.length * hashesOfStore }, async (_, index) => {
      const secret = randomBase62(systemRandom, 24)
      return { secret, hash: (await stores[index % stores.length]?.(secret)) ?? '' }
    }),
  )
  return Array.from({ length: count }, (_, index) => hashed[index % hashed.length] ?? { secret: '', hash: '' })
}
