/** Takes traces and forgets them, as a collector beside the server would take them. */
import Fastify from 'fastify'
import { announce } from './announce.js'

const app = Fastify({ bodyLimit: 64 * 1024 * 1024 })
app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, _body, done) => done(null))
app.post('/v1/traces', (_request, reply) => reply.send())
await announce(app)
