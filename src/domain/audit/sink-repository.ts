import { type Kysely, sql } from 'kysely'
import type { Database } from '../../database/schema.js'
import type { AuditSink } from './audit-sink.js'
import { type NumberedAuditEvent, toNumberedEvent } from './repository.js'

type SinkName = AuditSink['name']

/** What a sink has not had yet. */
export interface AuditBacklog {
  /** The number of the last event that the sink accepted. */
  readonly position: bigint
  /** The number of the last event in the audit; that of the position where the sink has had everything. */
  readonly last: bigint
  /** When the first event happened that the sink has not had. */
  readonly oldestAt: Date | null
}

/** Stores the position of each sink, and which instance delivers to it. */
export class AuditSinkRepository {
  /** Begins with the first event, where nothing was delivered yet. */
  async create(db: Kysely<Database>, name: SinkName): Promise<void> {
    await db
      .insertInto('audit_sinks')
      .values({ name, seq: '0', held_by: null, held_until: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }

  async backlog(db: Kysely<Database>, name: SinkName): Promise<AuditBacklog> {
    const { seq } = await db.selectFrom('audit_sinks').select('seq').where('name', '=', name).executeTakeFirstOrThrow()
    const events = db.selectFrom('audit_events').where('seq', '>', seq).limit(1)
    const first = await events.select('at').orderBy('seq').executeTakeFirst()
    const last = await events.select('seq').orderBy('seq', 'desc').executeTakeFirst()
    return { position: BigInt(seq), last: BigInt(last?.seq ?? seq), oldestAt: first?.at ?? null }
  }

  /**
   * Makes an instance the one that delivers, for some time, unless another one is. The time is that of the database, so that clocks that differ do
   * not matter. Not an advisory lock: that would keep a transaction open while a receiver hangs.
   * @returns the position; `undefined` where another instance delivers
   */
  async hold(db: Kysely<Database>, name: SinkName, holder: string, leaseMs: number): Promise<bigint | undefined> {
    const row = await db
      .updateTable('audit_sinks')
      .set({ held_by: holder, held_until: sql`now() + ${leaseMs} * interval '1 millisecond'` })
      .where('name', '=', name)
      .where(({ or, eb }) =>
        or([eb('held_by', '=', holder), eb('held_until', 'is', null), eb('held_until', '<=', sql<Date>`now()`)]),
      )
      .returning('seq')
      .executeTakeFirst()
    return row && BigInt(row.seq)
  }

  /** Lets other instances deliver at once. */
  async release(db: Kysely<Database>, name: SinkName, holder: string): Promise<void> {
    await db
      .updateTable('audit_sinks')
      .set({ held_by: null, held_until: null })
      .where('name', '=', name)
      .where('held_by', '=', holder)
      .execute()
  }

  /** Moves the position, unless another instance delivers by now. @returns whether it moved */
  async advance(
    db: Kysely<Database>,
    name: SinkName,
    { holder, from, to }: { readonly holder: string; readonly from: bigint; readonly to: bigint },
  ): Promise<boolean> {
    const moved = await db
      .updateTable('audit_sinks')
      .set({ seq: String(to) })
      .where('name', '=', name)
      .where('held_by', '=', holder)
      .where('seq', '=', String(from))
      .returning('seq')
      .executeTakeFirst()
    return moved !== undefined
  }

  /**
   * The transactions that have appended to the audit, or are about to, and have not ended. An insert locks the table before it takes a number, and
   * the lock goes only after its rows can be seen: an event with a number that was given out before this call is visible, will never be, or belongs to
   * one of these. Raw SQL, since the catalogue is not in the schema.
   */
  async writers(db: Kysely<Database>): Promise<ReadonlySet<string>> {
    const { rows } = await sql<{ writer: string }>`
      select distinct virtualtransaction as writer from pg_locks
      where locktype = 'relation' and relation = 'audit_events'::regclass and mode = 'RowExclusiveLock'
        and database = (select oid from pg_database where datname = current_database())`.execute(db)
    return new Set(rows.map(({ writer }) => writer))
  }

  /** Events in the order of their numbers: those after a number, up to another one. */
  async list(
    db: Kysely<Database>,
    { after, upTo, limit }: { readonly after: bigint; readonly upTo: bigint; readonly limit: number },
  ): Promise<readonly NumberedAuditEvent[]> {
    const rows = await db
      .selectFrom('audit_events')
      .selectAll()
      .where('seq', '>', String(after))
      .where('seq', '<=', String(upTo))
      .orderBy('seq')
      .limit(limit)
      .execute()
    return rows.map(toNumberedEvent)
  }
}
