import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import { BasicTracerProvider, type ReadableSpan, type SpanExporter } from '@opentelemetry/sdk-trace-base'
import { test } from 'tap'
import { freePort } from '../../scripts/test/free-port.js'
import { showAuditEvent } from '../../src/apis/operator/audit-events.js'
import { CleanupJob } from '../../src/cleanup-job.js'
import { readConfig } from '../../src/config.js'
import { Secret } from '../../src/crypto/secret.js'
import { checkTraces } from '../../src/doctor/traces.js'
import { AuditSinkJob } from '../../src/domain/audit/audit-sink-job.js'
import { AuditSinkRepository } from '../../src/domain/audit/sink-repository.js'
import { WebhookSink } from '../../src/domain/audit/webhook-sink.js'
import { ObservedExporter } from '../../src/observability/span-exporter.js'
import { AuditReceiver } from '../support/audit-receiver.js'
import { CapturedLog } from '../support/captured-log.js'
import { type RawRequest, send } from '../support/http.js'
import { adminKey } from '../support/operator.js'
import { OtlpReceiver } from '../support/otlp-receiver.js'
import { startServer } from '../support/server.js'
import { startTracedServer, startTracer } from '../support/traced-server.js'
import { until } from '../support/until.js'
import { Wire } from '../support/wire.js'

const bearer = { authorization: 'Bearer twg_GatewayAccount1DemoTokenIsActive2qte6G' }
const lookUp: RawRequest = { method: 'GET', path: '/v1/api/auth', headers: bearer }
const text404 = 'GET /away HTTP/1.1\r\nHost: localhost\r\n\r\n'
const json = { 'content-type': 'application/json' }

/** A `traceparent` of a caller. */
function caller(flags: '00' | '01') {
  const [traceId, spanId] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')]
  return { traceId, spanId, traceparent: `00-${traceId}-${spanId}-${flags}` }
}

/** Sends requests one behind the other, so that they arrive at the same time; the last one ends the connection. */
async function pipeline(baseUrl: string, requests: string): Promise<string> {
  const socket = connect(Number(new URL(baseUrl).port), '127.0.0.1')
  socket.write(requests)
  let answers = ''
  for await (const chunk of socket) answers += chunk
  return answers
}

test('a request, its batch and its statement are one trace, and other requests of the batch are linked with it', async (t) => {
  const { baseUrl, receiver, flush } = await startTracedServer(t)
  const asked = caller('01')
  const text = (headers = '') =>
    `GET ${lookUp.path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${bearer.authorization}\r\n${headers}\r\n`
  const trace = `Traceparent: ${asked.traceparent}\r\nTracestate: vendor=value\r\n`
  const answers = await pipeline(baseUrl, text(trace) + text().repeat(19) + text('Connection: close\r\n'))
  t.equal(answers.match(/HTTP\/1\.1 200 /g)?.length, 21)
  await send(baseUrl, { method: 'GET', path: '/readyz' })
  await send(baseUrl, { method: 'GET', path: '/metrics' })
  await flush()

  const requests = receiver.all({ name: 'GET /v1/api/auth', kind: 'server' })
  t.equal(requests.length, 21)
  t.equal(receiver.all({ kind: 'server' }).length, 21, 'probes and scrapes are not traced')
  t.strictSame(receiver.one({ kind: 'server', traceId: asked.traceId }).attributes, {
    'http.request.method': 'GET',
    'http.route': '/v1/api/auth',
    'http.response.status_code': 200,
    'tokenwright.api': 'gateway-tokens',
    'tokenwright.operation_id': 'getTokenAccount',
    'tokenwright.request_id': /x-request-id: (\S+)/i.exec(answers)?.[1],
  })
  const own = receiver.one({ kind: 'server', traceId: asked.traceId })
  t.equal(own.parentId, asked.spanId, 'it goes on from the caller')
  t.equal(own.traceState, 'vendor=value')
  t.match(own.resource, { 'service.name': 'tokenwright', 'process.pid': process.pid, 'service.version': /^\d/ })

  const batches = receiver.all({ name: 'batch gateway tokens' })
  t.ok(batches.length > 0 && batches.length < 21, 'requests share batches')
  const idOf = (span: { traceId: string; spanId: string }) => `${span.traceId}-${span.spanId}`
  const linked = batches.flatMap((batch) => {
    t.equal(batch.attributes['tokenwright.batch.size'], batch.links.length)
    const parent = requests.find((request) => request.spanId === batch.parentId)
    t.equal(parent?.traceId, batch.traceId, 'it stands below a request')
    const statement = receiver.one({ parentId: batch.spanId })
    t.match(statement, { kind: 'client', name: 'SELECT gateway_tokens', traceId: batch.traceId, isError: false })
    t.match(statement.attributes, {
      'db.system.name': 'postgresql',
      'db.query.summary': 'SELECT gateway_tokens',
      'db.query.text': /^select .*\$1/,
    })
    for (const request of requests) {
      const isWaiting = batch.links.some((link) => idOf(link) === idOf(request))
      const isBelow = request === parent
      t.strictSame(
        request.links.some((link) => idOf(link) === idOf(batch)),
        isWaiting && !isBelow,
        'a request has a link to the batch, unless that stands below it',
      )
    }
    return batch.links.map(idOf)
  })
  t.strictSame(linked.toSorted(), requests.map(idOf).toSorted(), 'each request waits for one batch')
})

