import { test } from 'tap'
import { parse } from 'yaml'
import { contracts as contractsByName } from '../../src/apis/index.js'
import type { Contract, JsonObject } from '../../src/contract/contract.js'
import { isObject } from '../../src/contract/document.js'
import { send } from '../support/http.js'
import { startServer } from '../support/server.js'

const contracts: readonly Contract[] = Object.values(contractsByName)

test('every document is served as JSON and as YAML, alike', async (t) => {
  const { baseUrl } = await startServer(t)
  for (const { name, document } of contracts) {
    const json = await get(baseUrl, `/openapi/${name}.json`)
    t.equal(json.status, 200)
    t.strictSame(JSON.parse(json.text), document)
    const yaml = await get(baseUrl, `/openapi/${name}.yaml`)
    t.match(yaml.headers['content-type'], /^application\/yaml/)
    t.strictSame(parse(yaml.text), document)
  }
})

for (const [surface, internal] of [
  ['public', false],
  ['internal', true],
] as const) {
  test(`the ${surface} listener shows just its own operations`, async (t) => {
    const { baseUrl } = await startServer(t, { surface })
    const initializer = (await get(baseUrl, '/docs/static/swagger-initializer.js')).text
    for (const { name, operations } of contracts) {
      const expected = Object.values(operations).filter((operation) => operation.isInternal === internal)
      const { status, text } = await get(baseUrl, `/openapi/${name}.json`)
      const url = `"/openapi/${name}.json"`
      if (expected.length === 0) {
        t.equal(status, 404, `${name} has nothing here`)
        t.notOk(initializer.includes(url), `the menu has no ${name}`)
        continue
      }
      t.ok(initializer.includes(url), `the menu has ${name}`)
      const { paths } = JSON.parse(text) as { paths: Record<string, JsonObject> }
      const shown = Object.values(paths).flatMap((item) =>
        Object.values(item).flatMap((value) => (isObject(value) && value.operationId ? [value.operationId] : [])),
      )
      t.strictSame(shown.sort(), expected.map(({ operationId }) => operationId).sort(), name)
      t.strictSame(Object.keys(paths).sort(), [...new Set(expected.map(({ path }) => path))].sort(), `paths of ${name}`)
    }
  })
}

test('the address of the server leads to the documentation', async (t) => {
  const { baseUrl } = await startServer(t)
  const { status, headers } = await get(baseUrl, '/')
  t.equal(status, 302)
  t.equal(headers.location, '/docs')
})

test('the page loads nothing from elsewhere', async (t) => {
  const { baseUrl } = await startServer(t)
  for (const path of ['/docs', '/docs/']) {
    const { status, headers, text } = await get(baseUrl, path)
    t.equal(status, 200)
    const policy = String(headers['content-security-policy'])
    t.match(policy, /default-src 'none'/)
    t.notMatch(policy, /https?:|unsafe|\*|upgrade-insecure-requests/)
    t.notMatch(text, /(?:src|href)="(?:https?:)?\/\//)
    const assets = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link = '']) => link)
    t.ok(assets.length >= 7)
    for (const link of assets) {
      t.equal((await get(baseUrl, new URL(link, baseUrl + path).pathname)).status, 200, link)
    }
  }
  const initializer = (await get(baseUrl, '/docs/static/swagger-initializer.js')).text
  const config = initializer.split('\n').find((line) => line.includes('const config ='))
  t.match(config, /"urls"/)
  t.notMatch(config, /https?:|__name/)
})

test('every page says that no other origin may use it, and that it is nothing else than it says', async (t) => {
  const { baseUrl } = await startServer(t)
  for (const path of ['/', '/docs', '/docs/', '/docs/json', '/docs/static/page.js', '/docs/static/swagger-ui.css']) {
    t.match((await get(baseUrl, path)).headers, {
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
  }
})

test("Swagger UI's own document is a small one", async (t) => {
  const { baseUrl } = await startServer(t)
  t.match(JSON.parse((await get(baseUrl, '/docs/json')).text), { info: { title: 'Tokenwright' }, paths: {} })
  t.equal((await get(baseUrl, '/docs/yaml')).status, 200)
})

test('an unknown document is a problem of its own kind', async (t) => {
  const { baseUrl } = await startServer(t)
  for (const path of ['/openapi/unknown.json', '/openapi/', '/docs/static/unknown.js', '/docs/unknown']) {
    const { status, headers } = await get(baseUrl, path)
    t.equal(status, 404, path)
    t.equal(headers['content-type'], 'application/problem+json', path)
  }
})

function get(baseUrl: string, path: string) {
  return send(baseUrl, { method: 'GET', path })
}
