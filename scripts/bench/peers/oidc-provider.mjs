/**
 * node-oidc-provider: opaque tokens by client credentials, and their introspection. Its storage is an adapter that asks one prepared
 * statement for each call, over ten connections. Whoever introspects is a static client, which costs it no query; clients that get tokens are rows.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { Provider } from 'oidc-provider'
import pg from 'pg'
import { listen, tell } from './listen.mjs'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
await pool.query(`
  create table records (
    model text not null,
    id text not null,
    payload jsonb not null,
    grant_id text,
    uid text,
    user_code text,
    expires_at timestamptz,
    consumed_at timestamptz,
    primary key (model, id)
  );
  create index records_by_grant on records (grant_id) where grant_id is not null;
  create index records_by_uid on records (uid) where uid is not null;
  create index records_by_user_code on records (user_code) where user_code is not null`)

class PostgresqlAdapter {
  constructor(model) {
    this.model = model
  }

  async upsert(id, payload, expiresIn) {
    await pool.query({
      name: 'upsert',
      text: `insert into records (model, id, payload, grant_id, uid, user_code, expires_at)
             values ($1, $2, $3, $4, $5, $6, now() + make_interval(secs => $7))
             on conflict (model, id) do update set payload = excluded.payload, expires_at = excluded.expires_at`,
      values: [this.model, id, payload, payload.grantId, payload.uid, payload.userCode, expiresIn],
    })
  }

  find(id) {
    return this.#findBy('id', id)
  }

  findByUid(uid) {
    return this.#findBy('uid', uid)
  }

  findByUserCode(userCode) {
    return this.#findBy('user_code', userCode)
  }

  async consume(id) {
    await pool.query({
      name: 'consume',
      text: 'update records set consumed_at = now() where model = $1 and id = $2',
      values: [this.model, id],
    })
  }

  async destroy(id) {
    await pool.query({
      name: 'destroy',
      text: 'delete from records where model = $1 and id = $2',
      values: [this.model, id],
    })
  }

  async revokeByGrantId(grantId) {
    await pool.query({ name: 'revoke', text: 'delete from records where grant_id = $1', values: [grantId] })
  }

  async #findBy(column, value) {
    const { rows } = await pool.query({
      name: `find by ${column}`,
      text: `select payload, extract(epoch from consumed_at)::integer as consumed from records
             where model = $1 and ${column} = $2 and (expires_at is null or expires_at > now())`,
      values: [this.model, value],
    })
    if (!rows[0]) return undefined
    return rows[0].consumed === null ? rows[0].payload : { ...rows[0].payload, consumed: rows[0].consumed }
  }
}

const secret = () => randomBytes(30).toString('base64url')
const client = (id) => ({
  client_id: id,
  client_secret: secret(),
  grant_types: ['client_credentials'],
  redirect_uris: [],
  response_types: [],
  token_endpoint_auth_method: 'client_secret_basic',
})
const resourceServer = client('resource-server')
const clients = Array.from({ length: 1_000 }, (_, index) => client(`client-${index}`))

const provider = new Provider('http://127.0.0.1', {
  adapter: PostgresqlAdapter,
  clients: [resourceServer],
  // Signs nothing here, but without one it takes keys that it warns of.
  jwks: { keys: [generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })] },
  clientAuthMethods: ['client_secret_basic'],
  features: {
    clientCredentials: { enabled: true },
    introspection: { enabled: true, allowedPolicy: async (_ctx, caller) => caller.clientId === 'resource-server' },
    devInteractions: { enabled: false },
  },
  ttl: { ClientCredentials: 24 * 60 * 60 },
})

const ofClients = new PostgresqlAdapter('Client')
for (const one of clients) await ofClients.upsert(one.client_id, one)
const owner = await provider.Client.find('client-0')
const tokens = []
while (tokens.length < 10_000) {
  const batch = Array.from({ length: 100 }, () => new provider.ClientCredentials({ client: owner }).save())
  tokens.push(...(await Promise.all(batch)))
}
await pool.query('vacuum analyze')

const basic = ({ client_id, client_secret }) =>
  `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}`
await tell({ tokens, resourceServer: basic(resourceServer), clients: clients.map(basic) })
listen(provider.callback())
