import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { AuditReceiver, accept } from '../support/audit-receiver.js'
import { testOn } from '../support/database.js'
import { demoEnvironment } from '../support/demo-environment.js'
import { adminKey } from '../support/operator.js'
import { OwnProcess } from '../support/process.js'
import { until } from '../support/until.js'
import { WorkerTree } from '../support/worker-tree.js'

async function addressOf(server: OwnProcess): Promise<string> {
  return (await server.waitFor(/listens on (http\S+)/))[1] ?? ''
}

async function createOperator(baseUrl: string, name: string): Promise<string> {
  const reply = await fetch(`${baseUrl}/operator/v1/operators`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name, role: 'viewer' }),
  })
  return ((await reply.json()) as { id: string }).id
}

testOn(
  'postgresql',
  'a server that is killed after a delivery was accepted sends it again, and loses nothing',
  async (t) => {
    const { env } = await demoEnvironment(t)
    const receiver = await AuditReceiver.start(t)
    const settings = { ...env, PORT: '0', AUDIT_SINK: receiver.url, AUDIT_SINK_SECRET: receiver.secret.reveal() }
    const killed = new OwnProcess(t, 'src/main.ts', [], settings)
    const baseUrl = await addressOf(killed)
    receiver.answer = async (request, response) => {
      receiver.answer = accept
      killed.child.kill('SIGKILL')
      await once(killed.child, 'exit')
      await accept(request, response)
    }
    const first = await createOperator(baseUrl, 'before the kill').catch(() => undefined)
    await killed.ended
    t.equal(receiver.deliveries.length, 1)

    const server = new OwnProcess(t, 'src/main.ts', [], settings)
    const second = await createOperator(await addressOf(server), 'after the kill')
    await until('everything is sent', () => receiver.events.some(({ subject }) => subject === second))
    const [accepted = [], again = []] = receiver.deliveries
    t.strictSame(again.slice(0, accepted.length), accepted, 'what was accepted is sent again, since nobody knew')
    if (first !== undefined) t.ok(accepted.some(({ subject }) => subject === first))
    t.strictSame(receiver.wrong, [])

    server.child.kill('SIGTERM')
    const { code, output } = await server.ended
    t.equal(code, 0)
    t.notMatch(
      killed.output + output,
      /CANARY|secret of the audit receiver/,
      'the log holds neither the address nor the secret',
    )
  },
)

testOn('postgresql', 'two workers deliver every event in its order, one of them at a time', async (t) => {
  const receiver = await AuditReceiver.start(t)
  let [underWay, atOnce] = [0, 0]
  receiver.answer = async (request, response) => {
    atOnce = Math.max(atOnce, ++underWay)
    // Longer than a worker pauses between two looks at the audit.
    if (receiver.deliveries.length < 3) await delay(1_500)
    underWay--
    await accept(request, response)
  }
  const settings = { AUDIT_SINK: receiver.url, AUDIT_SINK_SECRET: receiver.secret.reveal() }
  const tree = await WorkerTree.start(t, 2, settings)
  const created: string[] = []
  const create = async (name: string) => created.push(await createOperator(tree.baseUrl, name))
  const isSent = () => created.every((id) => receiver.events.some(({ subject }) => subject === id))
  for (let number = 1; number <= 20; number++) await create(`one of many ${number}`)
  await until('everything is sent', isSent)
  const subjects = receiver.deliveries.flat().map(({ subject }) => subject)
  t.strictSame(
    subjects.filter((subject) => created.includes(subject ?? '')),
    created,
    'each once, in the order in which they were made',
  )
  t.equal(atOnce, 1)
  t.strictSame(receiver.wrong, [])
})

testOn('embedded', 'with AUDIT_SINK=stdout the embedded server writes its audit to the standard output', async (t) => {
  const { env } = await demoEnvironment(t)
  const server = new OwnProcess(t, 'src/main.ts', [], { ...env, PORT: '0', AUDIT_SINK: 'stdout' })
  const id = await createOperator(await addressOf(server), 'told')
  const [line = ''] = await server.waitFor(/^\{"type":"audit".*"operator\.create".*\}$/m)
  t.match(JSON.parse(line), { type: 'audit', actor: { name: 'demo admin' }, subject: id, result: 'succeeded' })
  server.child.kill('SIGTERM')
  t.equal((await server.ended).code, 0)
})
