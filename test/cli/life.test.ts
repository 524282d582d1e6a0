import { randomUUID } from 'node:crypto'
import { type Test, test } from 'tap'
import { createBrokerAccountsClient } from '../../clients/broker-accounts/src/index.js'
import { createBrokerTokenClient } from '../../clients/broker-token/src/index.js'
import { createGatewayTokensClient } from '../../clients/gateway-tokens/src/index.js'
import { createPartnerLoginClient } from '../../clients/partner-login/src/index.js'
import { createSecurityManagementClient } from '../../clients/security-management/src/index.js'
import { runCli } from '../support/cli.js'
import { adminKey } from '../support/operator.js'
import { startServer, type TestClock } from '../support/server.js'

/** The command line against a server: what it prints, as a value. Fails where the exit code is another one. */
type Run = (args: string, options?: { input?: string; code?: number }) => Promise<Printed>
// biome-ignore lint/suspicious/noExplicitAny: a test looks into replies as it likes; the server has checked them
type Printed = any

interface ServerWithCli {
  readonly baseUrl: string
  readonly clock: TestClock
  readonly run: Run
  actions(subject: string): Promise<string[]>
}

async function startWithCli(t: Test): Promise<ServerWithCli> {
  const { baseUrl, clock, services } = await startServer(t)
  const run: Run = async (args, { input, code = 0 } = {}) => {
    const words = [...args.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word)
    const result = await runCli(['--json', ...words], {
      env: { TOKENWRIGHT_URL: baseUrl, OPERATOR_KEY: adminKey },
      ...(input !== undefined && { input }),
    })
    if (result.code !== code) t.fail(`tokenwright ${args} ended with ${result.code}: ${result.stderr}`)
    const printed = code === 0 ? result.stdout : result.stderr
    return printed === '' ? undefined : JSON.parse(printed)
  }
  return {
    baseUrl,
    clock,
    run,
    async actions(subject) {
      // Failed sign-ins are written in the background.
      await services.flush()
      const events: { action: string; result: string; actor: { name: string } }[] = await run(
        `audit --subject ${subject}`,
      )
      return events.map(({ action, result, actor }) => `${actor.name} ${action} ${result}`).reverse()
    },
  }
}

