import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { CredentialTraffic } from '../credential-traffic.js'
import { killMachineOfPrimary } from '../patroni-failover.js'
import type { Installation } from './installation.js'
import { type Rotation, rotations } from './rotations.js'

/** What happens during a run, one step after the other. */
export interface Step {
  readonly name: string
  /** When it begins at the earliest, as a share of the run. */
  readonly from: number
  /** @returns what was not as it should be */
  run(installation: Installation, traffic: CredentialTraffic): Promise<readonly string[]>
}

/** For how long the receiver of the audit is away. */
const receiverAwayMs = 20_000
/** Digests migrate in the background. */
const writtenBehindMs = 3_000
/** Of all credentials. What nobody uses any more stays under the key from before. */
const maxWalks = 5
const expiredRows = 5_000

/** Rows of the statistics that are older than they are kept. */
async function insertExpired(installation: Installation): Promise<readonly string[]> {
  await installation.query(`
    insert into sign_in_hours (hour, api, succeeded, refused)
    select now() - interval '30 days' - n * interval '1 hour', 'faults', 1, 1 from generate_series(1, ${expiredRows}) n`)
  return []
}

/** How many of them are left. */
export async function countExpired(installation: Installation): Promise<number> {
  const statement = "select count(*)::int as count from sign_in_hours where api = 'faults'"
  const [row] = await installation.query<{ count: number }>(statement)
  return row?.count ?? 0
}

async function interruptReceiver({ receiver }: Installation): Promise<readonly string[]> {
  await receiver.die()
  await delay(receiverAwayMs)
  await receiver.comeBack()
  return []
}

/** Runs a command. @returns what it says where it fails */
async function runCommand(
  installation: Installation,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const all = { ...installation.commandEnvironment, ...env }
  return installation.environment.runCommand(args, all).then(
    () => [],
    (error: Error & { stdout?: string; stderr?: string }) => {
      const said = `${error.stdout ?? ''}${error.stderr ?? ''}`.split('\n').filter((line) => !line.startsWith('✓'))
      return [`${args.join(' ')}: ${said.join(' ').slice(0, 300)}`]
    },
  )
}

/** That of an instance. */
function ownEnvironment(installation: Installation): Record<string, string> {
  const [place] = installation.places
  return place ? installation.environmentOf(place) : {}
}

/** Changes nothing: the database is of this version. */
const migrateUp: Step['run'] = (installation) =>
  runCommand(installation, ['migrate', 'up'], { DATABASE_URL: installation.ownerUrl })
const diagnose: Step['run'] = (installation) => runCommand(installation, ['doctor'], ownEnvironment(installation))
const exportArchive: Step['run'] = (installation) => {
  const file = join(installation.directory, `${Date.now()}.age`)
  return runCommand(installation, ['archive', 'export', file], { DATABASE_URL: installation.ownerUrl })
}

/** A rolling restart with a key that the instances accept besides. */
async function announceMasterKey(installation: Installation): Promise<readonly string[]> {
  installation.settings.previousMasterKey = randomBytes(32).toString('hex')
  return installation.restart()
}

async function exchangeMasterKeys(installation: Installation): Promise<readonly string[]> {
  const { settings } = installation
  const { masterKey, previousMasterKey } = settings
  if (previousMasterKey !== undefined)
    Object.assign(settings, { masterKey: previousMasterKey, previousMasterKey: masterKey })
  return installation.restart()
}

/** Uses everything until nothing that is used depends on the key from before, as the documentation says. */
async function dropMasterKey(installation: Installation, traffic: CredentialTraffic): Promise<readonly string[]> {
  const { environment, settings } = installation
  for (let walks = 0; walks < maxWalks; walks++) {
    await traffic.presentAll()
    await delay(writtenBehindMs)
    const said = await environment.runCommand(['doctor'], ownEnvironment(installation))
    if (!said.includes('under another master key')) break
  }
  settings.previousMasterKey = undefined
  return installation.restart()
}

/** The instances move to another role, and the one before goes. */
async function rotateDatabaseRole(installation: Installation): Promise<readonly string[]> {
  const { settings } = installation
  const { role } = settings
  Object.assign(settings, { role: 'app_1', password: randomBytes(16).toString('hex') })
  await installation.createRole()
  const wrong = await installation.restart()
  await installation.query(`drop owned by ${role}`)
  await installation.query(`drop role ${role}`)
  return wrong
}

async function rotateCertificate(installation: Installation): Promise<readonly string[]> {
  await installation.installCertificate(1)
  return installation.restart()
}

/** The machine of the primary is killed, and comes back once another one serves. */
async function failOver(installation: Installation): Promise<readonly string[]> {
  const { environment, cluster, client } = installation
  installation.outage.begin()
  const machine = await killMachineOfPrimary(environment, cluster)
  while ((await client.issue()).status !== 200) await delay(20)
  installation.outage.end()
  await machine.start(cluster.machines, cluster.user)
  await cluster.settled()
  return []
}

function rotationStep(name: string, rotate: Rotation, from: number): Step {
  return { name: `rotation of a ${name}`, from, run: ({ client }) => rotate(client) }
}

/** Everything that happens, the restarts in the first half: what follows is compared with what came right after them. */
export const steps: readonly Step[] = [
  { name: 'expired rows', from: 0.03, run: insertExpired },
  ...Object.entries(rotations).map(([name, rotate], index) => rotationStep(name, rotate, 0.05 + index * 0.02)),
  { name: 'receiver of the audit away', from: 0.18, run: interruptReceiver },
  { name: 'migrate up', from: 0.21, run: migrateUp },
  { name: 'doctor', from: 0.22, run: diagnose },
  { name: 'master key, step 1', from: 0.24, run: announceMasterKey },
  { name: 'master key, step 2', from: 0.28, run: exchangeMasterKeys },
  { name: 'master key, step 3', from: 0.33, run: dropMasterKey },
  { name: 'role of the database', from: 0.39, run: rotateDatabaseRole },
  { name: 'certificate', from: 0.45, run: rotateCertificate },
  { name: 'failover', from: 0.65, run: failOver },
  { name: 'archive export', from: 0.8, run: exportArchive },
  { name: 'doctor', from: 0.84, run: diagnose },
]