test('a request whose body arrives later is one trace', async (t) => {
  const { baseUrl, receiver, flush } = await startTracedServer(t)
  const asked = caller('01')
  const body = JSON.stringify({ account_id: '1', description: 'late' })
  const wire = await Wire.open(t, baseUrl)
  const head = `POST /v1/frontend/auth HTTP/1.1\r\nHost: localhost\r\nTraceparent: ${asked.traceparent}\r\n`
  wire.write(`${head}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`)
  await delay(50)
  wire.write(body)
  t.match(await wire.answer(), /^http\/1\.1 200 /)
  await flush()
  const request = receiver.one({ kind: 'server', traceId: asked.traceId })
  t.ok(receiver.one({ name: 'batch new gateway tokens', parentId: request.spanId }), 'its batch stands below it')
})

test('the caller decides whether a request is traced, and a malformed traceparent counts as none', async (t) => {
  const { baseUrl, receiver, flush } = await startTracedServer(t)
  const unsampled = caller('00')
  const replies = [{ ...bearer, traceparent: unsampled.traceparent }]
  for (const headers of replies) t.equal((await send(baseUrl, { ...lookUp, headers })).status, 200)
  const malformed = [
    'secret',
    `00-${'0'.repeat(32)}-${'1'.repeat(16)}-01`,
    `00-${'g'.repeat(32)}-${'1'.repeat(16)}-01`,
    `ff-${unsampled.traceId}-${unsampled.spanId}-01`,
  ]
  for (const traceparent of malformed)
    t.equal((await send(baseUrl, { ...lookUp, headers: { ...bearer, traceparent } })).status, 200)
  await flush()
  t.strictSame(receiver.all({ traceId: unsampled.traceId }), [], 'not a statement either')
  const roots = receiver.all({ kind: 'server' })
  t.strictSame(
    roots.map(({ parentId }) => parentId),
    malformed.map(() => ''),
    'each begins a trace of its own',
  )
})

test('with a sampler that ignores callers, nobody outside decides what is traced', async (t) => {
  const { baseUrl, receiver, flush } = await startTracedServer(t, {}, { sampler: 'traceidratio', samplerRatio: 0 })
  const { traceparent } = caller('01')
  for (const headers of [bearer, { ...bearer, traceparent }])
    t.equal((await send(baseUrl, { ...lookUp, headers })).status, 200)
  await flush()
  t.strictSame(receiver.spans, [])
})

