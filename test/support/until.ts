import { setTimeout as delay } from 'node:timers/promises'

/** Waits until something holds. @throws after a minute: a busy machine is not what is tested */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const startedAt = performance.now()
  while (!(await holds())) {
    if (performance.now() - startedAt > 60_000) throw new Error(`not within a minute: ${what}`)
    await delay(20)
  }
}
