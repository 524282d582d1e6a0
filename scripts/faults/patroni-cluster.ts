import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { withClient } from '../bench/with-client.js'
import { freePort } from '../test/free-port.js'
import { serverBinaries, unprivilegedUser } from '../test/postgresql-cluster.js'

const configuration = fileURLToPath(new URL('../../deploy/ha/patroni.yml', import.meta.url))

/** Longer than the start of three PostgreSQL takes on a busy machine. */
const maxStartMs = 180_000

/** Why there can be no cluster on this machine; `undefined` where there can. */
export function missingPrograms(): string | undefined {
  const missing = ['etcd', 'patroni'].filter((command) => spawnSync(command, ['--version']).status !== 0)
  return missing.length === 0 ? undefined : `${missing.join(' and ')} not installed`
}

/** What runs on one of three machines: etcd, Patroni, and the PostgreSQL that Patroni starts. All listen on the loopback address. */
export class Machine {
  readonly #processes: ChildProcess[] = []

  constructor(
    readonly name: string,
    readonly directory: string,
    readonly ports: {
      readonly postgresql: number
      readonly rest: number
      readonly etcd: number
      readonly peer: number
    },
  ) {}

  get data(): string {
    return join(this.directory, 'data')
  }

  /** The process that all others of its PostgreSQL are children of. */
  async pid(): Promise<number> {
    return Number((await readFile(join(this.data, 'postmaster.pid'), 'utf8')).split('\n')[0])
  }

  /** Starts etcd and Patroni, at the first time or after the machine was killed. */
  async start(machines: readonly Machine[], user: { readonly uid: number; readonly gid: number } | undefined) {
    // Where nobody reaps it, a killed postmaster seems to be alive.
    await rm(join(this.data, 'postmaster.pid'), { force: true })
    const log = await open(join(this.directory, 'log'), 'a')
    const options: SpawnOptions = { ...user, cwd: this.directory, stdio: ['ignore', log.fd, log.fd] }
    const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', ...this.#environment(machines) }
    const bin = await serverBinaries()
    this.#processes.push(
      spawn('etcd', [], { ...options, env }),
      spawn('patroni', ['patroni.yml'], { ...options, env: { ...env, PATRONI_POSTGRESQL_BIN_DIR: bin } }),
    )
    await log.close()
  }

  #environment(machines: readonly Machine[]): Record<string, string> {
    const { postgresql, rest, etcd, peer } = this.ports
    const peers = machines.map(({ name, ports }) => `${name}=http://127.0.0.1:${ports.peer}`)
    return {
      ETCD_NAME: this.name,
      ETCD_DATA_DIR: join(this.directory, 'etcd'),
      ETCD_LISTEN_PEER_URLS: `http://127.0.0.1:${peer}`,
      ETCD_INITIAL_ADVERTISE_PEER_URLS: `http://127.0.0.1:${peer}`,
      ETCD_LISTEN_CLIENT_URLS: `http://127.0.0.1:${etcd}`,
      ETCD_ADVERTISE_CLIENT_URLS: `http://127.0.0.1:${etcd}`,
      ETCD_INITIAL_CLUSTER: peers.join(','),
      PATRONI_NAME: this.name,
      PATRONI_ETCD3_HOSTS: machines.map(({ ports }) => `127.0.0.1:${ports.etcd}`).join(','),
      PATRONI_RESTAPI_LISTEN: `127.0.0.1:${rest}`,
      PATRONI_RESTAPI_CONNECT_ADDRESS: `127.0.0.1:${rest}`,
      PATRONI_POSTGRESQL_LISTEN: `127.0.0.1:${postgresql}`,
      PATRONI_POSTGRESQL_CONNECT_ADDRESS: `127.0.0.1:${postgresql}`,
      PATRONI_POSTGRESQL_DATA_DIR: this.data,
      PATRONI_POSTGRESQL_PGPASS: join(this.directory, 'pgpass'),
      PATRONI_SUPERUSER_USERNAME: 'postgres',
      PATRONI_SUPERUSER_PASSWORD: 'faults',
      PATRONI_REPLICATION_USERNAME: 'replicator',
      PATRONI_REPLICATION_PASSWORD: 'faults',
    }
  }

  /** Kills etcd and Patroni, as they are: PostgreSQL goes on. */
  async kill(): Promise<void> {
    for (const child of this.#processes.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      const exit = once(child, 'exit')
      child.kill('SIGKILL')
      await exit
    }
  }
}

interface Member {
  readonly name: string
  readonly role: string
  readonly state: string
  readonly timeline?: number
}

