import { setTimeout as delay } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Connection } from './connection.js'
import type { Database } from './schema.js'
import { type StandbyFailure, type StandbyFailureKind, standbyFailure } from './standby-failure.js'

export interface StandbyOptions {
  /** The connections to the standby. */
  readonly connection: Pick<Connection, 'db' | 'close'>
  readonly primary: Kysely<Database>
  /** For how long the standby is read from after it was last known to be current. */
  readonly maxLagMs: number
  /** Whether a standby that the primary does not wait for is read from too. */
  readonly mayBeAsynchronous: boolean
  /** Told when reads begin to go to the standby, and why they do not. */
  readonly onChange: (failure: StandbyFailure | undefined) => void
}

/** How far the primary had come at an instant of this process. */
interface Position {
  readonly atMs: number
  /** Bytes of the write-ahead log. */
  readonly bytes: bigint
}

interface PrimaryState {
  readonly system: string
  readonly timeline: number
  readonly position: string
  /** The names of the standbys that every commit waits for. */
  readonly synchronous: readonly string[]
}

interface StandbyState {
  readonly system: string
  readonly isStandby: boolean
  readonly isReadable: boolean
  readonly isStreaming: boolean
  readonly timeline: number | null
  /** The name by which the primary knows it. */
  readonly name: string | null
  readonly position: string | null
}

const maxProbeIntervalMs = 500
/** Those of ten seconds: a standby that lags more catches up with one of them first. */
const maxPositions = 20

/**
 * A standby that reads may go to while it is known to be current. A probe asks the primary how far it has come, then the standby whether it
 * shows all of that. What the standby shows is then as new as the instant before the first question, by the clock of this process, whatever
 * becomes of either server. So no read is ever older than {@link StandbyOptions.maxLagMs}; while commits wait for the standby, none is stale.
 */
export class Standby {
  /** The positions of the primary that the standby has not reached, oldest first. */
  #positions: readonly Position[] = []
  /** Where the positions are from. */
  #origin = ''
  /** The standby shows everything that was committed before this instant. */
  #currentAtMs = Number.NEGATIVE_INFINITY
  #failure: StandbyFailureKind | undefined = 'unknown'
  #isPrimaryAway = false
  /** Why reads did not go to it when that was told last; `unknown` before. */
  #told: StandbyFailureKind | undefined = 'unknown'
  readonly #stop = new AbortController()
  #running: Promise<void> | undefined

  constructor(readonly options: StandbyOptions) {}

  get db(): Kysely<Database> {
    return this.options.connection.db
  }

  get isUsable(): boolean {
    return this.failure === undefined
  }

  /** Why reads do not go to the standby; `undefined` where they do. */
  get failure(): StandbyFailure | undefined {
    if (this.#failure) return standbyFailure(this.#failure)
    if (this.lagSeconds * 1_000 <= this.options.maxLagMs) return undefined
    return standbyFailure(this.#isPrimaryAway ? 'unverified' : 'lagging')
  }

  /** How old the data of the standby may be; infinite before they were first found to be current. */
  get lagSeconds(): number {
    return (performance.now() - this.#currentAtMs) / 1_000
  }

  /** Probes the standby from now on. */
  start(): void {
    this.#running ??= this.#run()
  }

  async close(): Promise<void> {
    this.#stop.abort()
    await this.#running
    await this.options.connection.close()
  }

  /** A read has failed: no other one is tried before the next probe. */
  suspend(): void {
    this.#failure = 'away'
    this.#report()
  }

  /** Asks both servers once. It never throws. @returns why the standby does not answer */
  async probe(): Promise<unknown> {
    const atMs = performance.now()
    const primary = await askPrimary(this.options.primary).catch(() => undefined)
    this.#isPrimaryAway = primary === undefined
    if (primary) this.#remember(primary, atMs)
    try {
      const standby = await askStandby(this.db)
      this.#failure = primary ? this.#judge(primary, standby) : this.#failure
      if (!this.#failure && standby.position !== null) this.#advance(BigInt(standby.position))
      return undefined
    } catch (error) {
      this.#failure = 'away'
      return error
    } finally {
      this.#report()
    }
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop
    const intervalMs = Math.min(maxProbeIntervalMs, this.options.maxLagMs / 4)
    while (!signal.aborted) {
      await this.probe()
      await delay(intervalMs, undefined, { signal, ref: false }).catch(() => {})
    }
  }

  #remember({ system, timeline, position }: PrimaryState, atMs: number): void {
    const origin = `${system}/${timeline}`
    // After a failover the log goes on from an earlier position.
    const before = origin === this.#origin ? this.#positions : []
    this.#origin = origin
    this.#positions = [...before, { atMs, bytes: BigInt(position) }].slice(-maxPositions)
  }

  #judge(primary: PrimaryState, standby: StandbyState): StandbyFailureKind | undefined {
    if (!standby.isStandby) return 'promoted'
    if (standby.system !== primary.system) return 'detached'
    if (!standby.isReadable) return 'unreadable'
    if (!standby.isStreaming || standby.timeline !== primary.timeline) return 'detached'
    const isSynchronous = standby.name !== null && primary.synchronous.includes(standby.name)
    return isSynchronous || this.options.mayBeAsynchronous ? undefined : 'asynchronous'
  }

  #advance(shown: bigint): void {
    for (const { atMs, bytes } of this.#positions) if (bytes <= shown) this.#currentAtMs = atMs
    this.#positions = this.#positions.filter(({ bytes }) => bytes > shown)
  }

  #report(): void {
    const { failure } = this
    if (failure?.kind === this.#told) return
    this.#told = failure?.kind
    this.options.onChange(failure)
  }
}

async function askPrimary(db: Kysely<Database>): Promise<PrimaryState> {
  const { rows } = await sql<PrimaryState>`
    select (pg_current_wal_flush_lsn() - '0/0')::text as position,
      (select system_identifier::text from pg_control_system()) as system,
      ('x' || left(pg_walfile_name(pg_current_wal_flush_lsn()), 8))::bit(32)::integer as timeline,
      array(
        select application_name from pg_stat_replication group by application_name having bool_and(sync_state = 'sync')
      ) as synchronous`.execute(db)
  return rows[0] as PrimaryState
}

/** The name that a standby gives to the primary is a parameter of its connection. */
async function askStandby(db: Kysely<Database>): Promise<StandbyState> {
  const { rows } = await sql<StandbyState>`
    select pg_is_in_recovery() as "isStandby", pg_has_role('pg_read_all_stats', 'usage') as "isReadable",
      (select system_identifier::text from pg_control_system()) as system,
      coalesce(receiver.status = 'streaming', false) as "isStreaming", receiver.received_tli as timeline,
      coalesce(
        substring(receiver.conninfo from '(?:^| )application_name=(\\S+)'),
        substring(receiver.conninfo from 'fallback_application_name=(\\S+)')
      ) as name,
      (pg_last_wal_replay_lsn() - '0/0')::text as position
    from (select) as one left join pg_stat_wal_receiver as receiver on true`.execute(db)
  return rows[0] as StandbyState
}

/** Whether commits wait until standbys show them on connections that this server does not make: those of instances without standbys, and of people. */
export async function awaitsStandbysByDefault(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql<{ value: string }>`
    select reset_val as value from pg_settings where name = 'synchronous_commit'`.execute(db)
  return rows[0]?.value === 'remote_apply'
}
