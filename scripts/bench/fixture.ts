import { createHash } from 'node:crypto'
import type pg from 'pg'
import { type Digester, digester } from '../../src/crypto/digest.js'
import { MasterKey } from '../../src/crypto/master-key.js'
import { PasswordHasher } from '../../src/crypto/password-hashing.js'
import { type Random, randomBase62 } from '../../src/crypto/random.js'
import { Secret } from '../../src/crypto/secret.js'
import { migrateUp } from '../../src/database/migrate.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import { ownFormat } from '../../src/domain/gateway-tokens/token-format.js'
import { usernameKey } from '../../src/domain/security-users/security-user.js'
import { seededRandom } from './seeded-random.js'
import { withClient } from './with-client.js'
import type { Workbench } from './workbench.js'

/** Of every installation that the benchmark makes: the same in each run, as all its data. */
export const masterKeyText = createHash('sha256').update('tokenwright benchmark').digest('hex')

const masterKey = new MasterKey(new Secret(masterKeyText))

/** The product's own digest, so that what is stored here is found by the server. */
export const digest: Digester = digester(masterKey.derive('pepper'))

export const fingerprint = masterKey.fingerprint

/** How many of each there are. */
const counts = { tokens: 10_000, credentials: 1_000, users: 400 }

/** What callers present. */
export interface Fixture {
  readonly tokens: readonly string[]
  readonly brokers: readonly { readonly hash: string; readonly secret: string }[]
  readonly accessKeys: readonly { readonly accessKey: string; readonly secret: string }[]
  readonly users: readonly { readonly username: string; readonly password: string }[]
  readonly passwordHash: string
}

/** Makes gateway tokens, the same in every run. */
export function makeTokens(count: number): string[] {
  const random = seededRandom('gateway tokens')
  return Array.from({ length: count }, () => ownFormat(random).generate(undefined).reveal())
}

/** Makes the product's database, with everything in it that callers present. */
export async function prepareFixture(workbench: Workbench): Promise<{ fixture: Fixture; databaseUrl: string }> {
  const fixture = await makeFixture()
  const databaseUrl = await workbench.createDatabase('tokenwright')
  const { db, close } = openPostgresql({ url: databaseUrl, onIdleError: () => {} })
  await migrateUp(db)
  await close()
  await storeFixture(databaseUrl, fixture)
  return { fixture, databaseUrl }
}

async function makeFixture(): Promise<Fixture> {
  const random = seededRandom('credentials')
  const password = randomBase62(random, 16)
  return {
    tokens: makeTokens(counts.tokens),
    brokers: several(counts.credentials, () => ({
      hash: random(32).toString('hex'),
      secret: randomBase62(random, 40),
    })),
    accessKeys: several(counts.credentials, () => ({
      accessKey: random(20).toString('hex'),
      secret: random(36).toString('base64'),
    })),
    users: several(counts.users, (index) => ({ username: `user${index}@example.org`, password })),
    // One hash for all: making hundreds takes long, and verifying one takes as long as another.
    passwordHash: await new PasswordHasher().hash(new Secret(password)),
  }
}

/** Inserts everything into a migrated database, each kind with one statement. */
export async function storeFixture(url: string, fixture: Fixture): Promise<void> {
  await withClient(url, async (client) => {
    await storeTokens(client, fixture.tokens)
    await storeBrokers(client, fixture.brokers)
    await storeAccessKeys(client, fixture.accessKeys)
    await client.query(
      `insert into security_users (username, username_key, customer_id, password_hash, created_at)
       select username, username_key, gen_random_uuid(), $3, now()
       from unnest($1::text[], $2::text[]) as one (username, username_key)`,
      [
        fixture.users.map(({ username }) => username),
        fixture.users.map(({ username }) => usernameKey(username)),
        fixture.passwordHash,
      ],
    )
    await client.query('vacuum analyze')
  })
}

async function storeTokens(client: pg.Client, tokens: readonly string[]): Promise<void> {
  await client.query(
    `insert into gateway_tokens
       (link, digest, master_key, hint, account_id, description, created_by, issued_at, last_used_at)
     select gen_random_uuid(), digest, $2, hint, (number / 4)::text, 'Token of a frontend.',
       'user' || number % 500 || '@example.org', now() - interval '1 minute' * (100000 - number), now() - interval '1 day'
     from unnest($1::bytea[], $3::text[]) with ordinality as one (digest, hint, number)`,
    [tokens.map(digest), fingerprint, tokens.map((token) => token.slice(-4))],
  )
}

async function storeBrokers(client: pg.Client, brokers: Fixture['brokers']): Promise<void> {
  await client.query(
    `with one as (
       select gen_random_uuid() as id, hash_digest, secret_digest, number
       from unnest($1::bytea[], $2::bytea[]) with ordinality as given (hash_digest, secret_digest, number)
     ), users as (
       insert into broker_users (id, name, hash_digest, master_key, hash_hint, created_at)
       select id, 'Broker ' || number, hash_digest, $3, '0000', now() from one
     ), secrets as (
       insert into broker_secrets (user_id, digest, master_key, hint, created_at)
       select id, secret_digest, $3, '0000', now() from one
     )
     insert into broker_accounts (id, user_id, name, a_token, created_at)
     select gen_random_uuid(), id, 'Office ' || office, 'act_' || md5(number || '-' || office), now()
     from one, generate_series(1, 2) as office`,
    [brokers.map(({ hash }) => digest(hash)), brokers.map(({ secret }) => digest(secret)), fingerprint],
  )
}

async function storeAccessKeys(client: pg.Client, accessKeys: Fixture['accessKeys']): Promise<void> {
  await client.query(
    `with one as (
       select gen_random_uuid() as id, access_key, secret_digest, number
       from unnest($1::text[], $2::bytea[]) with ordinality as given (access_key, secret_digest, number)
     ), keys as (
       insert into access_keys (id, access_key, name, user_id, account, company, roles, state, created_at)
       select id, access_key, 'Terminal ' || number, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
         '{Partner,PartnerAdmin}', 'active', now()
       from one
     )
     insert into access_key_secrets (access_key_id, digest, master_key, hint, created_at)
     select id, secret_digest, $3, '0000', now() from one`,
    [accessKeys.map(({ accessKey }) => accessKey), accessKeys.map(({ secret }) => digest(secret)), fingerprint],
  )
}

function several<Item>(count: number, make: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

/** Keys of the right form that nobody was given. */
export function unknownTokens(count: number, random: Random = seededRandom('unknown tokens')): string[] {
  return several(count, () => ownFormat(random).generate(undefined).reveal())
}

/** Keys with a mistake in them: one character is another. */
export function malformedTokens(count: number): string[] {
  return unknownTokens(count, seededRandom('malformed tokens')).map((token) => {
    const wrong = token.charAt(20) === 'x' ? 'y' : 'x'
    return token.slice(0, 20) + wrong + token.slice(21)
  })
}
