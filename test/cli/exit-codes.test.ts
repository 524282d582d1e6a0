import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Test } from 'tap'
import { exitCodes } from '../../src/cli/failure.js'
import { type CliOptions, runCli, runCliProcess } from '../support/cli.js'
import { testOn } from '../support/database.js'
import { makePair, noOpenssl } from '../support/openssl.js'
import { adminKey } from '../support/operator.js'
import { startServer } from '../support/server.js'

/** A server that is not ours, or whose answers ours cannot be made to give. */
async function startAnother(t: Test, answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  t.teardown(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function problem(name: string, status: number): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/problem+json' })
    response.end(
      JSON.stringify({ type: `urn:tokenwright:problem:${name}`, title: 'Title', status, detail: 'A detail.' }),
    )
  }
}

testOn('embedded', 'how a command ends', async (t) => {
  const { baseUrl } = await startServer(t)
  const { baseUrl: publicUrl } = await startServer(t, { surface: 'public' })
  const own = { TOKENWRIGHT_URL: baseUrl, OPERATOR_KEY: adminKey }
  const run = (args: readonly string[], options: CliOptions = {}) => runCli(args, options)
  const list = (url: string, env: Record<string, string> = {}) =>
    run(['operator', 'list'], { env: { TOKENWRIGHT_URL: url, OPERATOR_KEY: adminKey, ...env } })

  const cases: readonly [keyof typeof exitCodes, string, () => ReturnType<typeof run>, RegExp][] = [
    [
      'unexpected',
      'a failure of the server',
      async () => list(await startAnother(t, problem('internal-failure', 500))),
      /^tokenwright: A detail\.\n$/,
    ],
    [
      'unexpected',
      'a server that cannot start',
      () => runCliProcess(t, ['serve'], { env: { HOST: '0.0.0.0' } }),
      /INTERNAL_PORT/,
    ],
    [
      'usage',
      'an unknown command, with what was meant',
      () => run(['operatr']),
      /unknown command 'operatr' \(Did you mean operator\?\)/,
    ],
    [
      'usage',
      'an unknown option, with what was meant',
      () => run(['operator', 'list', '--limt', '3']),
      /Did you mean --limit\?/,
    ],
    ['usage', 'a missing option', () => run(['operator', 'create', 'x']), /--role/],
    [
      'usage',
      'a value that is none of the choices',
      () => run(['operator', 'create', 'x', '--role', 'king']),
      /admin, viewer/,
    ],
    ['usage', 'a limit that is no number', () => run(['operator', 'list', '--limit', '0']), /whole number/],
    ['usage', 'a group without a command', () => run(['operator']), /Usage: tokenwright operator/],
    [
      'usage',
      'no selection for what would be everything',
      () => run(['token', 'revoke-all', '--yes']),
      /at least one of --account, --issued-before/,
    ],
    [
      'usage',
      'nothing to change',
      () => run(['access-key', 'update', 'x']),
      /at least one of --name, --partner, --role, --expires-at/,
    ],
    [
      'usage',
      'one value that the server refuses, by its option',
      () => run(['security-user', 'create', 'x', '--customer-id', '12'], { env: own }),
      /^tokenwright: --customer-id must be a UUID\n$/,
    ],
    [
      'usage',
      'several values that the server refuses, by their options and arguments',
      () => run(['access-key', 'create', 'x'.repeat(300), '--account', 'a', '--company', 'c'], { env: own }),
      /^tokenwright: the server refuses these values\n {2}<name> must not be .*\n {2}--account must be a UUID\n {2}--company must be a UUID\n$/,
    ],
    [
      'usage',
      'one of several values of an option',
      () => run(['broker-user', 'create', 'x', '--account', 'a', '--account', 'x'.repeat(300)], { env: own }),
      /^tokenwright: --account \(number 2\) must not be/,
    ],
    [
      'notFound',
      'an id that nothing has, with the name of the thing',
      () => run(['token', 'revoke', randomUUID(), '--yes'], { env: own }),
      /^tokenwright: There is no gateway token with this link\.\n$/,
    ],
    ['usage', 'no key and nobody to ask', () => run(['operator', 'list']), /OPERATOR_KEY/],
    ['usage', 'an address that is none', () => list('ftp://user:hunter2@x'), /TOKENWRIGHT_URL is not the address/],
    ['usage', 'a database that is not named', () => run(['migrate', 'status']), /DATABASE_URL is missing/],
    [
      'refused',
      'a key that is not known',
      () => list(baseUrl, { OPERATOR_KEY: `${adminKey}x` }),
      /The operator key is not known\. Check --key-file, or OPERATOR_KEY\.\n$/,
    ],
    [
      'unreachable',
      'nothing that listens',
      () => list('http://127.0.0.1:2'),
      /cannot be reached: nothing listens there; start the server.*--url or TOKENWRIGHT_URL \(ECONNREFUSED\)/,
    ],
    [
      'unreachable',
      'a name that nobody has',
      () => list('http://no-such-name.invalid'),
      /its name is not known; check --url or TOKENWRIGHT_URL \(E/,
    ],
    [
      'unreachable',
      'TLS where there is none',
      () => list(baseUrl.replace('http', 'https')),
      /does not answer with TLS; use http:\/\/127/,
    ],
    [
      'unreachable',
      'a database that is away',
      async () => list(await startAnother(t, problem('unavailable', 503))),
      /A detail/,
    ],
    [
      'unreachable',
      'a database that is away from a command that opens it',
      () => run(['migrate', 'status'], { env: { DATABASE_URL: 'postgres://nobody@127.0.0.1:2/x' } }),
      /check the host and the port of DATABASE_URL/,
    ],
    ['unreachable', 'the public listener', () => list(publicUrl), /internal listener/],
    [
      'unreachable',
      'a name that the server does not answer to',
      async () => list(await startAnother(t, (_, response) => response.writeHead(421).end())),
      /INTERNAL_HOSTS/,
    ],
    [
      'unreachable',
      'a page of somebody else',
      async () => list(await startAnother(t, (_, response) => response.end('<html>'))),
      /no operator API/,
    ],
    [
      'unreachable',
      'a redirection, which the key does not follow',
      async () =>
        list(
          await startAnother(t, (_, response) =>
            response.writeHead(307, { location: `${baseUrl}/operator/v1/operators` }).end(),
          ),
        ),
      /it answered 307/,
    ],
  ]
  for (const [exit, what, end, said] of cases) {
    const { code, stdout, stderr } = await end()
    t.equal(code, exitCodes[exit].code, what)
    t.match(stderr, said, what)
    t.equal(stdout, '', what)
    t.notMatch(stderr, /hunter2| at .*\.[jt]s/, 'neither a secret nor a stack')
  }

  await t.test('a server with a certificate', { skip: noOpenssl }, async (t) => {
    const directory = t.testdir({})
    for (const [names, used, said] of [
      ['DNS:localhost,IP:127.0.0.1', 'https', /certificate is not trusted; name the authority in NODE_EXTRA_CA_CERTS/],
      ['DNS:localhost,IP:127.0.0.1', 'http', /closed the connection; where it has a certificate, use https:\/\/127/],
      ['DNS:elsewhere.example.org', 'https', /certificate is for another name; use that one in --url/],
    ] as const) {
      const { cert, key } = await makePair(directory, 'own', names)
      const another = createTlsServer({ cert: await readFile(cert), key: await readFile(key) }).listen(0, '127.0.0.1')
      await new Promise((resolve) => another.once('listening', resolve))
      t.teardown(() => another.close())
      const url = `${used}://127.0.0.1:${(another.address() as AddressInfo).port}`
      const env = { TOKENWRIGHT_URL: url, OPERATOR_KEY: adminKey }
      // A process of its own: Node reads NODE_EXTRA_CA_CERTS when it starts.
      const isTrusted = names.startsWith('DNS:elsewhere')
      const { code, stderr } = await runCliProcess(t, ['operator', 'list'], {
        env: isTrusted ? { ...env, NODE_EXTRA_CA_CERTS: cert } : env,
      })
      t.equal(code, exitCodes.unreachable.code, stderr)
      t.match(stderr, said)
    }
  })

  await t.test('a failure of ours is a problem with --json as well', async (t) => {
    for (const args of [['operatr'], ['operator', 'list'], ['operator', 'list', '--limit', 'x']]) {
      const { code, stderr } = await run([...args, '--json'])
      t.equal(code, 2)
      t.match(JSON.parse(stderr), { type: 'about:blank', title: exitCodes.usage.meaning, detail: String })
    }
  })

  await t.test('no secret is taken from an argument, nor shown where one is given', async (t) => {
    const attempts = [
      ['operator', 'list', '--key=hunter2'],
      ['operator', 'list', '--operator-key', 'hunter2'],
      ['security-user', 'create', 'x', '--password=hunter2'],
      ['security-user', 'set-password', '1', 'hunter2'],
      ['broker-user', 'create', 'x', '--secret=hunter2'],
      ['access-key', 'create', 'x', '--secret', 'hunter2'],
      ['token', 'introspect', 'hunter2'],
      ['token', 'revoke-leaked', '--token=hunter2'],
      ['token', 'create', '--token', 'hunter2'],
    ]
    for (const args of attempts) {
      const { code, stdout, stderr } = await run(args, { env: { TOKENWRIGHT_URL: baseUrl, OPERATOR_KEY: adminKey } })
      t.equal(code, 2, args.join(' '))
      t.notMatch(stdout + stderr, /hunter2/)
    }
  })
})
