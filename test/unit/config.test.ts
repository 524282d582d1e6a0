import { availableParallelism } from 'node:os'
import { test } from 'tap'
import { readClientConfig } from '../../src/client-config.js'
import { isLoopback, readConfig, readMigrationConfig } from '../../src/config.js'
import { ConfigError } from '../../src/config-reader.js'

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
  t.equal(readConfig({}, { isTerminal: true }).logLevel, 'warn')
  t.equal(readConfig({ LOG_LEVEL: 'info' }, { isTerminal: true }).logLevel, 'info')
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
    INTERNAL_HOSTS: 'metrics, 10.0.0.0/8, fd00::/8, metrics:3001, 10.0.0.0/99',
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
  t.equal(problems.filter((line) => line.startsWith('INTERNAL_HOSTS')).length, 2)
  t.notMatch(problems.join('\n'), /hunter2/)
  t.end()
})

test('the identity provider is configured whole or not at all', (t) => {
  const whole = {
    OIDC_ISSUER: 'https://login.example.org/realms/staff',
    OIDC_CLIENT_ID: 'tokenwright',
    OIDC_AUDIENCE: 'https://tokens.example.org',
    OIDC_ROLES: 'admin=token-admins, viewer=staff,viewer=CN=Auditors',
  }
  t.equal(readConfig({}).oidc, undefined)
  t.strictSame(readConfig(whole).oidc, {
    issuer: whole.OIDC_ISSUER,
    clientId: 'tokenwright',
    audience: whole.OIDC_AUDIENCE,
    rolesClaim: 'groups',
    roles: [
      { role: 'admin', value: 'token-admins' },
      { role: 'viewer', value: 'staff' },
      { role: 'viewer', value: 'CN=Auditors' },
    ],
    scopes: 'openid profile email',
  })
  for (const name of Object.keys(whole))
    t.match(problemsOf({ ...whole, [name]: '' }), [new RegExp(`^${name} is missing; set`)])
  t.equal(problemsOf({ OIDC_SCOPES: 'openid' }).length, 4, 'all four are missing')
  for (const [changed, problem] of [
    [{ OIDC_ISSUER: 'http://login.example.org' }, /^OIDC_ISSUER is not an issuer; write its URL of https/],
    [{ OIDC_ISSUER: 'https://login.example.org?tenant=1' }, /^OIDC_ISSUER is not an issuer/],
    [{ OIDC_ISSUER: 'https://u:hunter2@login.example.org' }, /^OIDC_ISSUER is not an issuer[^2]*$/],
    [{ OIDC_AUDIENCE: 'tokenwright' }, /^OIDC_AUDIENCE is the same as OIDC_CLIENT_ID/],
    [{ OIDC_ROLES: 'admin:token-admins' }, /^OIDC_ROLES has "admin:token-admins"; list the roles/],
    [{ OIDC_ROLES: 'owner=token-admins' }, /^OIDC_ROLES has "owner=token-admins"/],
    [{ OIDC_ROLES: ',' }, /^OIDC_ROLES is empty/],
    [{ OIDC_SCOPES: 'profile email' }, /^OIDC_SCOPES is not a list of scopes/],
  ] as const) {
    t.match(problemsOf({ ...whole, ...changed }), [problem])
  }
  t.strictSame(problemsOf({ ...whole, OIDC_ISSUER: 'http://127.0.0.1:9000' }), [], 'loopback needs no TLS')
  t.end()
})

test('a host that others reach needs a listener of its own for internal operations', (t) => {
  t.match(problemsOf({ HOST: '0.0.0.0' }), [/INTERNAL_PORT/])
  t.match(problemsOf({ BASE_PATHS: 'partner-login=partners,x' }), [/BASE_PATHS has "partner-login=partners"/, /"x"/])
  t.match(problemsOf({ LEGACY_TOKEN_BCRYPT_SALT: `$2a$10$${'x'.repeat(22)}` }), [/PAY_API_HMAC_SECRET; set both/])
  t.strictSame(problemsOf({ HOST: '0.0.0.0', INTERNAL_PORT: '3001' }), [])
  t.equal(readConfig({ HOST: '0.0.0.0', INTERNAL_PORT: '3001' }).demo, false, 'and has no demo data')
  t.match(problemsOf({ INTERNAL_HOST: '127.0.0.1' }), [/INTERNAL_PORT/])
  t.match(problemsOf({ PORT: '3001', INTERNAL_PORT: '3001' }), [/INTERNAL_PORT/])
  t.end()
})

