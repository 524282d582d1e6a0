import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import {
  type AccessKey,
  createAccessKey,
  createUser,
  logIn,
  pairOf,
  refresh,
  rotateSecret,
  signIn,
  type TokenPair,
  type User,
} from './credentials.js'
import type { Environment } from './environment.js'
import type { Fault, Outcome } from './fault.js'
import type { Instance } from './instance.js'

const movableClock = fileURLToPath(new URL('movable-clock.mjs', import.meta.url))

/** A pair may be sent again within ten seconds. */
const repeatWindowMs = 10_500

/** Two instances on one database. The clock of one can be moved. */
interface Clocks {
  readonly right: Instance
  readonly moved: Instance
  move(seconds: number): Promise<void>
}

/** What was used up, or has expired, before a clock is moved. */
interface UsedUp {
  readonly usedPair: TokenPair
  readonly replacedSecret: AccessKey
  readonly expiredSecret: AccessKey
  /** A user whose password is guessed while the clock is moved. */
  readonly guessed: User
}

const moves = [
  ['an hour ahead', 3_600],
  ['an hour behind', -3_600],
  ['a day ahead', 86_400],
  ['a day behind', -86_400],
] as const

/** A clock that is wrong for a while and right again, as when a machine wakes up or gets the time from a wrong server. */
export const movedClock: Fault = {
  name: 'clock ± 1 hour and ± 1 day',
  promise: 'nothing used or expired comes back, nobody is blocked for longer than a minute',
  async run(environment): Promise<Outcome> {
    const clocks = await startClocks(environment)
    const usedUp = await Promise.all(moves.map(() => useUp(clocks.right)))
    await delay(repeatWindowMs)
    const wrong: string[] = []
    for (const [index, [name, seconds]] of moves.entries()) {
      const found = await moveAndBack(clocks, seconds, usedUp[index] as UsedUp)
      wrong.push(...found.map((what) => `${name}: ${what}`))
    }
    return { isKept: wrong.length === 0, note: wrong.join(', ') || moves.map(([name]) => name).join(', ') }
  },
}

/** @returns what is wrong */
async function moveAndBack({ right, moved, move }: Clocks, seconds: number, usedUp: UsedUp): Promise<string[]> {
  const wrong: string[] = []
  const expect = async (what: string, answer: Promise<{ status: number }>, status: number): Promise<void> => {
    const got = (await answer).status
    if (got !== status) wrong.push(`${what} (${got})`)
  }
  const refuseUsedUp = async (instance: Instance, clock: string): Promise<void> => {
    await expect(`used refresh token, ${clock} clock`, refresh(instance, usedUp.usedPair), 401)
    await expect(`replaced secret, ${clock} clock`, logIn(instance, usedUp.replacedSecret), 401)
  }

  await move(seconds)
  const pair = pairOf(await signIn(moved, await createUser(right)))
  await refresh(moved, pair)
  await refuseUsedUp(moved, 'moved')
  for (let guess = 0; guess < 6; guess++) await signIn(moved, { ...usedUp.guessed, password: 'wrong' })
  await move(0)

  for (const instance of [right, moved]) {
    await refuseUsedUp(instance, 'right')
    await expect('expired secret, right clock', logIn(instance, usedUp.expiredSecret), 401)
  }
  await expect('refresh token used by the moved clock', refresh(right, pair), 401)
  if (!(await isSoon200(() => signIn(right, usedUp.guessed)))) wrong.push('a user is blocked for longer than a minute')
  return wrong
}

async function startClocks(environment: Environment): Promise<Clocks> {
  const DATABASE_URL = await environment.createDatabase()
  const file = join(environment.directory, 'clock-offset')
  await writeFile(file, '0')
  const [right, moved] = await Promise.all([
    environment.startInstance({ DATABASE_URL }),
    environment.startInstance({
      DATABASE_URL,
      CLOCK_OFFSET_FILE: file,
      NODE_OPTIONS: `--import=${movableClock}`,
    }),
  ])
  await Promise.all([right.ready(), moved.ready()])
  return {
    right,
    moved,
    async move(seconds) {
      await writeFile(file, String(seconds * 1000))
      await delay(200)
    },
  }
}

async function useUp(instance: Instance): Promise<UsedUp> {
  const usedPair = pairOf(await signIn(instance, await createUser(instance)))
  await refresh(instance, usedPair)
  const replacedSecret = await createAccessKey(instance)
  await rotateSecret(instance, replacedSecret)
  const expiredSecret = await createAccessKey(instance)
  await rotateSecret(instance, expiredSecret, 1)
  return { usedPair, replacedSecret, expiredSecret, guessed: await createUser(instance) }
}

/** Whether a call succeeds within a minute. */
async function isSoon200(call: () => Promise<{ status: number }>): Promise<boolean> {
  for (const deadline = performance.now() + 60_000; performance.now() < deadline; await delay(500)) {
    if ((await call()).status === 200) return true
  }
  return false
}
