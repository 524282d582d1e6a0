/** The unit of the start: a process that opens a pool, asks the database once and listens. Plain JavaScript, so that nothing is compiled first. */
import Fastify from 'fastify'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const app = Fastify()
app.get('/readyz', async () => {
  await pool.query('select 1')
  return { status: 'ok' }
})
await pool.query('select 1')
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })
