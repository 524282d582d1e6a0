import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { CredentialTraffic } from './credential-traffic.js'
import type { Environment } from './environment.js'
import type { Fault, Outcome } from './fault.js'
import type { Instance } from './instance.js'
import { type Machine, missingPrograms, PatroniCluster } from './patroni-cluster.js'
import { Traffic } from './traffic.js'

/** For how long the network of the primary has failed when the machine does. What is committed meanwhile is on no standby. */
const isolatedMs = 500

/** More than is promised: a busy machine is not what is tested, and Patroni from 3.2 on waits for 20 s at least. */
export const maxRecoverySeconds = 25

interface Mode {
  readonly isSynchronous: boolean
  /** Whether both standbys are synchronous, and answer reads. */
  readonly areStandbysRead?: boolean
}

/** What came of one kill. */
interface Round {
  readonly traffic: Traffic
  readonly credentials: CredentialTraffic
  readonly lostTokens: number
  readonly recoverySeconds: number
  readonly rejoinSeconds: number
}

/**
 * The machine of the primary is gone, of three that `deploy/ha/` describes.
 * @param rounds how often, in each mode
 * @param isShort without the synchronous mode alone, which the one with reads at the standbys has in it
 */
export function patroniFailovers(rounds: number, isShort: boolean): readonly Fault[] {
  const synchronous: Fault = {
    name: 'machine of the primary killed (Patroni, synchronous)',
    promise: 'only 503, back within 10 s, nothing lost, no valid credential refused, no revocation undone',
    run: (environment) => runRounds(environment, rounds, { isSynchronous: true }),
  }
  return [
    ...(isShort ? [] : [synchronous]),
    {
      name: 'machine of the primary killed (Patroni, asynchronous)',
      promise: 'only 503, back within 10 s; changes that no standby has yet are lost, and counted',
      run: (environment) => runRounds(environment, rounds, { isSynchronous: false }),
    },
    {
      name: 'machine of the primary killed (Patroni, reads at the standbys)',
      promise: 'the same as synchronous; and standbys answer reads before and after it',
      run: (environment) => runRounds(environment, rounds, { isSynchronous: true, areStandbysRead: true }),
    },
  ]
}

async function runRounds(
  environment: Environment,
  rounds: number,
  { isSynchronous, areStandbysRead = false }: Mode,
): Promise<Outcome> {
  const missing = missingPrograms()
  if (missing !== undefined) return { isKept: process.env.REQUIRE_ALL !== '1', note: `not tried: ${missing}` }
  const cluster = await PatroniCluster.start(join(environment.directory, `patroni-${isSynchronous}-${areStandbysRead}`))
  try {
    if (!isSynchronous) await cluster.configure({ synchronous_mode: false, synchronous_mode_strict: false })
    if (areStandbysRead) await cluster.configure({ synchronous_node_count: 2 })
    const primary = await cluster.primary()
    await environment.query(cluster.urlOf(primary), 'create database tokenwright')
    await environment.runCommand(['migrate', 'up'], { DATABASE_URL: cluster.url('tokenwright') })
    const env = areStandbysRead ? { DATABASE_READ_URL: cluster.readUrl('tokenwright') } : {}
    const instances = await environment.startPair(cluster.url('tokenwright'), env)
    const done: Round[] = []
    while (done.length < rounds) done.push(await killPrimary(environment, cluster, instances))
    const outcome = judge(done, isSynchronous)
    return areStandbysRead ? judgeReads(outcome, await Promise.all(instances.map(countReads))) : outcome
  } finally {
    await environment.endInstances()
    await cluster.stop()
  }
}

interface Reads {
  readonly standby: number
  readonly primary: number
}

/** How many reads each kind of server has answered. */
async function countReads(instance: Instance): Promise<Reads> {
  const { text } = await instance.call('/metrics')
  const count = (target: string) =>
    [...text.matchAll(new RegExp(`^tokenwright_near_reads_total{target="${target}".*} (\\d+)$`, 'gm'))].reduce(
      (sum, [, reads]) => sum + Number(reads),
      0,
    )
  return { standby: count('standby'), primary: count('primary') }
}

