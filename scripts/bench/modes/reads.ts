import { setTimeout as delay } from 'node:timers/promises'
import type { Contestant } from '../contestant.js'
import { prepareFixture } from '../fixture.js'
import { applyLoad, tryOnce } from '../load.js'
import type { Report, Setting } from '../mode.js'
import { startProduct } from '../product.js'
import { productTarget } from '../product-target.js'
import { runRounds } from '../rounds.js'
import { printSummary, summarise } from '../summary.js'

/** Look-ups that the primary answers, and that a synchronous standby on the same machine does, in turns: what the way by the standby costs. */
export async function reads(setting: Setting): Promise<Report> {
  const { workbench, options } = setting
  const { fixture, databaseUrl } = await prepareFixture(workbench)
  const standby = await workbench.cluster.startStandby('near')
  try {
    const readUrl = new URL(databaseUrl)
    readUrl.port = new URL(standby.url).port
    const contestants: Contestant[] = []
    for (const [name, env] of [
      ['primary', {}],
      ['standby', { DATABASE_READ_URL: readUrl.href }],
    ] as const) {
      const { url, pid } = await startProduct(workbench, databaseUrl, env)
      if (name === 'standby') await untilUsed(url)
      const target = productTarget(url, 'look-up', fixture)
      await tryOnce(target)
      contestants.push({
        work: 'look-up',
        name,
        isUnit: name === 'primary',
        pid,
        mostConnections: Number.POSITIVE_INFINITY,
        hasAftermath: true,
        apply: (load) => applyLoad(target, load),
      })
    }
    const lines = summarise(contestants, options.connections, await runRounds(contestants, setting))
    return { results: { lookUps: lines }, goals: [], print: () => printSummary(lines) }
  } finally {
    await standby.stop()
  }
}

async function untilUsed(url: string): Promise<void> {
  for (;;) {
    const page = await (await fetch(`${url}/metrics`)).text()
    if (page.includes('\ntokenwright_standby_used{standby="1"} 1\n')) return
    await delay(100)
  }
}
