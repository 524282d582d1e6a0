import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'tap'
import { parse } from 'yaml'
import { readConfig, readMigrationConfig } from '../../src/config.js'
import type { Environment } from '../../src/config-reader.js'
import { imageEnvironment, observe } from '../support/deployed-environment.js'
import { root } from '../support/process.js'

interface Service {
  readonly image?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly ports?: readonly string[]
  readonly networks?: readonly string[]
  readonly restart?: string
  readonly stop_grace_period?: string
  readonly healthcheck?: { readonly test: readonly string[] }
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>
  readonly networks: Readonly<Record<string, { readonly ipam?: { readonly config: readonly { subnet: string }[] } }>>
}

/** The compose file as Compose reads it: `${NAME:-default}` and `${NAME:?message}` replaced. */
async function readCompose(env: Environment): Promise<Compose> {
  const text = await readFile(join(root, 'compose.yaml'), 'utf8')
  const replaced = text.replaceAll(/\$\{(\w+):([-?])([^}]*)\}/g, (_all, name: string, kind: string, rest: string) => {
    const value = env[name] || (kind === '-' ? rest : undefined)
    if (value === undefined) throw new Error(`${name}: ${rest}`)
    return value
  })
  return parse(replaced, { merge: true })
}

const secrets = { MASTER_KEY: 'ab'.repeat(32), POSTGRES_PASSWORD: 'cd'.repeat(24), APP_PASSWORD: 'ef'.repeat(24) }

test('two instances start with what the image and the compose file set, and nothing of it is unknown', async (t) => {
  const { services } = await readCompose({ ...secrets, OPERATOR_KEY: 'a'.repeat(32) })
  const { NODE_ENV, ...image } = await imageEnvironment()
  t.equal(NODE_ENV, 'production')
  t.match(image, { HOST: '0.0.0.0', INTERNAL_PORT: '3001' })
  t.throws(() => readConfig(image), 'the image alone is refused: it has no database')
  const instances = Object.entries(services).filter(([name]) => name.startsWith('server-'))
  t.strictSame(
    instances.map(([name]) => name),
    ['server-one', 'server-two'],
  )
  for (const [name, { environment = {} }] of instances) {
    const { asked, config } = observe({ ...image, ...environment }, readConfig)
    for (const variable of Object.keys({ ...image, ...environment })) t.ok(asked.has(variable), `${name}: ${variable}`)
    t.match(config, { demo: false, listener: { port: 3000 }, internalListener: { port: 3001 } })
  }
})

test('the migration has what it needs, and no master key', async (t) => {
  const { services } = await readCompose(secrets)
  const environment = services.migrate?.environment ?? {}
  const { asked } = observe(environment, readMigrationConfig)
  t.strictSame(Object.keys(environment), [...asked])
})

test('the proxy of the compose file has every variable of its configuration, and finds the instances', async (t) => {
  const { services } = await readCompose(secrets)
  const config = await readFile(join(root, 'deploy/haproxy.cfg'), 'utf8')
  const used = new Set([...config.replaceAll(/#.*/g, '').matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name))
  const environment = services.proxy?.environment ?? {}
  t.strictSame(Object.keys(environment).sort(), [...used].sort())
  for (const address of [environment.SERVER_ONE, environment.SERVER_TWO]) {
    const [host = '', port] = address?.split(':') ?? []
    t.ok(host in services, host)
    t.equal(port, '3000')
  }
})

test('the proxy alone is published, to this machine unless told otherwise', async (t) => {
  const { services } = await readCompose(secrets)
  const published = Object.entries(services).flatMap(([name, { ports = [] }]) => ports.map((port) => [name, port]))
  t.strictSame(published, [['proxy', '127.0.0.1:8080:8080']])
})

test('the instances believe the proxy: its network is theirs, and shared with nobody else', async (t) => {
  const { services, networks } = await readCompose(secrets)
  t.strictSame(
    Object.keys(services).filter((name) => services[name]?.networks?.includes('edge')),
    ['server-one', 'server-two', 'proxy'],
  )
  t.equal(services['server-one']?.environment?.TRUSTED_PROXIES, networks.edge?.ipam?.config[0]?.subnet)
})

test('a secret comes from the environment, and without it nothing starts', async (t) => {
  for (const name of Object.keys(secrets)) await t.rejects(readCompose({ ...secrets, [name]: '' }), { message: name })
})

test('what serves restarts, tells its health and has time to stop', async (t) => {
  const { services } = await readCompose(secrets)
  for (const [name, { restart, healthcheck, stop_grace_period }] of Object.entries(services)) {
    if (name === 'migrate') continue
    t.equal(restart, 'unless-stopped', name)
    t.ok(healthcheck, name)
    t.ok(Number.parseInt(stop_grace_period ?? '', 10) > 10, `${name}: Docker's own ten seconds are too few`)
  }
  t.match(services['server-one']?.healthcheck?.test.join(' '), /127\.0\.0\.1:3000\/readyz/)
  t.equal(services.migrate?.restart, 'no')
})

test('the image starts what npm start starts', async (t) => {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }
  const dockerfile = await readFile(join(root, 'Dockerfile'), 'utf8')
  const [, entry = '[]'] = /^ENTRYPOINT (.*)$/m.exec(dockerfile) ?? []
  t.strictSame([...(JSON.parse(entry) as string[]), 'serve'], scripts.start.split(' '))
})
