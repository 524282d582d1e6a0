/**
 * better-auth's plugin for API keys, as its documentation sets it up on PostgreSQL, without its limit on requests. To verify a key it
 * reads the row and then writes it twice: the last request, and when it was last changed.
 */
import { createHash, randomBytes } from 'node:crypto'
import { apiKey } from '@better-auth/api-key'
import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import pg from 'pg'
import { listen, tell } from './listen.mjs'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const auth = betterAuth({
  database: pool,
  secret: randomBytes(32).toString('hex'),
  baseURL: 'http://127.0.0.1',
  logger: { disabled: true },
  telemetry: { enabled: false },
  plugins: [apiKey({ rateLimit: { enabled: false } })],
})
const { runMigrations } = await getMigrations(auth.options)
await runMigrations()

await pool.query(
  `insert into "user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
   select 'user' || number, 'User ' || number, 'user' || number || '@example.org', true, now(), now()
   from generate_series(0, 499) as number`,
)
// One key is made by the plugin itself; the others are copies of its row with keys of their own.
const { key: first } = await auth.api.createApiKey({ body: { userId: 'user0', name: 'Key of a frontend.' } })
const tokens = [first, ...Array.from({ length: 9_999 }, () => randomBytes(48).toString('base64url'))]
const stored = (key) => createHash('sha256').update(key).digest('base64url')
const { rows: columns } = await pool.query(
  `select column_name as name from information_schema.columns
   where table_name = 'apikey' and column_name not in ('id', 'key', 'start', 'referenceId')`,
)
const others = (prefix) => columns.map(({ name }) => `${prefix}"${name}"`).join(', ')
await pool.query(
  `insert into apikey (id, key, start, "referenceId", ${others('')})
   select md5(copy.key), copy.key, copy.start, 'user' || number % 500, ${others('template.')}
   from (select * from apikey limit 1) as template,
     unnest($1::text[], $2::text[]) with ordinality as copy (key, start, number)`,
  [tokens.slice(1).map(stored), tokens.slice(1).map((key) => key.slice(0, 6))],
)
await pool.query('vacuum analyze')

async function answer(request) {
  if (request.method === 'GET') {
    const key = String(request.headers.authorization).slice('Bearer '.length)
    const { valid, key: found } = await auth.api.verifyApiKey({ body: { key } })
    return valid ? [200, { account_id: found.referenceId }] : [401, { message: 'unknown' }]
  }
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const { created_by: createdBy, description } = JSON.parse(Buffer.concat(chunks).toString())
  const { key } = await auth.api.createApiKey({ body: { userId: createdBy.split('@')[0], name: description } })
  return [200, { token: key }]
}

await tell({ tokens })
listen(async (request, response) => {
  const [status, body] = await answer(request).catch(() => [500, { message: 'failed' }])
  const text = JSON.stringify(body)
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
    .end(text)
})
