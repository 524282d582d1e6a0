import { test } from 'tap'
import { Unavailable } from '../../src/errors.js'
import { describeError } from '../../src/observability/log.js'

test('an error in the log has the code of its cause, and no message but our own', (t) => {
  const cause = Object.assign(new Error('connect EMFILE 10.0.0.1 - secret'), { code: 'EMFILE' })
  const described = describeError(new Unavailable('the database is away or busy', 1, { cause }))
  t.match(described, {
    code: 'EMFILE',
    message: 'the database is away or busy',
    cause: { code: 'EMFILE', message: '' },
  })
  t.notMatch(JSON.stringify(described), /secret/)
  t.equal(describeError(new AggregateError([cause])).code, 'EMFILE', 'of several attempts the first tells')
  t.equal(describeError(new Error('x', { cause: new Error('y', { cause }) })).code, 'EMFILE')
  t.end()
})
