import { execFile, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Validator } from '@seriousme/openapi-schema-validator'
import { test } from 'tap'
import { contracts } from '../../src/apis/index.js'
import { startServer } from '../support/server.js'

const names = Object.keys(contracts)
const noNewman = spawnSync('newman', ['--version']).status !== 0 && 'newman is not installed'

test('every contract is served as valid OpenAPI 3.0 with the same operations', async (t) => {
  const { baseUrl } = await startServer(t)
  for (const name of names) {
    const [current, older] = await Promise.all(
      ['json', '3.0.json'].map(async (form) => {
        const reply = await fetch(`${baseUrl}/openapi/${name}.${form}`)
        t.equal(reply.headers.get('access-control-allow-origin'), '*')
        return (await reply.json()) as { openapi: string; paths: object; servers: unknown }
      }),
    )
    t.equal(older?.openapi, '3.0.3')
    t.strictSame(older?.servers, [{ url: baseUrl, description: 'The server that serves this document' }])
    t.strictSame(operationIds(older?.paths), operationIds(current?.paths), name)
    const validator = new Validator()
    const { valid, errors } = await validator.validate(structuredClone(older) as unknown as Record<string, unknown>)
    t.equal(validator.version, '3.0')
    t.ok(valid, `${name}: ${JSON.stringify(errors)?.slice(0, 500)}`)
    t.notMatch(JSON.stringify(older?.paths), /"const":|"type":\[/)
  }
})

test('the collection of every contract passes newman as it is downloaded', { skip: noNewman }, async (t) => {
  const { baseUrl, restoreDemo } = await startServer(t, { now: new Date().toISOString() })
  for (const name of names) {
    await restoreDemo()
    const report = join(t.testdir({}), 'report.json')
    const args = ['run', `${baseUrl}/openapi/${name}.postman.json`, '--reporters', 'json']
    await promisify(execFile)('newman', [...args, '--reporter-json-export', report]).catch(() => {})
    const { run } = (await import(report, { with: { type: 'json' } })).default
    t.strictSame(
      run.failures.map(({ source, error }: { source: { name: string }; error: Error }) => [source.name, error.message]),
      [],
      name,
    )
    t.ok(run.stats.assertions.total > 7, `${name}: ${run.stats.assertions.total} requests`)
  }
})

function operationIds(paths: object = {}): unknown[] {
  return Object.values(paths).flatMap((item: Record<string, { operationId?: string }>) =>
    Object.values(item).flatMap(({ operationId }) => operationId ?? []),
  )
}