function judgeReads(outcome: Outcome, reads: readonly Reads[]): Outcome {
  const sum = (of: keyof Reads) => reads.reduce((total, counts) => total + counts[of], 0)
  const note = `${outcome.note}; reads: ${sum('standby')} answered by standbys, ${sum('primary')} by the primary`
  return { ...outcome, isKept: outcome.isKept && sum('standby') > sum('primary'), note }
}

async function killPrimary(
  environment: Environment,
  cluster: PatroniCluster,
  instances: readonly Instance[],
): Promise<Round> {
  const credentials = new CredentialTraffic(instances)
  const traffic = new Traffic(instances, 2)
  await delay(3_000)
  const primary = await killMachineOfPrimary(environment, cluster)
  const recoverySeconds = await traffic.recovery()
  await delay(1_000)
  const lostTokens = await traffic.end()
  await credentials.end()
  await primary.start(cluster.machines, cluster.user)
  return { traffic, credentials, lostTokens, recoverySeconds, rejoinSeconds: await cluster.settled() }
}

/** @returns the machine: its network fails, and then it does */
export async function killMachineOfPrimary(environment: Environment, cluster: PatroniCluster): Promise<Machine> {
  const primary = await cluster.primary()
  await isolate(cluster, primary)
  await primary.kill()
  await environment.signalCluster('SIGKILL', primary)
  return primary
}

async function isolate(cluster: PatroniCluster, primary: Machine): Promise<void> {
  for (const pid of await cluster.walSenders(primary)) process.kill(pid, 'SIGSTOP')
  await delay(isolatedMs)
}

function judge(rounds: readonly Round[], isSynchronous: boolean): Outcome {
  const sum = (of: (round: Round) => number) => rounds.reduce((total, round) => total + of(round), 0)
  const failures = countFailures(rounds, isSynchronous)
  const lost = sum(({ lostTokens, credentials }) => lostTokens + credentials.refused.length)
  const undone = sum(({ credentials }) => credentials.undone.length)
  const recoverySeconds = Math.max(...rounds.map((round) => round.recoverySeconds))
  const each = (of: (round: Round) => number) => rounds.map((round) => of(round).toFixed(1)).join(', ')
  const acknowledged = sum(({ traffic, credentials }) => traffic.acknowledged.length + credentials.acknowledged)
  const note = [
    `without writes for ${each((round) => round.recoverySeconds)} s`,
    `${sum(({ credentials }) => credentials.unavailable)} × 503`,
    `${acknowledged} changes acknowledged, ${undone} revocations undone`,
    `slowest answer ${Math.max(...rounds.map(({ traffic }) => traffic.slowestSeconds)).toFixed(1)} s`,
    `three machines again after ${each((round) => round.rejoinSeconds)} s`,
  ].join('; ')
  const isLossAllowed = !isSynchronous || lost === 0
  const isKept = Object.keys(failures).length === 0 && recoverySeconds <= maxRecoverySeconds && isLossAllowed
  return { isKept, requests: sum(({ credentials }) => credentials.requests), failures, lost, recoverySeconds, note }
}

function countFailures(rounds: readonly Round[], isSynchronous: boolean): Record<string, number> {
  const failures: Record<string, number> = {}
  const add = (kind: string, count = 1) => {
    // In the asynchronous mode a lost credential is refused, and what belongs to it is not found.
    if (isSynchronous || !/^40[149]|refused|undone/.test(kind)) failures[kind] = (failures[kind] ?? 0) + count
  }
  for (const { traffic, credentials } of rounds) {
    const ofAll = { ...traffic.failures, ...credentials.failures }
    for (const [kind, count] of Object.entries(ofAll)) add(kind, count)
    for (const api of credentials.refused) add(`valid refused (${api})`)
    for (const api of credentials.undone) add(`revocation undone (${api})`)
  }
  return failures
}
