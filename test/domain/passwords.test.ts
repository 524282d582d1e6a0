import { inspect } from 'node:util'
import { test } from 'tap'
import { Passwords } from '../../src/domain/passwords.js'
import { Secret } from '../../src/domain/secret.js'
import { Unavailable } from '../../src/domain/unavailable.js'

test('a password is hashed with Argon2id at the costs that OWASP asks for, with a salt of its own', async (t) => {
  const passwords = new Passwords()
  const [one, other] = await Promise.all([passwords.hash(new Secret('p')), passwords.hash(new Secret('p'))])
  t.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  t.not(one, other)
})

test('exactly the password that was hashed matches, whatever its characters', async (t) => {
  const passwords = new Passwords()
  for (const password of ['S0qUx56pW!', ' spaces stay ', 'pässwörd 密码 😀', 'x'.repeat(1024)]) {
    const stored = await passwords.hash(new Secret(password))
    t.ok(await passwords.matches(new Secret(password), stored))
    for (const wrong of [`${password} `, password.toUpperCase(), password.normalize('NFD').slice(1), '']) {
      if (wrong !== password) t.notOk(await passwords.matches(new Secret(wrong), stored))
    }
  }
})

test('without a hash nothing matches, after the work of a verification', async (t) => {
  const passwords = new Passwords()
  const stored = await passwords.hash(new Secret('known'))
  const password = new Secret('S0qUx56pW!')
  const times = { known: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY }
  for (let round = 0; round < 7; round++) {
    for (const [name, hash] of [['known', stored] as const, ['unknown', undefined] as const]) {
      const started = performance.now()
      t.notOk(await passwords.matches(password, hash))
      times[name] = Math.min(times[name], performance.now() - started)
    }
  }
  t.ok(times.unknown > times.known / 3, 'a shortcut would take a thousandth')
})

test('the event loop turns while passwords are hashed', async (t) => {
  const passwords = new Passwords(1)
  let turns = 0
  const timer = setInterval(() => turns++, 1)
  await Promise.all(Array.from({ length: 4 }, () => passwords.hash(new Secret('p'))))
  clearInterval(timer)
  t.ok(turns > 8, `${turns} turns`)
})

test('beyond a bounded queue hashing is refused at once, with a time to come back and without the password', async (t) => {
  const passwords = new Passwords(1)
  const stored = await passwords.hash(new Secret('known'))
  const outcomes = await Promise.allSettled(
    Array.from({ length: 53 }, () => passwords.matches(new Secret('not the password'), stored)),
  )
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
  t.equal(refused.length, 2)
  for (const error of refused) {
    t.ok(error instanceof Unavailable)
    t.ok(error.retryAfter >= 1)
    t.notMatch(inspect(error), 'not the password')
  }
})