test('the life of each credential through the command line', async (t) => {
  const { baseUrl, clock, run, actions } = await startWithCli(t)

  await t.test('a broker user', async (t) => {
    const user = await run('broker-user create "Broker GmbH" --account Hauptstelle')
    const signIn = async (secret: string): Promise<string | undefined> => {
      const { body } = await createBrokerTokenClient({ baseUrl }).createSecurityToken({
        body: { hash: user.hash, secret },
      })
      return body && 'token' in body ? body.token : undefined
    }
    const token = await signIn(user.secret)
    const accounts = async () =>
      (await createBrokerAccountsClient({ baseUrl }).getAccountToken({ token: token ?? '' })).body
    t.strictSame(await accounts(), { name: 'Hauptstelle', aToken: user.accounts[0].aToken })

    const rotated = await run(`broker-user rotate-secret ${user.id} --overlap 3s`)
    t.ok(await signIn(user.secret), 'the old secret during the overlap')
    t.ok(await signIn(rotated.secret), 'the new one')
    clock.advance(3.1)
    t.equal(await signIn(user.secret), undefined, 'the old one is refused')
    t.ok(await signIn(rotated.secret))

    await run(`broker-user deactivate ${user.id}`)
    t.equal(await signIn(rotated.secret), undefined)
    t.strictSame(await accounts(), { error: 'API User is not existing or deactivated.' })
    await run(`broker-user activate ${user.id}`)
    t.ok(await signIn(rotated.secret))
    await run(`broker-user delete ${user.id} --yes`)
    t.equal(await signIn(rotated.secret), undefined)
    await run(`broker-user show ${user.id}`, { code: 4 })

    const events = await actions(user.id)
    t.strictSame(
      events.filter((event) => !event.includes('sign-in')),
      ['create', 'rotate-secret', 'update', 'update', 'delete'].map(
        (verb) => `demo admin broker-user.${verb} succeeded`,
      ),
    )
    t.ok(events.includes('null broker-user.sign-in refused'), 'the failed sign-ins')
  })

  await t.test('an access key', async (t) => {
    const key = await run(
      `access-key create "Point of sale" --account ${randomUUID()} --company ${randomUUID()} --role Partner`,
    )
    const logIn = async (secret: string) =>
      (await createPartnerLoginClient({ baseUrl }).loginWithAccessKey({ body: { accessKey: key.accessKey, secret } }))
        .status
    t.equal(await logIn(key.secret), 401, 'pending')
    await run(`access-key activate ${key.id}`)
    t.equal(await logIn(key.secret), 201)
    t.match(await run(`access-key activate ${key.id}`, { code: 5 }), { status: 409, state: 'active' })

    const rotated = await run(`access-key rotate-secret ${key.id} --overlap 3s`)
    t.strictSame([await logIn(key.secret), await logIn(rotated.secret)], [201, 201])
    clock.advance(3.1)
    t.strictSame([await logIn(key.secret), await logIn(rotated.secret)], [401, 201])

    await run(`access-key revoke ${key.id} --yes`)
    t.equal(await logIn(rotated.secret), 401)
    t.match(await run(`access-key revoke ${key.id} --yes`, { code: 5 }), { state: 'revoked' })
    t.strictSame(
      (await actions(key.id)).filter((event) => !event.includes('sign-in')),
      [
        'create succeeded',
        'activate succeeded',
        'activate refused',
        'rotate-secret succeeded',
        'revoke succeeded',
        'revoke refused',
      ].map((what) => `demo admin access-key.${what}`),
    )
  })

  await t.test('a security user', async (t) => {
    const user = await run('security-user create ada@example.org')
    const client = createSecurityManagementClient({ baseUrl })
    const signIn = (password: string) => client.createTokenPair({ body: { username: 'Ada@Example.org', password } })
    const first = await signIn(user.password)
    if (first.status !== 200) return t.fail(`signed in: ${first.status}`)
    const [pair] = first.body.content
    t.match(await run('token introspect', { input: pair?.token ?? '' }), { active: true, username: 'ada@example.org' })

    await run(`security-user end-sessions ${user.uid} --yes`)
    const { token = '', refreshToken = '' } = pair ?? {}
    t.equal((await client.refreshTokenPair({ body: { token, refreshToken } })).status, 401)
    t.strictSame(await run('token introspect', { input: token }), { active: false })

    const again = await signIn(user.password)
    if (again.status !== 200) return t.fail(`signed in again: ${again.status}`)
    const everybody = await run('security-user end-sessions --all --yes')
    t.ok(everybody.users > 1 && everybody.sessions >= 1)
    const [other] = again.body.content
    t.strictSame(await run('token introspect', { input: other?.token ?? '' }), { active: false })

    await run(`security-user set-password ${user.uid} --password-stdin`, { input: 'correct horse battery staple' })
    t.equal((await signIn(user.password)).status, 401)
    t.equal((await signIn('correct horse battery staple')).status, 200)
    for (let attempt = 1; attempt <= 5; attempt++) await signIn('a guess')
    t.equal((await signIn('correct horse battery staple')).status, 429)
    await run(`security-user unlock ${user.uid}`)
    t.equal((await signIn('correct horse battery staple')).status, 200)
    await run(`security-user delete ${user.uid} --yes`)
    t.equal((await signIn('correct horse battery staple')).status, 401)
    t.strictSame(
      (await actions(user.uid)).filter((event) => !event.includes('sign-in')),
      ['create', 'end-sessions', 'update', 'unlock', 'delete'].map(
        (verb) => `demo admin security-user.${verb} succeeded`,
      ),
    )
  })

  await t.test('a gateway token', async (t) => {
    const client = createGatewayTokensClient({ baseUrl })
    const lookUp = async (token: string) => (await client.getTokenAccount({ token })).status
    const issued = await run('token create --account LIFE --description "Made by an operator"')
    t.equal(await lookUp(issued.token), 200)
    const brought = await run('token create --account LIFE --description "Brought along" --token-stdin', {
      input: 'api_live_0123456789abcdef',
    })
    t.equal(await lookUp('api_live_0123456789abcdef'), 200, 'a token from elsewhere works here')
    t.equal((await run('token list --account LIFE --state active')).length, 2)

    await run(`token revoke ${issued.tokenLink} --yes`)
    t.equal(await lookUp(issued.token), 401)
    await run(`token revoke ${issued.tokenLink} --yes`, { code: 5 })
    await run('token revoke-leaked --yes', { input: 'api_live_0123456789abcdef' })
    t.equal(await lookUp('api_live_0123456789abcdef'), 401)
    const others = await Promise.all(
      [1, 2].map((count) => run(`token create --account LIFE --description "Number ${count}"`)),
    )
    await run('token revoke-all --account LIFE --yes')
    for (const { token } of others) t.equal(await lookUp(token), 401)
    t.strictSame(await actions(brought.tokenLink), [
      'demo admin gateway-token.create succeeded',
      'demo admin gateway-token.revoke succeeded',
    ])
  })

  await t.test('an operator', async (t) => {
    const viewer = await run('operator create Monitoring --role viewer')
    const asViewer = (args: readonly string[]) =>
      runCli(args, { env: { TOKENWRIGHT_URL: baseUrl, OPERATOR_KEY: viewer.key } })
    t.equal((await asViewer(['signing-key', 'list'])).code, 0)
    t.equal((await asViewer(['signing-key', 'rotate', 'broker-token'])).code, 3, 'a viewer changes nothing')
    await run(`operator delete ${viewer.id} --yes`)
    t.equal((await asViewer(['signing-key', 'list'])).code, 3)
  })
})
