import { test } from 'tap'
import { ConfigError, isLoopback, readConfig, readMigrationConfig } from '../src/config.js'

const masterKey = 'ab'.repeat(32)
const postgresql = { DATABASE_URL: 'postgres://u:hunter2@db/x', MASTER_KEY: masterKey }

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

test('the default is an embedded database with demo data on a loopback address', (t) => {
  const config = readConfig({})
  t.match(config, {
    listener: { host: '127.0.0.1', port: 3000 },
    internalListener: undefined,
    databaseUrl: undefined,
    dataDirectory: './data',
    demo: true,
    logLevel: 'info',
  })
  t.ok(Object.isFrozen(config))
  t.end()
})

test('empty variables are unset ones', (t) => {
  t.strictSame(readConfig({ HOST: '', PORT: '', DATABASE_URL: '', DEMO: '' }), readConfig({}))
  t.end()
})

test('every problem is told at once, and no secret is shown', (t) => {
  const problems = problemsOf({
    HOST: '0.0.0.0',
    PORT: '99999',
    DATABASE_URL: 'mysql://u:hunter2@db/x',
    MASTER_KEY: 'hunter2',
    DEMO: 'perhaps',
    TRUSTED_PROXIES: 'everybody, 10.0.0.0/8, 10.0.0.0/99',
    TLS_CERT_FILE: 'cert.pem',
    LOG_LEVEL: 'loud',
  })
  for (const name of [
    'HOST',
    'PORT',
    'DATABASE_URL',
    'MASTER_KEY',
    'DEMO',
    'TRUSTED_PROXIES',
    'TLS_CERT_FILE',
    'LOG_LEVEL',
  ]) {
    t.ok(
      problems.some((line) => line.includes(name)),
      name,
    )
  }
  t.equal(problems.filter((line) => line.startsWith('TRUSTED_PROXIES')).length, 2)
  t.notMatch(problems.join('\n'), /hunter2/)
  t.end()
})

test('a host that others reach needs a listener of its own for internal operations', (t) => {
  t.match(problemsOf({ HOST: '0.0.0.0' }), [/INTERNAL_PORT/])
  t.strictSame(problemsOf({ HOST: '0.0.0.0', INTERNAL_PORT: '3001' }), [])
  t.equal(readConfig({ HOST: '0.0.0.0', INTERNAL_PORT: '3001' }).demo, false, 'and has no demo data')
  t.match(problemsOf({ INTERNAL_HOST: '127.0.0.1' }), [/INTERNAL_PORT/])
  t.match(problemsOf({ PORT: '3001', INTERNAL_PORT: '3001' }), [/INTERNAL_PORT/])
  t.end()
})

test('PostgreSQL needs a master key and has no demo data unless it is asked for', (t) => {
  t.match(problemsOf({ DATABASE_URL: postgresql.DATABASE_URL }), [/MASTER_KEY is missing/])
  t.equal(readConfig(postgresql).demo, false)
  t.equal(readConfig({ ...postgresql, DEMO: '1' }).demo, true)
  t.end()
})

test('the master key that is accepted as well is another one', (t) => {
  const other = 'cd'.repeat(32)
  t.equal(readConfig({ ...postgresql, MASTER_KEY_PREVIOUS: other }).previousMasterKey?.reveal(), other)
  t.equal(readConfig(postgresql).previousMasterKey, undefined)
  for (const same of [masterKey, masterKey.toUpperCase()]) {
    t.match(problemsOf({ ...postgresql, MASTER_KEY_PREVIOUS: same }), [/MASTER_KEY_PREVIOUS is the same key/])
  }
  t.match(problemsOf({ ...postgresql, MASTER_KEY_PREVIOUS: 'hunter2' }), [/^MASTER_KEY_PREVIOUS is not 64 hex digits/])
  t.end()
})

test('a configuration prints no secret', (t) => {
  const text = JSON.stringify(readConfig({ ...postgresql, MASTER_KEY_PREVIOUS: 'cd'.repeat(32) }))
  t.notMatch(text, /hunter2|cdcd/)
  t.notMatch(text, new RegExp(masterKey))
  t.end()
})

test('migrating needs the database and no master key', (t) => {
  t.equal(readMigrationConfig({ DATABASE_URL: postgresql.DATABASE_URL }).databaseUrl.reveal(), postgresql.DATABASE_URL)
  t.throws(() => readMigrationConfig({}), ConfigError)
  t.throws(() => readMigrationConfig({ DATABASE_URL: 'x' }), ConfigError)
  t.end()
})

test('loopback hosts', (t) => {
  for (const host of ['localhost', '127.0.0.1', '127.1.2.3', '::1']) t.ok(isLoopback(host), host)
  for (const host of ['0.0.0.0', '::', '10.0.0.1', 'localhost.example.org', '127.0.0.1.example.org'])
    t.notOk(isLoopback(host), host)
  t.end()
})
