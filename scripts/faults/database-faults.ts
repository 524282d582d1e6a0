import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import type { Environment } from './environment.js'
import type { Fault, Outcome } from './fault.js'
import { TcpProxy } from './tcp-proxy.js'
import { underTraffic } from './traffic.js'

const only503 = 'only 503, each answer within 2.5 s, back within 2 s, nothing lost'

/** A fault of PostgreSQL itself, under the traffic of two instances. @param happen resolves when the fault is over */
function clusterFault(name: string, happen: (environment: Environment, url: string) => Promise<void>): Fault {
  return {
    name,
    promise: only503,
    async run(environment) {
      const url = await environment.createDatabase()
      const instances = await environment.startPair(url)
      return underTraffic(instances, () => happen(environment, url))
    },
  }
}

/** A fault of the network between the instances and PostgreSQL. @param happen resolves when the fault is over */
function networkFault(name: string, happen: (proxy: TcpProxy, environment: Environment) => Promise<void>): Fault {
  return {
    name,
    promise: only503,
    async run(environment) {
      const proxy = await new TcpProxy(await environment.createDatabase()).listen()
      try {
        const instances = await environment.startPair(proxy.url)
        return await underTraffic(instances, () => happen(proxy, environment))
      } finally {
        await environment.endInstances()
        await proxy.close()
      }
    },
  }
}

const frozenMs = ({ isShort }: Environment): number => (isShort ? 4_000 : 10_000)

const lockHeld: Fault = {
  name: 'lock held',
  promise: '503 in about 1 s, and every connection is free afterwards',
  async run(environment): Promise<Outcome> {
    const url = await environment.createDatabase()
    const [instance] = await environment.startPair(url)
    const client = new pg.Client(url)
    await client.connect()
    await client.query('begin; lock table gateway_tokens in access exclusive mode')
    const answers = await Promise.all(Array.from({ length: 20 }, async () => instance?.issue()))
    await client.query('rollback')
    await client.end()
    const after = await instance?.issue()
    const [held] = await environment.query<{ count: string }>(
      url,
      `select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
    )
    const slowest = Math.max(...answers.map((answer) => answer?.seconds ?? 0))
    const wrong = answers.filter((answer) => answer?.status !== 503).length
    return {
      isKept: wrong === 0 && slowest <= 2.5 && after?.status === 200 && held?.count === '0',
      requests: answers.length + 1,
      failures: wrong > 0 ? { 'not 503': wrong } : {},
      note: `slowest ${slowest.toFixed(2)} s`,
    }
  },
}

const readOnly: Fault = {
  name: 'read-only database',
  promise: 'look-ups 200, writes 503',
  async run(environment): Promise<Outcome> {
    const url = await environment.createDatabase()
    const [before] = await environment.startPair(url)
    const token = (JSON.parse((await before?.issue())?.text ?? '{}') as { token: string }).token
    const database = new URL(url).pathname.slice(1)
    await environment.query(url, `alter database ${database} set default_transaction_read_only = on`)
    // Ends the connections that can still write.
    await environment.query(
      environment.cluster.url,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`,
    )
    await delay(500)
    const reads = await Promise.all(Array.from({ length: 20 }, async () => before?.lookUp(token)))
    const writes = await Promise.all(Array.from({ length: 20 }, async () => before?.issue()))
    const failures = {
      'look-up not 200': reads.filter((answer) => answer?.status !== 200).length,
      'write not 503': writes.filter((answer) => answer?.status !== 503).length,
    }
    const isKept = failures['look-up not 200'] + failures['write not 503'] === 0
    return { isKept, requests: 40, failures: isKept ? {} : failures }
  },
}

/** Faults of PostgreSQL and of the network to it. */
export const databaseFaults: readonly Fault[] = [
  clusterFault('PostgreSQL restarted (fast)', ({ cluster }) => cluster.restart('fast')),
  clusterFault('PostgreSQL restarted (immediate)', ({ cluster }) => cluster.restart('immediate')),
  clusterFault('PostgreSQL killed (kill -9)', async (environment) => {
    await environment.signalCluster('SIGKILL')
    await delay(1_000)
    await environment.cluster.start()
  }),
  clusterFault('PostgreSQL frozen (SIGSTOP)', async (environment) => {
    await environment.signalCluster('SIGSTOP')
    await delay(frozenMs(environment))
    await environment.signalCluster('SIGCONT')
  }),
  networkFault('black hole', async (proxy, environment) => {
    proxy.freeze()
    await delay(frozenMs(environment))
    proxy.thaw()
  }),
  networkFault('connections forgotten by a firewall', async (proxy, environment) => {
    proxy.forget()
    await delay(frozenMs(environment))
  }),
  networkFault('connections reset', async (proxy) => proxy.reset()),
  lockHeld,
  readOnly,
]
