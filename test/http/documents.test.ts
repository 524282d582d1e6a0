import { test } from 'tap'
import { parse } from 'yaml'
import { contracts as contractsByName } from '../../src/apis/index.js'
import type { Contract, JsonObject } from '../../src/contract/contract.js'
import { isObject } from '../../src/contract/document.js'
import { send } from '../support/http.js'
import { startServer } from '../support/server.js'

const contracts: readonly Contract[] = Object.values(contractsByName)

test('every document is served as JSON and as YAML, alike, with the origin that was called as its server', async (t) => {
  const { baseUrl } = await startServer(t)
  for (const { name, document } of contracts) {
    const json = await get(baseUrl, `/openapi/${name}.json`)
    t.equal(json.status, 200)
    const served = JSON.parse(json.text)
    t.equal(served.servers[0].url, baseUrl)
    t.strictSame(Object.keys(served.paths), Object.keys(document.paths as JsonObject))
    const yaml = await get(baseUrl, `/openapi/${name}.yaml`)
    t.match(yaml.headers['content-type'], /^application\/yaml/)
    t.strictSame(parse(yaml.text), served)
  }
  const named = await send(baseUrl, {
    method: 'GET',
    path: '/openapi/broker-token.json',
    headers: { host: 'tokens.test' },
  })
  t.equal(JSON.parse(named.text).servers[0].url, 'http://tokens.test')
})

test('a served document has no extension but those that it explains', async (t) => {
  const { baseUrl } = await startServer(t)
  let explained = 0
  for (const { name } of contracts) {
    const { text } = await get(baseUrl, `/openapi/${name}.json`)
    const { description } = JSON.parse(text).info as { description: string }
    const extensions = new Set([...text.matchAll(/"(x-[a-z-]+)":/g)].map(([, key = '']) => key))
    for (const key of extensions) t.ok(description.includes(`- \`${key}\`, `), `${name} explains ${key}`)
    explained += extensions.size
  }
  t.ok(explained > 10)
})

test('a served document has what its operations need, and nothing else', async (t) => {
  for (const surface of ['public', 'internal'] as const) {
    const { baseUrl } = await startServer(t, { surface })
    for (const { name, operations } of contracts) {
      if (!Object.values(operations).some(({ isInternal }) => isInternal === (surface === 'internal'))) continue
      const { text } = await get(baseUrl, `/openapi/${name}.json`)
      const references = new Set([...text.matchAll(/"\$ref":"(#[^"]+)"/g)].map(([, reference = '']) => reference))
      const { components, paths, tags } = JSON.parse(text) as Record<string, Record<string, JsonObject>>
      const { securitySchemes: _, ...sections } = components as Record<string, JsonObject>
      const present = Object.entries(sections).flatMap(([section, members]) =>
        Object.keys(members).map((member) => `#/components/${section}/${member}`),
      )
      t.strictSame(present.sort(), [...references].sort(), `${name}: components`)
      const shown = Object.values(paths ?? {}).flatMap((item) => Object.values(item))
      const used = new Set(shown.flatMap((value) => (isObject(value) ? ((value.tags as string[]) ?? []) : [])))
      const declared = Object.values(tags ?? {}).map((tag) => tag.name as string)
      t.strictSame(declared.sort(), [...used].sort(), `${name}: tags`)
      const linked = [...JSON.stringify(shown).matchAll(/"links":\{.*?"operationId":"(\w+)"/g)].map(([, id]) => id)
      const ids = shown.map((value) => isObject(value) && value.operationId)
      t.ok(
        linked.every((id) => ids.includes(id)),
        `${name}: links lead to operations of the document`,
      )
    }
  }
})

test('pages of other origins may read the documents, and nothing else', async (t) => {
  const { baseUrl } = await startServer(t)
  const allowed = async (path: string, method = 'GET') => {
    const { headers } = await send(baseUrl, { method, path, headers: { origin: 'https://editor.test' } })
    return headers['access-control-allow-origin']
  }
  for (const { name, operations } of contracts) {
    for (const form of ['json', 'yaml']) t.equal(await allowed(`/openapi/${name}.${form}`), '*')
    for (const { method, path } of Object.values(operations)) {
      t.equal(await allowed(path.replaceAll(/[{}]/g, ''), method), undefined, `${method} ${path}`)
      t.equal(await allowed(path.replaceAll(/[{}]/g, ''), 'OPTIONS'), undefined, `OPTIONS ${path}`)
    }
  }
  for (const path of [
    '/',
    '/docs',
    '/docs/',
    '/docs/page/main.js',
    '/docs/static/swagger-ui.css',
    '/livez',
    '/readyz',
    '/metrics',
  ]) {
    t.equal(await allowed(path), undefined, path)
  }
  for (const path of ['/openapi/unknown.json', '/openapi/', '/unknown']) t.equal(await allowed(path), undefined, path)
})

for (const [surface, internal] of [
  ['public', false],
  ['internal', true],
] as const) {
  test(`the ${surface} listener shows just its own operations`, async (t) => {
    const { baseUrl } = await startServer(t, { surface })
    const page = (await get(baseUrl, '/docs')).text
    const index = (await get(baseUrl, '/docs/json')).text
    t.strictSame(parse((await get(baseUrl, '/docs/yaml')).text), JSON.parse(index))
    for (const { name, operations } of contracts) {
      const expected = Object.values(operations).filter((operation) => operation.isInternal === internal)
      const { status, text } = await get(baseUrl, `/openapi/${name}.json`)
      const url = `"/openapi/${name}.json"`
      if (expected.length === 0) {
        t.equal(status, 404, `${name} has nothing here`)
        t.notOk(page.includes(url), `the page has no ${name}`)
        t.notOk(index.includes(`/openapi/${name}.json`), `the index has no ${name}`)
        continue
      }
      t.ok(page.includes(url), `the page has ${name}`)
      t.ok(index.includes(`/openapi/${name}.json`), `the index has ${name}`)
      const { paths } = JSON.parse(text) as { paths: Record<string, JsonObject> }
      const shown = Object.values(paths).flatMap((item) =>
        Object.values(item).flatMap((value) => (isObject(value) && value.operationId ? [value.operationId] : [])),
      )
      t.strictSame(shown.sort(), expected.map(({ operationId }) => operationId).sort(), name)
      t.strictSame(Object.keys(paths).sort(), [...new Set(expected.map(({ path }) => path))].sort(), `paths of ${name}`)
    }
  })
}

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
})

test('every page says that no other origin may use it, and that it is nothing else than it says', async (t) => {
  const { baseUrl } = await startServer(t)
  for (const path of [
    '/',
    '/docs',
    '/docs/',
    '/docs/page/main.js',
    '/docs/static/swagger-ui.css',
    '/assets/base.css',
  ]) {
    t.match((await get(baseUrl, path)).headers, {
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
  }
})

test('an unknown document is a problem of its own kind', async (t) => {
  const { baseUrl } = await startServer(t)
  for (const path of [
    '/openapi/unknown.json',
    '/openapi/',
    '/docs/static/index.html',
    '/docs/page/unknown.js',
    '/docs/unknown',
  ]) {
    const { status, headers } = await get(baseUrl, path)
    t.equal(status, 404, path)
    t.equal(headers['content-type'], 'application/problem+json', path)
  }
})

function get(baseUrl: string, path: string) {
  return send(baseUrl, { method: 'GET', path })
}
