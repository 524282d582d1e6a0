import { testOn } from '../support/database.js'
import { send } from '../support/http.js'
import { OtlpReceiver } from '../support/otlp-receiver.js'
import { WorkerTree } from '../support/worker-tree.js'

testOn('postgresql', 'each worker sends its own traces, the last of them at its end', async (t) => {
  const receiver = await OtlpReceiver.start(t)
  const tree = await WorkerTree.start(t, 2, {
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint,
    OTEL_EXPORTER_OTLP_HEADERS: 'x-key=CANARY%20one',
    OTEL_SERVICE_NAME: 'tokens',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=a%20test,service.name=other',
    LOG_LEVEL: 'trace',
  })
  const headers = { authorization: 'Bearer twg_GatewayAccount1DemoTokenIsActive2qte6G' }
  for (const pid of tree.pids) {
    const { status } = await tree.withOnly(pid, () =>
      send(tree.baseUrl, { method: 'GET', path: '/v1/api/auth', headers }),
    )
    t.equal(status, 200)
  }
  t.strictSame(receiver.spans, [], 'nothing is sent before some seconds, or many spans')
  tree.primary.child.kill('SIGINT')
  const { code, output } = await tree.primary.ended
  t.equal(code, 0)
  const requests = receiver.all({ name: 'GET /v1/api/auth' })
  t.strictSame(
    requests.map(({ resource }) => resource['process.pid']).toSorted(),
    tree.pids.toSorted(),
    'one of each worker',
  )
  t.equal(new Set(requests.map(({ resource }) => resource['service.instance.id'])).size, 2)
  for (const { resource, spanId } of requests) {
    t.match(resource, { 'service.name': 'tokens', 'deployment.environment.name': 'a test' })
    t.match(receiver.one({ parentId: spanId }), { name: 'batch gateway tokens' })
  }
  t.ok(receiver.headers.every((headers) => headers['x-key'] === 'CANARY one'))
  t.notMatch(output, /CANARY/)
})
