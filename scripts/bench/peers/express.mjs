/** express + jsonwebtoken + pg: what many would write first. One prepared statement for each request, ten connections. */
import { createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto'
import express from 'express'
import jwt from 'jsonwebtoken'
import pg from 'pg'
import { listen, tell } from './listen.mjs'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const pepper = randomBytes(32)
const signingKey = createSecretKey(randomBytes(32))
const digest = (text) => createHmac('sha256', pepper).update(text).digest()
const secret = (size = 30) => randomBytes(size).toString('base64url')

await pool.query(`
  create table tokens (
    id uuid primary key default gen_random_uuid(),
    digest bytea not null unique,
    account_id text not null,
    description text not null,
    created_by text,
    issued_at timestamptz not null default now(),
    revoked_at timestamptz
  );
  create table clients (
    id uuid primary key default gen_random_uuid(),
    hash_digest bytea not null unique,
    secret_digest bytea not null
  )`)
const tokens = Array.from({ length: 10_000 }, () => secret())
const clients = Array.from({ length: 1_000 }, () => ({ hash: secret(), secret: secret() }))
await pool.query(
  `insert into tokens (digest, account_id, description, created_by)
   select digest, (number / 4)::text, 'Token of a frontend.', 'user@example.org'
   from unnest($1::bytea[]) with ordinality as one (digest, number)`,
  [tokens.map(digest)],
)
await pool.query('insert into clients (hash_digest, secret_digest) select * from unnest($1::bytea[], $2::bytea[])', [
  clients.map((client) => digest(client.hash)),
  clients.map((client) => digest(client.secret)),
])
await pool.query('vacuum analyze')

const app = express()
app.disable('x-powered-by')
app.disable('etag')
app.use(express.json())

app.get('/v1/api/auth', async (request, response) => {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  const { rows } = await pool.query({
    name: 'find token',
    text: 'select account_id, revoked_at from tokens where digest = $1',
    values: [digest(token ?? '')],
  })
  if (!rows[0] || rows[0].revoked_at) response.status(401).json({ message: 'unknown' })
  else response.json({ account_id: rows[0].account_id })
})

app.post('/api/token', async (request, response) => {
  const { rows } = await pool.query({
    name: 'find client',
    text: 'select id, secret_digest from clients where hash_digest = $1',
    values: [digest(request.body.hash)],
  })
  if (!rows[0] || !timingSafeEqual(rows[0].secret_digest, digest(request.body.secret))) {
    response.status(401).json({ message: 'unknown' })
  } else {
    response.json({ token: jwt.sign({ sub: rows[0].id }, signingKey, { algorithm: 'HS256', expiresIn: 900 }) })
  }
})

app.post('/v1/frontend/auth', async (request, response) => {
  const token = secret()
  await pool.query({
    name: 'insert token',
    text: 'insert into tokens (digest, account_id, description, created_by) values ($1, $2, $3, $4)',
    values: [digest(token), request.body.account_id, request.body.description, request.body.created_by],
  })
  response.json({ token })
})

await tell({ tokens, clients })
listen(app)
