import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'tap'
import { freePort } from '../../scripts/test/free-port.js'
import { exitCodes } from '../../src/cli/failure.js'
import { AlteringProxy } from '../support/altering-proxy.js'
import { runCli } from '../support/cli.js'
import { startServer } from '../support/server.js'

const different = exitCodes.different.code

test('tokenwright verify', async (t) => {
  const { baseUrl } = await startServer(t, { now: new Date().toISOString() })
  const proxy = await AlteringProxy.start(t, baseUrl)
  const base = proxy.baseUrl
  const directory = t.testdir({})

  await t.test('a server that does what the contract says ends with 0, in every form of the report', async (t) => {
    const junit = join(directory, 'report.xml')
    const shown = await runCli(['verify', 'partner-login', '--base', `${base}/`, '--junit', junit])
    t.match(shown, { code: 0, stdout: /^partner-login at \S+: \d+ as the contract says, 0 different, 0 left out/ })
    t.match(
      await readFile(junit, 'utf8'),
      /<testsuite name="partner-login" tests="\d+" failures="0" errors="0" skipped="0"/,
    )
    const json = await runCli(['verify', 'partner-login', '--base', base, '--json'])
    t.equal(json.code, 0)
    t.match(JSON.parse(json.stdout), { contract: 'partner-login', base, failed: 0, skipped: 0 })
  })

  await t.test('a difference is told with its place, and secrets are not', async (t) => {
    proxy.alter = (answer) => {
      if (answer.status === 201) answer.text = `${answer.text} and <more>`
      if (answer.status === 401) answer.headers['cache-control'] = 'Bearer sk_live_4f9a8b7c6d5e4f3a2b1c'
    }
    const junit = join(directory, 'different.xml')
    const { code, stdout } = await runCli(['verify', 'partner-login', '--base', base, '--junit', junit])
    proxy.alter = () => {}
    t.equal(code, different)
    t.match(stdout, /^✗ loginWithAccessKey, token\n {4}body: expected must match pattern/m)
    const xml = await readFile(junit, 'utf8')
    t.match(xml, /<failure message="body: expected must match pattern/)
    for (const text of [stdout, xml]) {
      t.match(text, /sk_l…/)
      t.notMatch(text, /sk_live_4f9a|eyJ[\w-]{10}|79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/)
    }
  })

  await t.test('nothing is changed unless it is asked for, and no more is sent than is allowed', async (t) => {
    proxy.requests.length = 0
    const { code, stdout } = await runCli(['verify', 'gateway-tokens', '--base', base])
    t.equal(code, 0)
    t.match(stdout, /^- revokeAllGatewayTokens, all: left out, it may change what the server has$/m)
    // PATCH asks which methods a path has.
    t.strictSame([...new Set(proxy.requests.map(({ method }) => method))].sort(), ['GET', 'PATCH'])
    proxy.requests.length = 0
    const few = await runCli(['verify', 'gateway-tokens', '--base', base, '--max-requests', '5', '--json'])
    t.equal(proxy.requests.length, 5)
    t.match(JSON.parse(few.stdout), { passed: 5, requests: 5 })
  })

  await t.test('the operations of one listener are asked alone', async (t) => {
    const { stdout } = await runCli(['verify', 'gateway-tokens', '--base', base, '--surface', 'public', '--json'])
    const operations = JSON.parse(stdout).checks.map(({ operation }: { operation: string }) => operation)
    t.strictSame([...new Set(operations)].sort(), ['getTokenAccount', 'getTokenAccountAlias'])
  })

  await t.test('another server has its own credentials, and lacks some of the examples', async (t) => {
    const { stdout } = await runCli(['verify', 'partner-login', '--template'])
    const template = JSON.parse(stdout) as Record<string, null>
    t.equal(template['79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq'], null)
    const file = join(directory, 'values.json')
    const values: Record<string, string | null> = {
      ...Object.fromEntries(Object.keys(template).map((value) => [value, value])),
      '1111111111111111111111111111111111111111': null,
    }
    await writeFile(file, JSON.stringify(values))
    const own = await runCli(['verify', 'partner-login', '--base', base, '--credentials', file])
    t.match(own, { code: 0, stdout: /pending: left out, the file of credentials has no value for it\n/ })
    await writeFile(file, JSON.stringify({ '79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq': 'wrong-value-of-it' }))
    const wrong = await runCli(['verify', 'partner-login', '--base', base, '--credentials', file])
    t.match(wrong, { code: different, stdout: /✗ loginWithAccessKey, token\n {4}status: expected 201, got 401\n/ })
    t.notMatch(wrong.stdout, /wrong-value-of-it/)
  })

  await t.test('wrong usage and a server that is not there have exit codes of their own', async (t) => {
    const file = join(directory, 'broken.json')
    for (const [text, args] of [
      ['', ['verify', 'unknown', '--base', base]],
      ['', ['verify', 'partner-login']],
      ['', ['verify', 'partner-login', '--base', 'http://user:secret@localhost']],
      ['', ['verify', 'partner-login', '--base', 'localhost:3000']],
      ['', ['verify', 'partner-login', '--base', base, '--max-requests', '0']],
      ['{"a":1}', ['verify', 'partner-login', '--base', base, '--credentials', file]],
      ['CANARY', ['verify', 'partner-login', '--base', base, '--credentials', file]],
    ] as const) {
      await writeFile(file, text)
      const { code, stderr } = await runCli(args)
      t.equal(code, exitCodes.usage.code, args.join(' '))
      t.notMatch(stderr, /CANARY/)
    }
    const { code, stderr } = await runCli(['verify', 'partner-login', '--base', `http://127.0.0.1:${await freePort()}`])
    t.strictSame([code, stderr], [exitCodes.unreachable.code, 'tokenwright: no server answers: ECONNREFUSED\n'])
  })
})