test('workers need PostgreSQL: with the embedded database there is one process, and more are refused', (t) => {
  t.equal(readConfig(postgresql).workers, 1)
  t.equal(readConfig({ ...postgresql, WORKERS: '4' }).workers, 4)
  t.equal(readConfig({ ...postgresql, WORKERS: 'auto' }).workers, availableParallelism())
  t.equal(readConfig({ WORKERS: 'auto' }).workers, 1)
  t.equal(readConfig({ WORKERS: '1' }).workers, 1)
  t.match(problemsOf({ WORKERS: '2' }), [/WORKERS is 2, and the embedded database serves one process; .*DATABASE_URL/])
  for (const WORKERS of ['0', '65', 'all', '1.5']) t.match(problemsOf({ ...postgresql, WORKERS }), [/WORKERS is "/])
  t.end()
})

test('PostgreSQL needs a master key and has no demo data unless it is asked for', (t) => {
  t.match(problemsOf({ DATABASE_URL: postgresql.DATABASE_URL }), [/MASTER_KEY is missing/])
  t.equal(readConfig(postgresql).demo, false)
  t.equal(readConfig({ ...postgresql, DEMO: '1' }).demo, true)
  t.end()
})

test('the list of database hosts is read as libpq does, and a bad one is refused without showing it', (t) => {
  const accepted = [
    'postgres:///x?host=/var/run/postgresql',
    'postgres://u:hunter2@a:5432,b,[::1]:5433/x',
    'postgresql://u:hunter2@a,b/x?target_session_attrs=read-write&sslmode=require',
    'postgres://u:hunter,2@a/x?target_session_attrs=primary',
  ]
  for (const url of accepted) t.strictSame(problemsOf({ ...postgresql, DATABASE_URL: url }), [], url)
  for (const [url, problem] of [
    ['postgres://u:hunter2@a:x/x', /is not a URL/],
    ['postgres://u:hunter2@a:1,b:x/x', /lists several hosts, and number 2 is none/],
    ['postgres://u:hunter2@a,,b/x', /number 2 is none/],
    ['postgres://u:hunter2@a,b,a/x', /number 3 a second time/],
    ['postgres://u:hunter2@a,b/x?target_session_attrs=any', /another target_session_attrs than read-write and primary/],
    ['postgres:///x?host=a,b', /in its parameter host/],
  ] as const) {
    const problems = problemsOf({ ...postgresql, DATABASE_URL: url })
    t.match(problems, [problem], url)
    t.notMatch(problems.join(), /hunter/)
    t.throws(() => readMigrationConfig({ DATABASE_URL: url }), ConfigError)
  }
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

test('the audit is sent to the standard output, or to a receiver with a secret, encrypted unless it is on loopback', (t) => {
  const secret = 'hunter2'.repeat(5)
  const receiver = { AUDIT_SINK: 'https://siem.example.org/in?token=hunter2', AUDIT_SINK_SECRET: secret }
  t.equal(readConfig({}).auditSink, undefined)
  t.strictSame(readConfig({ AUDIT_SINK: 'stdout' }).auditSink, { name: 'stdout' })
  const { auditSink } = readConfig(receiver)
  t.ok(auditSink?.name === 'webhook' && auditSink.url.reveal() === receiver.AUDIT_SINK)
  t.notMatch(JSON.stringify(auditSink), /hunter2/)
  for (const url of ['http://127.0.0.1:8080/', 'http://[::1]/', 'http://localhost/']) {
    t.strictSame(problemsOf({ ...receiver, AUDIT_SINK: url }), [], url)
  }
  for (const url of [
    'http://siem.example.org/',
    'https://u:hunter2@siem.example.org/',
    'http://127.0.0.1.example.org/',
    'file',
  ]) {
    t.match(
      problemsOf({ ...receiver, AUDIT_SINK: url }),
      [/^AUDIT_SINK is neither stdout nor a URL of https[^2]*$/],
      url,
    )
  }
  t.match(problemsOf({ AUDIT_SINK: receiver.AUDIT_SINK }), [/needs AUDIT_SINK_SECRET/])
  t.match(problemsOf({ AUDIT_SINK_SECRET: secret }), [/set both/])
  t.match(problemsOf({ ...receiver, AUDIT_SINK: 'stdout' }), [/set both/])
  t.match(problemsOf({ ...receiver, AUDIT_SINK_SECRET: 'hunter2' }), [/^AUDIT_SINK_SECRET is not a text of 32/])
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

test('a client calls the listener for internal operations of the same environment, unless it is told another address', (t) => {
  for (const [env, url] of [
    [{}, 'http://127.0.0.1:3000'],
    [{ HOST: 'localhost', PORT: '8080' }, 'http://localhost:8080'],
    [{ HOST: '0.0.0.0', PORT: '8080', INTERNAL_PORT: '3001' }, 'http://127.0.0.1:3001'],
    [{ INTERNAL_HOST: '0.0.0.0', INTERNAL_PORT: '3001' }, 'http://127.0.0.1:3001'],
    [{ INTERNAL_HOST: '::', INTERNAL_PORT: '3001' }, 'http://[::1]:3001'],
    [{ TLS_CERT_FILE: 'cert.pem', TLS_KEY_FILE: 'key.pem' }, 'https://127.0.0.1:3000'],
    [{ TOKENWRIGHT_URL: 'https://tokens.example.org/behind/', PORT: 'x' }, 'https://tokens.example.org/behind'],
    [{ BASE_PATHS: 'operator=/admin,partner-login=/partners-int' }, 'http://127.0.0.1:3000/admin'],
  ] as const) {
    t.equal(readClientConfig(env).url, url, JSON.stringify(env))
  }
  t.equal(readClientConfig({ TOKENWRIGHT_URL: 'http://a' }, 'http://b/').url, 'http://b')
  for (const url of ['localhost:3000', 'ftp://a', 'http://user:hunter2@a', 'http://a?b', 'http://a#b', 'a']) {
    t.throws(() => readClientConfig({ TOKENWRIGHT_URL: url }), { message: /^(?!.*hunter2).*TOKENWRIGHT_URL/s }, url)
  }
  t.throws(() => readClientConfig({ PORT: 'x' }), { message: /PORT/ })
  t.end()
})

test('the key of a client is kept as a secret, and one that cannot be one is refused without being shown', (t) => {
  t.equal(readClientConfig({}).operatorKey, undefined)
  const { operatorKey } = readClientConfig({ OPERATOR_KEY: 'hunter2' })
  t.equal(operatorKey?.reveal(), 'hunter2')
  t.equal(String(operatorKey), '[secret]')
  t.throws(() => readClientConfig({ OPERATOR_KEY: 'hunter 2' }), { message: /^(?!.*hunter).*OPERATOR_KEY/s })
  t.end()
})

test('loopback hosts', (t) => {
  for (const host of ['localhost', '127.0.0.1', '127.1.2.3', '::1']) t.ok(isLoopback(host), host)
  for (const host of ['0.0.0.0', '::', '10.0.0.1', 'localhost.example.org', '127.0.0.1.example.org'])
    t.notOk(isLoopback(host), host)
  t.end()
})

test('standbys are read from beside a primary alone, and are no matter of target_session_attrs', (t) => {
  const url = 'postgres://u:hunter2@near:5432,far/x'
  t.match(readConfig({ ...postgresql, DATABASE_READ_URL: url }).databaseReads, { maxLagMs: undefined })
  const lenient = { ...postgresql, DATABASE_READ_URL: url, DATABASE_READ_MAX_LAG_MS: '500' }
  t.equal(readConfig(lenient).databaseReads?.maxLagMs, 500)
  t.strictSame(problemsOf({ DATABASE_READ_URL: url }), ['DATABASE_READ_URL is set without DATABASE_URL; set both'])
  t.strictSame(problemsOf({ ...postgresql, DATABASE_READ_MAX_LAG_MS: '500' }), [
    'DATABASE_READ_MAX_LAG_MS is set without DATABASE_READ_URL; set both',
  ])
  t.match(problemsOf({ ...postgresql, DATABASE_READ_URL: `${url}?target_session_attrs=standby` }), [
    /^DATABASE_READ_URL has target_session_attrs; leave it out/,
  ])
  t.end()
})

test('traces are wanted where a receiver is named, by the variables of OpenTelemetry', (t) => {
  const endpoint = 'http://collector:4318/'
  t.equal(readConfig({}).tracing, undefined)
  for (const off of [{ OTEL_SDK_DISABLED: 'true' }, { OTEL_TRACES_EXPORTER: 'none' }]) {
    t.equal(readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, ...off }).tracing, undefined)
  }
  const { tracing } = readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: 'key=hunter2' })
  t.match(tracing, { serviceName: undefined, sampler: 'parentbased_always_on', samplerRatio: 1 })
  t.equal(tracing?.url.reveal(), 'http://collector:4318/v1/traces')
  t.equal(tracing?.headers?.reveal(), 'key=hunter2')
  const whole = 'https://traces.example.org/otlp?token=hunter2'
  const own = readConfig({
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: whole,
    OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
    OTEL_TRACES_SAMPLER_ARG: '0.01',
    OTEL_SERVICE_NAME: 'tokens',
  }).tracing
  t.equal(own?.url.reveal(), whole)
  t.match(own, { sampler: 'parentbased_traceidratio', samplerRatio: 0.01, serviceName: 'tokens' })
  t.end()
})

test('a variable of OpenTelemetry that is wrong is named, and shows no secret', (t) => {
  const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' }
  for (const [name, text] of Object.entries({
    OTEL_EXPORTER_OTLP_ENDPOINT: 'hunter2',
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'ftp://user:hunter2@collector',
    OTEL_EXPORTER_OTLP_HEADERS: 'hunter2',
    OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
    OTEL_RESOURCE_ATTRIBUTES: 'a=%zz',
    OTEL_TRACES_SAMPLER: 'sometimes',
    OTEL_TRACES_SAMPLER_ARG: '1.5',
  })) {
    const problems = problemsOf({ ...endpoint, [name]: text })
    t.match(problems, [new RegExp(`^${name} `)])
    t.equal(problems.length, 1, name)
    t.notMatch(problems.join(), /hunter2/)
  }
  t.strictSame(problemsOf({ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }), [], 'of no concern where no receiver is named')
  t.end()
})
