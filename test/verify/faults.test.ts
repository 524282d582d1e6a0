import { test } from 'tap'
import { allContracts } from '../../src/verify/contracts.js'
import type { Verification } from '../../src/verify/probe.js'
import { verify } from '../../src/verify/verify.js'
import { type Alter, type AlterableAnswer, AlteringProxy } from '../support/altering-proxy.js'
import { startServer } from '../support/server.js'

interface Fault {
  readonly contract: string
  readonly fault: string
  readonly alter: Alter
  /** The place of a difference that has to be reported. */
  readonly at: RegExp
  /** How long an answer may take. */
  readonly timeoutMs?: number
}

const isLookUp = ({ request, status }: AlterableAnswer): boolean =>
  request.path === '/v1/api/auth' && request.method === 'GET' && status === 200
const isRefusedLookUp = ({ request, status }: AlterableAnswer): boolean =>
  request.path === '/v1/api/auth' && status === 401
const isLogin = ({ request, status }: AlterableAnswer): boolean => request.path === '/login' && status === 201
const isToken = ({ request, text }: AlterableAnswer): boolean =>
  request.path === '/api/token' && text.includes('"expired"')
const isList = ({ request, status }: AlterableAnswer): boolean =>
  /^\/v1\/frontend\/auth\/15(\?|$)/.test(request.path) && request.method === 'GET' && status === 200

/** Alters the value of a JSON body. */
function json(answer: AlterableAnswer, change: (body: Record<string, unknown>) => void): void {
  const body = JSON.parse(answer.text) as Record<string, unknown>
  change(body)
  answer.text = JSON.stringify(body)
}

const when =
  (applies: (answer: AlterableAnswer) => boolean, alter: Alter): Alter =>
  (answer) => {
    if (applies(answer)) alter(answer)
  }

const gateway = (fault: string, alter: Alter, at: RegExp): Fault => ({ contract: 'gateway-tokens', fault, alter, at })

