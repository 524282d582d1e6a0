import { setTimeout as delay } from 'node:timers/promises'
import { type AccessKey, createAccessKey, logIn } from './credentials.js'
import type { Environment } from './environment.js'
import type { Fault, Outcome } from './fault.js'
import type { Instance } from './instance.js'
import { TcpProxy } from './tcp-proxy.js'
import { underTraffic } from './traffic.js'

/** From the loss of the primary to the promotion: what a failover manager needs to be sure. */
const promotionAfterMs = 1_500

/**
 * The primary of a replicated pair is killed under traffic. The clients are led to the standby at once, before it is promoted, and it is behind:
 * it has the acknowledged changes on its disk, and does not show them yet.
 */
export const failover: Fault = {
  name: 'failover of a replicated pair',
  promise: 'only 503, no 401 for a valid credential, back within 2 s of the promotion, nothing lost',
  async run(environment): Promise<Outcome> {
    const url = await environment.createDatabase()
    const { cluster } = environment
    const standby = await cluster.startStandby('standby', { recovery_min_apply_delay: '2s' })
    try {
      return await failOver(environment, url, new URL(standby.url).port, () => standby.promote())
    } finally {
      await environment.endInstances()
      await standby.stop()
      await cluster.start()
      await environment.query(cluster.url, 'alter system reset synchronous_standby_names')
      await environment.query(cluster.url, 'select pg_reload_conf()')
    }
  },
}

async function failOver(
  environment: Environment,
  url: string,
  standbyPort: string,
  promote: () => Promise<void>,
): Promise<Outcome> {
  const proxy = await new TcpProxy(url).listen()
  try {
    const instances = await environment.startPair(proxy.url)
    const logIns: Promise<number>[] = []
    const outcome = await underTraffic(instances, async () => {
      const key = await createAccessKey(instances[0] as Instance)
      await environment.signalCluster('SIGKILL')
      proxy.moveTo(Object.assign(new URL(url), { port: standbyPort }).href)
      logIns.push(...instances.map((instance) => refusedLogIns(instance, key)))
      await delay(promotionAfterMs)
      await promote()
    })
    const refused = (await Promise.all(logIns)).reduce((sum, count) => sum + count, 0)
    if (refused === 0) return outcome
    return { ...outcome, isKept: false, failures: { ...outcome.failures, 'log-in refused': refused } }
  } finally {
    await environment.endInstances()
    await proxy.close()
  }
}

/** Logs in with a valid key, created right before the failover, until that succeeds. @returns how often something else than 503 was said */
async function refusedLogIns(instance: Instance, key: AccessKey): Promise<number> {
  let refused = 0
  for (const deadline = performance.now() + 30_000; performance.now() < deadline; await delay(20)) {
    const { status } = await logIn(instance, key)
    if (status === 201) return refused
    if (status !== 503) refused++
  }
  return refused + 1
}
