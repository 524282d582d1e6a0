import { setTimeout as delay } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { describeFailure } from '../database/failure-cause.js'
import type { OpenedDatabase } from '../database/open.js'
import type { Database } from '../database/schema.js'
import { awaitsStandbysByDefault, type Standby } from '../database/standby.js'
import { type Check, type Finding, ok, warning } from './finding.js'

/** A standby that works is a moment behind: it is asked again before it is said to lag. */
const maxProbes = 8
const probeAgainAfterMs = 200

/** The checks of the standbys of DATABASE_READ_URL; none without one. */
export function standbyChecks({
  db,
  nearReads: { standbys },
}: Pick<OpenedDatabase, 'db' | 'nearReads'>): readonly Check[] {
  if (standbys.length === 0) return []
  return [
    ...standbys.map((standby, index) => {
      const name = standbys.length === 1 ? 'standby' : `standby ${index + 1}`
      return { name, run: async () => [await checkStandby(name, standby)] }
    }),
    { name: 'commits', run: async () => [await checkCommits(db)] },
  ]
}

async function checkStandby(name: string, standby: Standby): Promise<Finding> {
  let error = await standby.probe()
  for (let probes = 1; standby.failure?.kind === 'lagging' && probes < maxProbes; probes++) {
    await delay(probeAgainAfterMs)
    error = await standby.probe()
  }
  const { failure } = standby
  if (!failure) return ok(name, 'the standby of DATABASE_READ_URL answers reads')
  const message =
    error === undefined ? failure.problem : `the standby of DATABASE_READ_URL fails: ${describeFailure(error)}`
  const action = error === undefined ? failure.action : 'correct DATABASE_READ_URL, or look at the log of the standby'
  // The server works without it.
  return warning(name, `${message}; reads go to the primary`, action)
}

async function checkCommits(db: Kysely<Database>): Promise<Finding> {
  return (await awaitsStandbysByDefault(db))
    ? ok('commits', 'every commit of this role waits until synchronous standbys show it')
    : warning(
        'commits',
        'only instances with DATABASE_READ_URL wait until a standby shows what they revoke',
        'where others change something too: alter role ROLE set synchronous_commit = remote_apply',
      )
}