/** Three machines as `deploy/ha/` describes them. */
export class PatroniCluster {
  private constructor(
    readonly machines: readonly Machine[],
    readonly user: { readonly uid: number; readonly gid: number } | undefined,
  ) {}

  /** Starts the cluster, and waits until two standbys follow the primary. */
  static async start(directory: string): Promise<PatroniCluster> {
    const user = await unprivilegedUser()
    const own = async (path: string) => user && (await chown(path, user.uid, user.gid))
    await mkdir(directory)
    // Whoever runs this may not write to the folder that Debian has for sockets.
    const noSockets = "$&\n    unix_socket_directories: ''"
    const patroni = (await readFile(configuration, 'utf8')).replace(/^ +password_encryption:.*$/m, noSockets)
    const machines: Machine[] = []
    for (const name of ['one', 'two', 'three']) {
      const [postgresql, rest, etcd, peer] = [await freePort(), await freePort(), await freePort(), await freePort()]
      const machine = new Machine(name, join(directory, name), { postgresql, rest, etcd, peer })
      await mkdir(machine.directory)
      await writeFile(join(machine.directory, 'patroni.yml'), patroni, { mode: 0o644 })
      await own(machine.directory)
      machines.push(machine)
    }
    const cluster = new PatroniCluster(machines, user)
    try {
      await Promise.all(machines.map((machine) => machine.start(machines, user)))
      await cluster.settled()
    } catch (error) {
      await cluster.stop()
      throw error
    }
    return cluster
  }

  /** A URL that names every machine. */
  url(database = 'postgres'): string {
    const hosts = this.machines.map(({ ports }) => `127.0.0.1:${ports.postgresql}`)
    return `postgres://postgres:faults@${hosts.join(',')}/${database}?target_session_attrs=read-write`
  }

  /** A URL that names every machine, for reads at whichever standby can be used. */
  readUrl(database = 'postgres'): string {
    return this.url(database).replace(/\?.*/, '')
  }

  /** A URL of one machine. */
  urlOf(machine: Machine, database = 'postgres'): string {
    return `postgres://postgres:faults@127.0.0.1:${machine.ports.postgresql}/${database}`
  }

  /** Changes the configuration of the cluster, as `patronictl edit-config` does. */
  async configure(change: Readonly<Record<string, unknown>>): Promise<void> {
    const [machine] = this.machines
    const body = JSON.stringify(change)
    await fetch(`http://127.0.0.1:${machine?.ports.rest}/config`, { method: 'PATCH', body })
    await delay(3_000)
    await this.settled()
  }

  /** What each machine is, as the first Patroni that answers says. */
  async members(): Promise<readonly Member[]> {
    for (const { ports } of this.machines) {
      try {
        const answer = await fetch(`http://127.0.0.1:${ports.rest}/cluster`, { signal: AbortSignal.timeout(2_000) })
        return ((await answer.json()) as { members: Member[] }).members
      } catch {
        // Killed, or not there yet.
      }
    }
    return []
  }

  async primary(): Promise<Machine> {
    const leader = (await this.members()).find(({ role }) => role === 'leader')
    const machine = this.machines.find(({ name }) => name === leader?.name)
    if (!machine) throw new Error('the cluster has no primary')
    return machine
  }

  /** Waits until there is a primary that two standbys follow. @returns after how many seconds */
  async settled(): Promise<number> {
    const startedAt = performance.now()
    for (; performance.now() - startedAt < maxStartMs; await delay(250)) {
      const members = await this.members()
      const leader = members.find(({ role, state }) => role === 'leader' && state === 'running')
      const following = members.filter(
        ({ role, state, timeline }) =>
          role !== 'leader' && /running|streaming/.test(state) && timeline === leader?.timeline,
      )
      if (leader && following.length === this.machines.length - 1) return (performance.now() - startedAt) / 1000
    }
    throw new Error(`the cluster does not settle: ${JSON.stringify(await this.members())}`)
  }

  /** The processes that send the changes of a primary to its standbys. */
  async walSenders(machine: Machine): Promise<number[]> {
    const query = 'select pid from pg_stat_replication'
    const rows = await withClient(
      this.urlOf(machine),
      async (client) => (await client.query<{ pid: number }>(query)).rows,
    )
    return rows.map(({ pid }) => pid)
  }

  /** Kills everything that runs. */
  async stop(): Promise<void> {
    await Promise.all(this.machines.map((machine) => machine.kill()))
    for (const machine of this.machines) {
      try {
        // Its children end with it.
        process.kill(await machine.pid(), 'SIGQUIT')
      } catch {
        // It has not started yet, or ended before.
      }
    }
  }
}
