import { readFile } from 'node:fs/promises'
import { test } from 'tap'
import { UnpromotedStandby } from '../../src/database/errors.js'
import { causeKinds, causeOf, describeFailure, failureCauseOf, sqlStateOf } from '../../src/database/failure-cause.js'
import { Unavailable } from '../../src/errors.js'

function coded(code: string, own: object = {}): Error {
  return Object.assign(new Error('CANARY'), { code, ...own })
}

test('a cause is told by what the failure is about, however it is wrapped', (t) => {
  const wrapped = new Unavailable('away', 1, { cause: new Unavailable('hangs', 1, { cause: coded('ECONNREFUSED') }) })
  t.equal(failureCauseOf(wrapped).kind, 'refused')
  // A name such as localhost has an address of each family.
  const both = Object.assign(new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]), {
    code: 'ECONNREFUSED',
  })
  t.equal(failureCauseOf(both).kind, 'refused')
  t.equal(describeFailure(both), 'nothing listens at the address of the database (CANARY)')
  t.equal(failureCauseOf(new UnpromotedStandby()).kind, 'standby')
  t.equal(failureCauseOf(new Unavailable('the database hangs')).kind, 'no-answer')
  t.end()
})

test('a code with several meanings is told by the function that raises it, a code by its class', (t) => {
  for (const [error, kind] of [
    [coded('42501', { routine: 'aclcheck_error' }), 'privileges'],
    [coded('42501', { routine: 'CheckMyDatabase' }), 'no-connect'],
    [coded('28000', { routine: 'ClientAuthentication' }), 'access-rule'],
    // A pooler names no function.
    [coded('28000'), 'credentials'],
    [coded('53200'), 'resources'],
    [coded('08006'), 'lost'],
    [coded('40P01'), 'locked'],
    [coded('ENOENT', { syscall: 'connect' }), 'refused'],
    [coded('ENOENT', { syscall: 'open' }), 'tls-file'],
    [coded('42P01'), 'unknown'],
    [new TypeError('suspended'), 'unknown'],
    ['text', 'unknown'],
  ] as const) {
    t.equal(failureCauseOf(error).kind, kind, JSON.stringify(error))
  }
  t.end()
})

test('an SQLSTATE is told from a code of the system, however it is wrapped', (t) => {
  t.equal(sqlStateOf(new Unavailable('away', 1, { cause: coded('53300') })), '53300')
  for (const code of ['EPIPE', 'ECONNREFUSED']) t.equal(sqlStateOf(coded(code)), undefined, code)
  t.equal(sqlStateOf(new Unavailable('the database hangs')), undefined)
  t.end()
})

test('OPERATIONS.md names every cause, and those that somebody has to correct in one row', async (t) => {
  const text = await readFile('OPERATIONS.md', 'utf8')
  const lasting = text.split('\n').find((line) => line.startsWith('| `credentials`')) ?? ''
  for (const kind of causeKinds) {
    const named = `\`${kind}\``
    t.equal(lasting.includes(named), causeOf(kind).isLasting === true, kind)
    t.ok(text.includes(named), kind)
  }
})