const faults: readonly Fault[] = [
  gateway(
    'another status of a success',
    when(isLookUp, (answer) => (answer.status = 202)),
    /^status$/,
  ),
  gateway(
    'another status of a refusal',
    when(isRefusedLookUp, (answer) => (answer.status = 403)),
    /^status$/,
  ),
  gateway(
    'a wrong credential is accepted',
    when(isRefusedLookUp, (answer) => {
      answer.status = 200
      answer.text =
        '{"account_id":"GATEWAY_ACCOUNT_1","token_link":"b3f6d2c4-8f1e-4a57-9c1d-2f6a7e1b0c01","token_type":"CARD"}'
    }),
    /^status$/,
  ),
  gateway(
    'a header is missing',
    when(isLookUp, ({ headers }) => delete headers['cache-control']),
    /^header Cache-Control$/,
  ),
  gateway(
    'a header has another value',
    when(isLookUp, ({ headers }) => (headers['cache-control'] = 'public')),
    /^header Cache-Control$/,
  ),
  gateway(
    'no challenge',
    when(isRefusedLookUp, ({ headers }) => delete headers['www-authenticate']),
    /^header WWW-Authenticate$/,
  ),
  gateway(
    'a wrong challenge',
    when(isRefusedLookUp, ({ headers }) => (headers['www-authenticate'] = 'Basic realm="x"')),
    /^header WWW-Authenticate$/,
  ),
  gateway(
    '405 names no method',
    when(
      ({ status }) => status === 405,
      ({ headers }) => delete headers.allow,
    ),
    /^header Allow$/,
  ),
  gateway(
    '405 names another method',
    when(
      ({ status }) => status === 405,
      ({ headers }) => (headers.allow = 'TRACE'),
    ),
    /^header Allow$/,
  ),
  gateway(
    'a field is missing',
    when(isLookUp, (answer) => json(answer, (body) => delete body.account_id)),
    /^body \/account_id$/,
  ),
  gateway(
    'a field is renamed',
    when(isLookUp, (answer) =>
      json(answer, (body) => {
        body.accountId = body.account_id
        delete body.account_id
      }),
    ),
    /^body \/accountId$/,
  ),
  gateway(
    'a field is of another type',
    when(isLookUp, (answer) => json(answer, (body) => (body.account_id = 15))),
    /^body \/account_id$/,
  ),
  gateway(
    'a field is null',
    when(isLookUp, (answer) => json(answer, (body) => (body.token_link = null))),
    /^body \/token_link$/,
  ),
  gateway(
    'a value that the enum lacks',
    when(isLookUp, (answer) => json(answer, (body) => (body.token_type = 'CASH'))),
    /^body \/token_type$/,
  ),
  gateway(
    'the account of another token',
    when(isLookUp, (answer) => json(answer, (body) => (body.account_id = 'ANOTHER'))),
    /^body \/account_id$/,
  ),
  gateway(
    'a field more than the closed schema has',
    when(isLookUp, (answer) => json(answer, (body) => (body.internal_id = 7))),
    /^body \/internal_id$/,
  ),
  gateway(
    'times of another form',
    when(isList, (answer) => (answer.text = answer.text.replaceAll(/\d\d Oct (\d{4}) - (\d\d:\d\d)/g, '$1-10-09T$2Z'))),
    /^body \/tokens\/0\/(issued_date|last_used)$/,
  ),
  gateway(
    'a list lacks an item',
    when(isList, (answer) => (answer.text = '{"tokens":[]}')),
    /^body \/tokens$/,
  ),
  gateway(
    'a list in place of an object',
    when(isList, (answer) => json(answer, (body) => (body.tokens = {}))),
    /^body \/tokens$/,
  ),
  gateway(
    'another media type',
    when(isLookUp, ({ headers }) => (headers['content-type'] = 'text/plain')),
    /^media type$/,
  ),
  gateway(
    'an empty body',
    when(isLookUp, (answer) => (answer.text = '')),
    /^body$/,
  ),
  gateway(
    'JSON that is cut off',
    when(isLookUp, (answer) => (answer.text = answer.text.slice(0, -5))),
    /^body$/,
  ),
  gateway(
    'a redirect to a page of sign-in',
    when(isLookUp, (answer) => {
      answer.status = 302
      answer.headers.location = 'https://sso.example.org/'
      answer.text = ''
    }),
    /^status$/,
  ),
  gateway(
    'the HTML page of a proxy',
    when(isLookUp, (answer) => {
      answer.status = 502
      answer.headers['content-type'] = 'text/html'
      answer.text = '<html>Bad gateway</html>'
    }),
    /^status$/,
  ),
  gateway(
    'HTML under the status of a success',
    when(isLookUp, (answer) => {
      answer.headers['content-type'] = 'text/html'
      answer.text = '<html>Welcome</html>'
    }),
    /^media type$/,
  ),
  gateway(
    'a connection that is cut',
    when(isLookUp, (answer) => (answer.replace = (response) => response.destroy())),
    /^answer$/,
  ),
  {
    contract: 'partner-login',
    fault: 'no answer in time',
    timeoutMs: 500,
    alter: when(
      ({ request }) => /wrong|"secret":""/.test(request.body),
      (answer) => (answer.replace = () => {}),
    ),
    at: /^answer$/,
  },
  {
    contract: 'partner-login',
    fault: 'the token in quotes',
    alter: when(isLogin, (answer) => (answer.text = JSON.stringify(answer.text))),
    at: /^body$/,
  },
  {
    contract: 'partner-login',
    fault: 'another text of a refusal',
    alter: when(
      ({ status }) => status === 401,
      (answer) => (answer.text = answer.text.replace('AccessKeyUnauthorized', 'Unknown')),
    ),
    at: /^body \/error\/details\/reason$/,
  },
  {
    contract: 'partner-login',
    fault: 'a missing field is accepted',
    alter: when(
      ({ status, request }) => status === 400 && !request.body.includes('"secret"'),
      (answer) => {
        answer.status = 201
        answer.headers['content-type'] = 'text/plain'
        answer.text = 'a.b.c'
      },
    ),
    at: /^status$/,
  },
  {
    contract: 'broker-token',
    fault: 'another form of a time',
    alter: when(isToken, (answer) => json(answer, (body) => (body.expired = '2026-01-02T03:04:05Z'))),
    at: /^body \/expired$/,
  },
  {
    contract: 'broker-token',
    fault: 'a failure where a token is due',
    alter: when(isToken, (answer) => (answer.text = '{"error":"API User is not existing or deactivated."}')),
    at: /^body/,
  },
  {
    contract: 'broker-token',
    fault: 'another media type is read',
    alter: when(
      ({ status }) => status === 415,
      (answer) => (answer.status = 200),
    ),
    at: /^status$/,
  },
  {
    contract: 'security-management',
    fault: 'the pair of a refresh lacks its token',
    alter: when(
      ({ request, status }) => request.method === 'PUT' && status === 200,
      (answer) => json(answer, ({ content }) => delete (content as [Record<string, unknown>])[0].refreshToken),
    ),
    at: /^body \/content\/0\/refreshToken$/,
  },
  {
    contract: 'operator',
    fault: 'another status of an unknown key',
    alter: when(
      ({ status }) => status === 401,
      (answer) => (answer.status = 403),
    ),
    at: /^status$/,
  },
  {
    contract: 'operator',
    fault: 'a list without its cursor',
    alter: when(
      ({ request, status }) => request.path.startsWith('/operator/v1/operators') && status === 200,
      (answer) => json(answer, (body) => delete body.nextCursor),
    ),
    at: /^body \/nextCursor$/,
  },
]