test('what goes on within a request with a body belongs to it, and a transaction shows from begin to commit', async (t) => {
  const { baseUrl, receiver, flush } = await startTracedServer(t)
  const body = JSON.stringify({ account_id: '15', description: 'x' })
  const issued = await send(baseUrl, { method: 'POST', path: '/v1/frontend/auth', headers: json, body })
  const link = JSON.parse((await send(baseUrl, { method: 'GET', path: '/v1/frontend/auth/15' })).text).tokens.find(
    ({ description }: { description: string }) => description === 'x',
  ).token_link
  const revocation = JSON.stringify({ token_link: link })
  const path = '/v1/frontend/auth/15'
  const revoked = await send(baseUrl, { method: 'DELETE', path, headers: json, body: revocation })
  t.strictSame([issued.status, revoked.status], [200, 200])
  await flush()
  const request = receiver.one({ name: 'DELETE /v1/frontend/auth/{account_id}' })
  const names = receiver.all({ parentId: request.spanId, kind: 'client' }).map(({ name }) => name)
  t.strictSame([names[0], names.at(-1)], ['BEGIN', 'COMMIT'])
  t.match(names.join(), /UPDATE gateway_tokens.*INSERT audit_events/)
  const issue = receiver.one({ name: 'POST /v1/frontend/auth' })
  const batch = receiver.one({ name: 'batch new gateway tokens', parentId: issue.spanId })
  t.equal(receiver.one({ parentId: batch.spanId }).name, 'INSERT gateway_tokens')
})

test('a failure of the server marks the request and the statement, and the log names both', async (t) => {
  const log = new CapturedLog('info')
  const { baseUrl, db, receiver, flush } = await startTracedServer(t, { log: log.logger })
  await db.schema.alterTable('gateway_tokens').renameTo('gateway_tokens_away').execute()
  const reply = await send(baseUrl, lookUp)
  t.equal(reply.status, 500)
  t.equal((await send(baseUrl, { ...lookUp, headers: { authorization: 'Bearer x' } })).status, 401)
  t.equal((await send(baseUrl, { method: 'GET', path: '/away' })).status, 404)
  await flush()
  const [failed, refused] = receiver.all({ name: 'GET /v1/api/auth' })
  t.match(failed, { isError: true, attributes: { 'http.response.status_code': 500, 'error.type': '500' } })
  t.match(refused, { isError: false, attributes: { 'http.response.status_code': 401 } }, 'the fault of the caller')
  t.match(receiver.one({ name: 'GET' }).attributes, { 'http.response.status_code': 404 })
  const statement = receiver.one({ name: 'SELECT gateway_tokens' })
  t.match(statement, { isError: true, attributes: { 'db.response.status_code': '42P01', 'error.type': '42P01' } })
  t.strictSame(
    receiver.spans.flatMap(({ events }) => events),
    [],
    'the text of an error could quote what was sent',
  )
  t.match(log.of(reply.headers['x-request-id']), [
    { msg: 'operation failed', trace_id: failed?.traceId, span_id: failed?.spanId, parent_id: undefined },
  ])
})

test('jobs that no request waits for are traces of their own, and the receiver of the audit gets the trace', async (t) => {
  const server = await startTracedServer(t)
  const { db, services, metrics, clock, tracer, receiver, flush } = server
  const log = new CapturedLog('silent').logger
  const shared = { db, clock: clock.now, log, tracer }
  const expiringRows = services.expiringRows(400).filter(({ table }) => table === 'failure_counts')
  await new CleanupJob({ ...shared, expiringRows, metrics: metrics.cleanup }).run()
  const auditReceiver = await AuditReceiver.start(t)
  const headers: unknown[] = []
  const { answer } = auditReceiver
  auditReceiver.answer = (request, response) => {
    headers.push(request.headers.traceparent)
    return answer(request, response)
  }
  const url = new Secret(auditReceiver.url)
  const sink = new WebhookSink({ url, secret: auditReceiver.secret, clock: clock.now, timeoutMs: 5_000, tracer })
  const job = new AuditSinkJob({
    ...shared,
    repository: new AuditSinkRepository(),
    sink,
    show: showAuditEvent,
    metrics: metrics.auditSink,
  })
  const operator = JSON.stringify({ name: 'One', role: 'viewer' })
  const admin = { ...json, authorization: `Bearer ${adminKey}` }
  await send(server.baseUrl, { method: 'POST', path: '/operator/v1/operators', headers: admin, body: operator })
  job.start()
  await until('the audit is sent', async () =>
    /audit_sink_events_total\{sink="webhook"\} 1\n/.test(await metrics.page()),
  )
  await job.stop()
  await flush()
  const cleanup = receiver.one({ name: 'cleanup failure_counts' })
  t.equal(cleanup.parentId, '')
  t.match(
    receiver
      .all({ parentId: cleanup.spanId })
      .map(({ name }) => name)
      .join(),
    /^BEGIN,SELECT.*,SELECT failure_counts expired deleted,COMMIT$/,
  )
  const [delivery] = receiver.all({ name: 'audit sink' })
  t.equal(delivery?.parentId, '')
  const post = receiver.one({ name: 'POST', kind: 'client' })
  t.equal(post.parentId, delivery?.spanId)
  t.match(post.attributes, { 'http.request.method': 'POST', 'http.response.status_code': 204 })
  t.strictSame(headers, [`00-${post.traceId}-${post.spanId}-01`], 'the receiver goes on with it')
})

