import { test } from 'tap'
import { freePort } from '../../scripts/test/free-port.js'
import { exitCodes } from '../../src/cli/failure.js'
import { AlteringProxy } from '../support/altering-proxy.js'
import { runCli, startCli } from '../support/cli.js'
import { send } from '../support/http.js'
import { startServer } from '../support/server.js'

const lookUp = {
  method: 'GET',
  path: '/v1/api/auth',
  headers: { authorization: 'Bearer twg_GatewayAccount1DemoTokenIsActive2qte6G' },
}

test('tokenwright shadow shows where the new server differs, counts, and prints no secret', async (t) => {
  const { baseUrl } = await startServer(t)
  const altered = await AlteringProxy.start(t, baseUrl)
  altered.alter = (answer) => {
    if (answer.status === 200) answer.text = answer.text.replace('GATEWAY_ACCOUNT_1', 'sk_live_4f9a8b7c6d5e4f3a2b1c')
  }

  async function run(json: boolean): Promise<{ readonly seen: string; readonly code: number | null }> {
    const port = await freePort()
    const child = startCli(
      t,
      [
        ...['shadow', 'gateway-tokens', '--old', baseUrl, '--new', altered.baseUrl],
        ...['--port', String(port), '--every', '1', ...(json ? ['--json'] : [])],
      ],
      {},
    )
    let seen = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        seen += chunk.toString()
      })
    const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
      const deadline = Date.now() + 60_000
      while (!(await condition())) {
        if (Date.now() > deadline || child.exitCode !== null) throw new Error(seen)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }
    const base = `http://127.0.0.1:${port}`
    await until(() =>
      send(base, lookUp).then(
        ({ status }) => status === 200,
        () => false,
      ),
    )
    t.match(await send(base, lookUp), { status: 200, text: /GATEWAY_ACCOUNT_1/ })
    t.match(await send(base, { ...lookUp, headers: {} }), { status: 401 })
    t.match(await send(base, { method: 'DELETE', path: '/v1/frontend/auth/15/revoke-all' }), { status: 200 })
    await until(() => /equal"?:? 1/.test(seen.replaceAll('":', '": ')))
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
    child.kill('SIGINT')
    return { code: await ended, seen }
  }

  const shown = await run(false)
  t.equal(shown.code, exitCodes.different.code)
  t.match(shown.seen, /^issueGatewayToken +POST \/v1\/frontend\/auth +creates, changes or revokes +no$/m)
  t.match(shown.seen, /^getTokenAccount +GET \/v1\/api\/auth +reads +yes$/m)
  t.match(shown.seen, /^✗ \d\d:\d\d:\d\d getTokenAccount, body \/account_id: another value$/m)
  t.equal(shown.seen.match(/✗/g)?.length, 1, 'a kind of difference is shown once')
  t.match(shown.seen, /^getTokenAccount +3 +1 +2 +0/m)
  t.match(shown.seen, /^getTokenAccount +body \/account_id +another value +2$/m)

  const { code, seen } = await run(true)
  t.equal(code, exitCodes.different.code)
  const lines = seen
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  t.match(lines[0], {
    different: {
      operation: 'getTokenAccount',
      method: 'GET',
      path: '/v1/api/auth',
      status: { old: 200, new: 200 },
      differences: [{ at: 'body /account_id', what: 'another value' }],
    },
  })
  t.match(lines.at(-1), { summary: { calls: 4, equal: 1, different: 2, notSent: 1, overflow: 0 } })
  for (const text of [shown.seen, seen]) t.notMatch(text, /sk_live|DemoToken|GATEWAY_ACCOUNT_1/)

  t.equal((await runCli(['shadow', 'gateway-tokens', '--old', baseUrl])).code, exitCodes.usage.code)
  t.equal((await runCli(['shadow', 'unknown', '--old', baseUrl, '--new', baseUrl])).code, exitCodes.usage.code)
})