test('verify finds no difference in this server, and each planted fault', async (t) => {
  const { baseUrl, restoreDemo } = await startServer(t, { now: new Date().toISOString() })
  const proxy = await AlteringProxy.start(t, baseUrl)

  async function verified(name: string, { mayChange = false, timeoutMs = 30_000 } = {}): Promise<Verification> {
    await restoreDemo()
    const contract = allContracts().find((one) => one.name === name)
    if (!contract) throw new Error(`no contract ${name}`)
    return verify(contract, allContracts(), {
      base: proxy.baseUrl,
      timeoutMs,
      maxRequests: 1000,
      surface: 'all',
      mayChange,
      ownValues: undefined,
      withLimits: false,
    })
  }

  for (const { name, operations } of allContracts()) {
    await t.test(`${name}: nothing is different`, async (t) => {
      const { checks, failed, skipped, passed } = await verified(name, { mayChange: true })
      t.strictSame(
        checks.filter(({ outcome }) => outcome !== 'passed'),
        [],
      )
      t.strictSame({ failed, skipped }, { failed: 0, skipped: 0 })
      t.ok(passed > 15, `${passed} checks`)
      for (const operation of Object.keys(operations)) {
        const kinds = new Set(checks.filter((check) => check.operation === operation).map(({ kind }) => kind))
        t.ok(kinds.has('example'), `${operation} has an example`)
      }
    })
  }

  t.ok(faults.length >= 20, `${faults.length} faults`)
  for (const { contract, fault, alter, at, timeoutMs } of faults) {
    await t.test(`${contract}: ${fault}`, async (t) => {
      proxy.alter = alter
      const { checks, failed } = await verified(contract, { timeoutMs })
      const found = checks.flatMap(({ differences }) => differences.map((difference) => difference.at))
      t.ok(failed > 0)
      t.ok(
        found.some((place) => at.test(place)),
        `${found.length} differences: ${[...new Set(found)].join(', ')}`,
      )
      proxy.alter = () => {}
    })
  }
})
