import { readFile, rm, writeFile } from 'node:fs/promises'
import Module from 'node:module'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { type Test, test } from 'tap'
import { bundle } from '../../scripts/build/bundle.js'
import { makeCodeCache } from '../../scripts/build/make-code-cache.js'
import { codeCachePath } from '../../src/cli/compiled-program.js'
import { packageFile } from '../../src/package-file.js'
import { demoEnvironment } from '../support/demo-environment.js'
import { send } from '../support/http.js'
import { adminKey } from '../support/operator.js'
import { OwnProcess } from '../support/process.js'

const gatewayToken = 'twg_GatewayAccount1DemoTokenIsActive2qte6G'

test('the bundle is the whole product', async (t) => {
  const { env } = await demoEnvironment(t)
  // Inside the project, where packages are found.
  const directory = join(t.testdirName, 'bundle')
  t.teardown(() => rm(directory, { recursive: true, force: true }))
  const program = join(directory, 'program.cjs')
  await bundle('src/cli/tokenwright.ts', program)
  const file = join(directory, 'tokenwright.cjs')
  await bundle('src/cli/launch.ts', file)
  const command = (t: Test, ...args: string[]): OwnProcess =>
    new OwnProcess(t, file, args, { ...env, PORT: '0', OPERATOR_KEY: adminKey }, [process.execPath])

  const server = command(t, 'serve')
  const [, baseUrl = ''] = await server.waitFor(/listens on (http\S+)/)
  await server.waitFor(/Try it:[\s\S]*\n\n/)
  t.equal((await fetch(`${baseUrl}/readyz`)).status, 200)

  await t.test('the documentation comes with the files of its packages', async (t) => {
    for (const path of ['/docs/', '/docs/static/swagger-ui-bundle.js', '/docs/static/theme/page.js']) {
      const answer = await fetch(baseUrl + path)
      t.equal(answer.status, 200, path)
      t.ok((await answer.text()).length > 500, `${path} has content`)
    }
    t.match(await (await fetch(`${baseUrl}/openapi/operator.yaml`)).text(), /^openapi: 3\.1\.0\n/)
  })

  await t.test('tokens are signed, passwords hashed, and input judged', async (t) => {
    const post = (path: string, body: object) =>
      send(baseUrl, {
        method: 'POST',
        path,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const user = { username: 'ethan.buckley@datastoreltd.biz', password: 'S0qUx56pW!' }
    t.match(await post('/api/v2/auth/token', user), { status: 200, text: /token/ })
    t.match(await post('/v1/frontend/auth', { account_id: 'a', description: 'b' }), { status: 200, text: /twg_/ })
    t.match(await post('/v1/frontend/auth', {}), { status: 400, text: /account_id/ })
  })

  await t.test('the command line reaches it', async (t) => {
    const cli = (...args: string[]): OwnProcess => command(t, '--url', baseUrl, ...args)
    const list = await cli('token', 'list', '--account', 'a').ended
    t.match(list, { code: 0, output: /b/ })
    const rows = t.testdir({ 'rows.jsonl': '{"type":"gateway-token"}\n' })
    const imported = await cli('import', join(rows, 'rows.jsonl')).ended
    t.match(imported, { code: 1, output: /accountId|account/ })
    t.match(await command(t, '--version').ended, { code: 0, output: /^\d+\.\d+\.\d+\n$/ })
  })

  t.match(
    await send(baseUrl, {
      method: 'GET',
      path: '/v1/api/auth',
      headers: { authorization: `Bearer ${gatewayToken}` },
    }),
    { status: 200 },
  )
  server.child.kill('SIGINT')
  t.equal((await server.ended).code, 0)

  await t.test('V8 takes its code cache', async (t) => {
    await makeCodeCache(program, [])
    const cachedData = await readFile(codeCachePath(program, []))
    const source = Module.wrap(await readFile(program, 'utf8'))
    t.equal(new Script(source, { filename: program, cachedData }).cachedDataRejected, false)
    t.match(await command(t, '--version').ended, { code: 0, output: /^\d+\.\d+\.\d+\n$/ })
    const [byte = 0] = cachedData
    cachedData[0] = byte ^ 1
    await writeFile(codeCachePath(program, []), cachedData)
    t.match(await command(t, '--version').ended, { code: 0 }, 'and does without where it does not')
  })
})

test('the image starts the server with the options of npm start', async (t) => {
  const { scripts } = JSON.parse(packageFile('package.json')) as { scripts: { start: string } }
  const [, entry = '[]'] = /^ENTRYPOINT (.*)$/m.exec(packageFile('Dockerfile')) ?? []
  t.strictSame([...(JSON.parse(entry) as string[]), 'serve'], scripts.start.split(' '))
})
