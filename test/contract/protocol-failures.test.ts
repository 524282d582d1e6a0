import Fastify from 'fastify'
import { test } from 'tap'
import { contracts } from '../../src/apis/index.js'
import { replyExamples } from '../../src/contract/examples.js'
import type { ProtocolFailure } from '../../src/contract/failure.js'
import { Replies } from '../../src/contract/replies.js'

const failures: readonly ProtocolFailure[] = [
  { kind: 'protocol', status: 405 },
  { kind: 'protocol', status: 413 },
  { kind: 'protocol', status: 415 },
  { kind: 'protocol', status: 429, retryAfterSeconds: 5 },
  { kind: 'protocol', status: 500 },
  { kind: 'protocol', status: 503, retryAfterSeconds: 7 },
]

test('every protocol failure is answered with the example of its contract', async (t) => {
  for (const contract of Object.values(contracts)) {
    const replies = new Replies(contract, {
      operations: {},
      security: {},
      replyToInvalidRequest: () => ({ status: contract.invalidRequestReply.status, body: {} }),
    })
    const app = Fastify()
    const declared = failures.filter(({ status }) => status !== 429 || status in contract.protocolReplies)
    for (const failure of declared) {
      app.get(`/${failure.status}`, (_request, reply) => replies.sendFailure(reply, failure))
    }
    for (const { status, retryAfterSeconds } of declared) {
      const entry = contract.protocolReplies[status]
      const [example] = entry ? Object.values(replyExamples(contract, entry)) : []
      const reply = await app.inject(`/${status}`)
      t.equal(reply.statusCode, status, `${contract.name} ${status}`)
      t.equal(reply.headers['content-type'], entry?.content?.mediaType)
      t.strictSame(reply.json(), example)
      t.equal(reply.headers['retry-after'], retryAfterSeconds === undefined ? undefined : String(retryAfterSeconds))
    }
  }
})
