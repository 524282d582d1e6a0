import { setTimeout as delay } from 'node:timers/promises'
import { type Answer, call, callSuccessfully, demoAdminKey } from './call.js'
import type { Finding, Run } from './part.js'
import { startOnPostgresql } from './targets.js'

/** Somebody who guesses passwords, and what the limits leave of it. */
interface Guesser {
  readonly promise: string
  readonly base: string
  /** Each attempt's `X-Forwarded-For`. */
  readonly address: (attempt: number) => string
  readonly username: (attempt: number) => string
  /** How many wrong passwords may be verified while the attack lasts. */
  readonly maxVerified: number
}

/** How many guesses of one guesser are under way at the same time. */
const concurrency = 10

const password = 'the password of the owner'
const ownerAddress = '198.51.100.1'

/** Guesses, sprays and invents addresses, while owners sign in. */
export async function guessingPart({ workbench, isShort, update }: Run): Promise<Finding[]> {
  const seconds = isShort ? 15 : 60
  const behindProxy = await startOnPostgresql(workbench, { name: 'guessing' })
  const direct = await startOnPostgresql(workbench, { name: 'guessing_direct', env: { TRUSTED_PROXIES: '' } })
  for (const { url } of [behindProxy, direct]) {
    for (const username of ['owner', 'neighbour', 'guessed', 'spoofed'])
      await callSuccessfully(url, 'POST', '/operator/v1/security-users', {
        bearer: demoAdminKey,
        body: { username, password },
      })
  }
  const owners = ['owner', 'neighbour'].map((username) => ({ url: behindProxy.url, username }))
  for (const { url, username } of owners) await signIn(url, username, ownerAddress, password)
  const findings: Promise<Finding>[] = [
    ...guessers(behindProxy.url, direct.url, seconds).map((guesser) => guess(guesser, seconds)),
    ...owners.map(({ url, username }) => signInAsOwner(url, username, seconds)),
  ]
  for (let second = 0; second < seconds; second++) {
    update(second, seconds, 'guessing')
    await delay(1_000)
  }
  const all = await Promise.all(findings)
  await behindProxy.stop()
  await direct.stop()
  return all
}

function guessers(behindProxy: string, direct: string, seconds: number): Guesser[] {
  // A first window may have begun just before, so that two meet.
  const windows = (length: number): number => Math.ceil(seconds / length) + 1
  // Five in a row, then one after each of the waits of 1, 2, 4, 8 and 15 s.
  const inARow = 5 + [1, 3, 7, 15, 30, 45, 60].filter((second) => second <= seconds + 1).length
  return [
    {
      promise: 'of one user from thousands of addresses, at most 40 passwords in a window of 60 s are verified',
      base: behindProxy,
      address: (attempt) => `10.9.${(attempt >> 8) & 255}.${attempt & 255}`,
      username: () => 'owner',
      maxVerified: 40 * windows(60),
    },
    {
      promise: 'of one user from one address, five passwords are verified, then one after each wait',
      base: behindProxy,
      address: () => '203.0.113.7',
      username: () => 'guessed',
      maxVerified: inARow,
    },
    {
      promise: 'addresses that a client invents before that of the proxy are not believed',
      base: behindProxy,
      address: (attempt) => `10.0.${(attempt >> 8) & 255}.${attempt & 255}, 203.0.113.8`,
      username: () => 'spoofed',
      maxVerified: inARow,
    },
    {
      promise: 'without a trusted proxy no invented address is believed',
      base: direct,
      address: (attempt) => `10.0.${(attempt >> 8) & 255}.${attempt & 255}`,
      username: () => 'spoofed',
      maxVerified: inARow,
    },
    {
      promise: 'one password for every user, from one address: at most 50 in a window of 20 s are verified',
      base: behindProxy,
      // The owner is behind it too.
      address: () => ownerAddress,
      username: (attempt) => `user-${attempt}`,
      maxVerified: 50 * windows(20),
    },
  ]
}

async function guess({ promise, base, address, username, maxVerified }: Guesser, seconds: number): Promise<Finding> {
  const endsAt = performance.now() + seconds * 1_000
  const statuses = new Map<number, number>()
  const broken: string[] = []
  let attempts = 0
  const work = async (): Promise<void> => {
    while (performance.now() < endsAt) {
      const attempt = ++attempts
      const { status } = await signIn(base, username(attempt), address(attempt), `wrong ${attempt}`)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (![401, 429, 503].includes(status)) broken.push(`attempt ${attempt} was answered ${status}`)
      await delay(20)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  const verified = statuses.get(401) ?? 0
  if (verified > maxVerified) broken.push(`${verified} were verified, more than ${maxVerified}`)
  if (verified === 0) broken.push('no guess was verified, so that nothing is shown')
  const seen = `${verified} verified (at most ${maxVerified}), ${statuses.get(429) ?? 0} × 429, ${statuses.get(503) ?? 0} × 503`
  return { promise, attempts, seen, broken }
}

/** Signs an owner in twice a second, from the address from which the owner signed in before. */
async function signInAsOwner(base: string, username: string, seconds: number): Promise<Finding> {
  const endsAt = performance.now() + seconds * 1_000
  const durationsMs: number[] = []
  const refusals: string[] = []
  while (performance.now() < endsAt) {
    const startedAt = performance.now()
    const { status } = await signIn(base, username, ownerAddress, password)
    durationsMs.push(performance.now() - startedAt)
    if (status !== 200) refusals.push(`answered ${status}`)
    await delay(500)
  }
  const share = (100 * (durationsMs.length - refusals.length)) / durationsMs.length
  const subject =
    username === 'owner' ? 'the owner who is guessed' : 'another owner behind the address of one who sprays'
  return {
    promise: `${subject} signs in from a known address (at least 99 %)`,
    attempts: durationsMs.length,
    seen: `${share.toFixed(1)} %, slowest ${Math.round(Math.max(...durationsMs))} ms`,
    broken: share < 99 ? refusals : [],
  }
}

function signIn(base: string, username: string, address: string, password: string): Promise<Answer> {
  const headers = { 'x-forwarded-for': address }
  return call(base, 'POST', '/api/v2/auth/token', { headers, body: { username, password } })
}
