import { test } from 'tap'
import { freePort } from '../../scripts/test/free-port.js'
import { exitCodes } from '../../src/cli/failure.js'
import { runCli, startCli } from '../support/cli.js'

test('tokenwright mock serves the named contracts from memory, and remembers calls without their secrets', async (t) => {
  const port = await freePort()
  const child = startCli(t, ['mock', 'partner-login', 'gateway-tokens', '--port', String(port)], {})
  let seen = ''
  const listening = new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      seen += chunk.toString()
      if (seen.includes('Mock of partner-login, gateway-tokens at')) resolve()
    })
  })
  await listening
  const base = `http://127.0.0.1:${port}`
  const logIn = (body: object) =>
    fetch(`${base}/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const accessKey = '986d8167a9b9a15e37db4ab4ad50877b01347a94'
  const secret = '79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq'
  t.equal((await logIn({ accessKey, secret })).status, 201)
  t.equal((await logIn({ accessKey, secret: 'my-own-secret' })).status, 401)
  t.equal((await fetch(`${base}/v1/api/auth`, { headers: { authorization: 'Bearer twg_mistyped' } })).status, 401)
  t.equal((await fetch(`${base}/api/token`, { method: 'POST' })).status, 404, 'another contract is not served')

  const calls = (await (await fetch(`${base}/mock/calls`)).json()) as object[]
  t.match(calls, [
    { method: 'POST', url: '/login', operation: 'loginWithAccessKey', status: 201, reply: /^eyJh…/ },
    { status: 401, body: '{"accessKey":"98…","secret":"my…"}', reply: /AccessKeyUnauthorized/ },
    {
      operation: 'getTokenAccount',
      status: 401,
      headers: { authorization: 'Bearer twg_…' },
      reply: /AUTH_TOKEN_INVALID/,
    },
    { url: '/api/token', status: 404 },
  ])
  t.equal(calls.length, 4)
  t.match(seen, /GET \/v1\/api\/auth → 401 getTokenAccount {2}sent: Bearer twg_… {2}got: \{/)
  for (const text of [JSON.stringify(calls), seen]) t.notMatch(text, /79bPqahz|my-own-secret|twg_mistyped|986d8167/)

  t.equal((await fetch(`${base}/mock/calls`, { method: 'DELETE' })).status, 204)
  t.strictSame(await (await fetch(`${base}/mock/calls`)).json(), [])

  const taken = await runCli(['mock', '--port', String(port)])
  t.match(taken, { code: exitCodes.conflict.code, stderr: /port \d+ is in use/ })
  t.equal((await runCli(['mock', 'unknown'])).code, exitCodes.usage.code)

  const ended = new Promise((resolve) => child.on('exit', resolve))
  child.kill('SIGTERM')
  t.equal(await ended, 0)
})
