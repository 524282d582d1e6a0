import { execFileSync } from 'node:child_process'
import { test } from 'tap'
import { curlLine } from '../../../console/src/next-steps/curl.js'
import {
  accessKeySteps,
  brokerUserSteps,
  gatewayTokenSteps,
  securityUserSteps,
} from '../../../console/src/next-steps/steps.js'

/** The words that a shell makes of a line, without its first one. */
function wordsOf(line: string): string[] {
  const script = line.replace(/^curl/, "printf '%s\\0'")
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)
}

test('a shell reads a line as it was meant, whatever characters the values have', async (t) => {
  const body = { secret: `it's "$HOME" \`id\` \\ !` }
  const line = curlLine({ baseUrl: 'https://tokens.example.org', operation: { method: 'POST', path: '/login' }, body })
  t.strictSame(wordsOf(line), [
    'https://tokens.example.org/login',
    '-H',
    'Content-Type: application/json',
    '-d',
    JSON.stringify(body),
  ])
})

test('a method that curl does not choose by itself is named', async (t) => {
  const operation = { method: 'PUT', path: '/x' }
  t.match(curlLine({ baseUrl: '', operation, body: {} }), /-X PUT/)
  t.match(curlLine({ baseUrl: '', operation: { ...operation, method: 'DELETE' } }), /-X DELETE/)
  t.notMatch(curlLine({ baseUrl: '', operation: { ...operation, method: 'GET' } }), /-X/)
})

test('each step is at the address of its API', async (t) => {
  const addressOf = (api: string) => `https://${api}`
  const steps = [
    ...brokerUserSteps(addressOf, { hash: 'h', secret: 's' }),
    ...accessKeySteps(addressOf, { accessKey: 'k', secret: 's' }),
    ...securityUserSteps(addressOf, { username: 'u', password: 'p' }),
    ...gatewayTokenSteps(addressOf, 't'),
  ]
  t.strictSame(
    steps.map(({ command }) => wordsOf(command)[0]),
    [
      'https://broker-token/api/token',
      'https://broker-accounts/api/ipn/account/tokens',
      'https://partner-login/login',
      'https://security-management/api/v2/auth/token',
      'https://gateway-tokens/v1/api/auth',
    ],
  )
})
