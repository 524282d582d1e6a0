/** Why a standby is not read from. */
export interface StandbyFailure {
  readonly kind: StandbyFailureKind
  /** What is wrong, in fixed words: without names of users, hosts or databases. */
  readonly problem: string
  /** What the operator can do. */
  readonly action: string
}

const explanations = {
  unknown: {
    problem: 'the standby of DATABASE_READ_URL has not been asked yet',
    action: 'wait a second',
  },
  away: {
    problem: 'the standby of DATABASE_READ_URL does not answer, or reads fail there',
    action: 'run tokenwright doctor, which names the cause, and look at the log of the standby',
  },
  promoted: {
    problem: 'the server of DATABASE_READ_URL is no standby',
    action: 'after a failover nothing: reads go to the primary; else let DATABASE_READ_URL lead to a standby',
  },
  unreadable: {
    problem: 'the role may not see how the standby is replicated',
    action: 'run as a superuser at the primary: grant pg_read_all_stats to ROLE',
  },
  detached: {
    problem:
      'the standby of DATABASE_READ_URL receives nothing from the primary of DATABASE_URL, or is one of another server',
    action: 'look at the log of the standby; after a failover it may need some seconds to follow',
  },
  asynchronous: {
    problem: 'the primary does not wait for the standby of DATABASE_READ_URL',
    action:
      'add it to synchronous_standby_names (with Patroni: synchronous_node_count), or set DATABASE_READ_MAX_LAG_MS where reads may be stale for as long',
  },
  lagging: {
    problem: 'the standby of DATABASE_READ_URL shows changes too late',
    action:
      'look at it for a replay that is paused (select pg_wal_replay_resume()) or waits for long queries, and at its processor and disk; while it is synchronous, writes wait for it',
  },
  unverified: {
    problem: 'the primary does not answer, so that nobody knows whether the standby is current',
    action: 'look at the primary, or wait for the end of the failover',
  },
} as const satisfies Readonly<Record<string, Omit<StandbyFailure, 'kind'>>>

export type StandbyFailureKind = keyof typeof explanations

export function standbyFailure(kind: StandbyFailureKind): StandbyFailure {
  return { kind, ...explanations[kind] }
}