test('a receiver that hangs holds up no request, and the end waits a second for it', async (t) => {
  const { tracer, receiver, metrics } = await startTracer(t)
  const { baseUrl } = await startServer(t, { tracer })
  receiver.answer = () => {}
  const connections = Array.from({ length: 4 }, () =>
    pipeline(baseUrl, `${text404.repeat(699)}${text404.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n')}`),
  )
  const answers = await Promise.all(connections)
  t.strictSame(
    answers.map((answer) => answer.match(/HTTP\/1\.1 404 /g)?.length),
    [700, 700, 700, 700],
    'more requests than the queue holds are answered',
  )
  const startedAt = performance.now()
  await tracer.shutdown()
  t.ok(performance.now() - startedAt < 5_000, 'the receiver has not answered')
  t.match(await metrics.page(), /tokenwright_trace_spans_total\{state="ended"\} 2800\n/)
  t.notMatch(await metrics.page(), /state="exported"/)
})

test('a receiver that refuses or is away is told of in one line, and in one more when it is back', async (t) => {
  const receiver = await OtlpReceiver.start(t)
  const log = new CapturedLog('info')
  const counts: [string, number][] = []
  const observer = { log: log.logger, count: (state: string, spans: number) => counts.push([state, spans]) }
  const span = new BasicTracerProvider().getTracer('test').startSpan('one') as unknown as ReadableSpan
  const exportTo = (url: string) => new OTLPTraceExporter({ url, timeoutMillis: 500 })
  let current: SpanExporter = exportTo(`${receiver.endpoint}/v1/traces`)
  const switched: SpanExporter = {
    export: (spans, done) => current.export(spans, done),
    shutdown: async () => {},
  }
  const exporter = new ObservedExporter(switched, observer)
  const send = () => new Promise((resolve) => exporter.export([span, span], resolve))
  receiver.answer = (response) => response.writeHead(500).end('CANARY')
  await send()
  await send()
  current = exportTo('http://127.0.0.1:1/v1/traces?token=CANARY')
  await send()
  t.match(log.lines, [{ level: 40, code: 'HTTP_500', msg: 'traces not exported' }], 'once')
  t.equal(log.lines.length, 1)
  receiver.answer = undefined
  current = exportTo(`${receiver.endpoint}/v1/traces`)
  await send()
  t.match(log.lines[1], { level: 30, msg: 'traces exported again', lost: 6 })
  current = exportTo('http://127.0.0.1:1/v1/traces?token=CANARY')
  await send()
  t.match(log.lines[2], { level: 40, code: 'ECONNREFUSED', msg: 'traces not exported' })
  t.notMatch(log.text, /CANARY|127\.0\.0\.1/)
  t.strictSame(counts, [
    ['lost', 2],
    ['lost', 2],
    ['lost', 2],
    ['exported', 2],
    ['lost', 2],
  ])
})

test('doctor tells whether the receiver takes traces', async (t) => {
  const receiver = await OtlpReceiver.start(t)
  const findings = (url: string) =>
    checkTraces(readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_EXPORTER_OTLP_HEADERS: 'x-key=a%20key' }))
  t.strictSame(await checkTraces(readConfig({})), [], 'nothing where no receiver is named')
  t.match(await findings(receiver.endpoint), [{ level: 'ok' }])
  t.match(receiver.headers, [{ 'x-key': 'a key', 'content-type': 'application/x-protobuf' }])
  receiver.answer = (response) => response.writeHead(401).end()
  t.match(await findings(receiver.endpoint), [{ level: 'warning', message: /answers 401$/ }])
  t.match(await findings(`http://127.0.0.1:${await freePort()}`), [{ level: 'warning', message: /\(ECONNREFUSED\)$/ }])
})
