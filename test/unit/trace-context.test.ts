import { test } from 'tap'
import { traceContext } from '../../src/observability/log-of.js'

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
const parentId = '00f067aa0ba902b7'

test('a traceparent of version 00 gives the ids of the trace and of the caller', async (t) => {
  t.strictSame(traceContext(`00-${traceId}-${parentId}-01`), { traceId, parentId })
  t.strictSame(traceContext(`00-${traceId}-${parentId}-00`), { traceId, parentId }, 'sampled or not')
})

test('anything else is ignored', async (t) => {
  const invalid = {
    'no header': undefined,
    'an empty one': '',
    'two of them': [`00-${traceId}-${parentId}-01`, `00-${traceId}-${parentId}-01`],
    'two of them as Node joins them': `00-${traceId}-${parentId}-01, 00-${traceId}-${parentId}-01`,
    'a later version': `01-${traceId}-${parentId}-01`,
    'the forbidden version': `ff-${traceId}-${parentId}-01`,
    'more fields than the version has': `00-${traceId}-${parentId}-01-what`,
    'upper case': `00-${traceId.toUpperCase()}-${parentId}-01`,
    'a trace id of zeros': `00-${'0'.repeat(32)}-${parentId}-01`,
    'a parent id of zeros': `00-${traceId}-${'0'.repeat(16)}-01`,
    'a short trace id': `00-${traceId.slice(1)}-${parentId}-01`,
    'a long parent id': `00-${traceId}-${parentId}0-01`,
    'no flags': `00-${traceId}-${parentId}`,
    'no hex': `00-${'g'.repeat(32)}-${parentId}-01`,
    'a line break after it': `00-${traceId}-${parentId}-01\n`,
    'spaces around it': ` 00-${traceId}-${parentId}-01 `,
  }
  for (const [what, header] of Object.entries(invalid)) t.equal(traceContext(header), undefined, what)
})
