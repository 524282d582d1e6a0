import { contracts } from '../../src/apis/index.js'
import { systemClock } from '../../src/clock.js'
import { runCli } from '../support/cli.js'
import { ContractCaller } from '../support/contract-caller.js'
import { testOn } from '../support/database.js'
import { adminKey } from '../support/operator.js'
import { startServer } from '../support/server.js'

const accessKeyId = '45771ea1-b012-4b80-8ba4-49891c5d8d47'

testOn('embedded', 'usage, overview and leaks on the command line', async (t) => {
  const { baseUrl, services } = await startServer(t, { now: systemClock().toISOString() })
  const env = { TOKENWRIGHT_URL: baseUrl, OPERATOR_KEY: adminKey }
  const secret = '79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq'
  const partner = new ContractCaller(contracts['partner-login'], baseUrl)
  const body = { accessKey: '986d8167a9b9a15e37db4ab4ad50877b01347a94', secret }
  t.equal((await partner.call('loginWithAccessKey', { body })).status, 201)
  await services.flush()

  await t.test('usage shows the days, today last', async (t) => {
    const { code, stdout } = await runCli(['access-key', 'usage', accessKeyId, '--days', '3'], { env })
    t.equal(code, 0)
    t.match(stdout, /^DAY +SIGN-INS\n(\d{4}-\d\d-\d\d +0\n){2}\d{4}-\d\d-\d\d +1\n$/)
    const { stdout: json } = await runCli(['access-key', 'usage', accessKeyId, '--json'], { env })
    t.equal(JSON.parse(json).length, 7)
    t.equal((await runCli(['access-key', 'usage', 'nobody'], { env })).code, 4)
    t.equal((await runCli(['access-key', 'usage', accessKeyId, '--days', '0'], { env })).code, 2)
  })

  await t.test('overview shows states, sign-ins and keys', async (t) => {
    const { code, stdout } = await runCli(['overview'], { env })
    t.equal(code, 0)
    t.match(stdout, /broker users +\d+ active, \d+ inactive/)
    t.match(stdout, /partner-login: 1, and 0 refused/)
    t.match(stdout, /partner-login: HS384, signing, 0 days old/)
  })

  await t.test('revoke-leaked says what it was and what was done, and never shows the secret', async (t) => {
    const { code, stdout, stderr } = await runCli(['revoke-leaked', '--yes'], { env, input: `${secret}\n` })
    t.equal(code, 0, stderr)
    t.match(stdout, /access key secret +The access key of the login example +45771ea1-\S+ +access key revoked/)
    t.notMatch(stdout + stderr, secret)
    t.equal((await partner.call('loginWithAccessKey', { body })).status, 401)
    t.equal((await runCli(['revoke-leaked', '--yes'], { env, input: 'nothing has this\n' })).code, 4)
    t.equal((await runCli(['revoke-leaked'], { env, input: `${secret}\n` })).code, 2, 'a pipe needs --yes')
    const { code: refused } = await runCli(['revoke-leaked', '--yes', secret], { env, input: '' })
    t.equal(refused, 2, 'a secret is no argument')
  })
})
