import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type RequestOptions, request } from 'node:https'
import { join } from 'node:path'
import type { Test } from 'tap'
import { testOn } from '../support/database.js'
import { demoEnvironment } from '../support/demo-environment.js'
import { makePair, noOpenssl } from '../support/openssl.js'
import { OwnProcess } from '../support/process.js'

function startServer(
  t: Test,
  { cert, key }: { cert: string; key: string },
  env: Readonly<Record<string, string>>,
): OwnProcess {
  return new OwnProcess(t, 'src/main.ts', [], { ...env, PORT: '0', TLS_CERT_FILE: cert, TLS_KEY_FILE: key })
}

function get(url: string, options: RequestOptions): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, options, (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => {
        body += chunk.toString()
      })
      response.on('end', () => resolve({ status: response.statusCode, body }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

testOn(
  'postgresql',
  'TLS_CERT_FILE and TLS_KEY_FILE serve HTTPS',
  async (t) => {
    const directory = t.testdir({})
    const { cert, key } = await makePair(directory, 'own')
    const server = startServer(t, { cert, key }, (await demoEnvironment(t)).env)
    const [, address = ''] = await server.waitFor(/listens on (\S+)/)
    t.match(address, /^https:/)
    const ca = await readFile(cert)
    const headers = { authorization: 'Bearer twg_GatewayAccount1DemoTokenIsActive2qte6G' }
    const answer = await get(`${address}/v1/api/auth`, { ca, headers, agent: false })
    t.match(answer, { status: 200, body: /^{"account_id":"GATEWAY_ACCOUNT_1",/ })
    const page = await get(`${address}/metrics`, { ca, agent: false })
    const [, ends] = /^tokenwright_certificate_expiry_timestamp_seconds (.+)$/m.exec(page.body) ?? []
    t.equal(Number(ends), Date.parse(new X509Certificate(ca).validTo) / 1_000)
    await t.rejects(fetch(address.replace('https', 'http')), 'and nothing else')
    server.child.kill('SIGINT')
    t.equal((await server.ended).code, 0)
  },
  noOpenssl,
)

testOn(
  'embedded',
  'a pair that cannot be used is one line that names the variable, and the start is refused',
  async (t) => {
    const directory = t.testdir({ 'no.pem': 'CANARY' })
    const { cert, key } = await makePair(directory, 'own')
    const other = await makePair(directory, 'other')
    const [missing, text] = [join(directory, 'missing'), join(directory, 'no.pem')]
    const refusals = [
      { cert: missing, key, line: `TLS_CERT_FILE: ${missing} cannot be read (ENOENT)` },
      { cert, key: missing, line: `TLS_KEY_FILE: ${missing} cannot be read (ENOENT)` },
      { cert, key: directory, line: `TLS_KEY_FILE: ${directory} cannot be read (EISDIR)` },
      { cert: text, key, line: `TLS_CERT_FILE: ${text} is not a certificate in PEM` },
      { cert, key: text, line: `TLS_KEY_FILE: ${text} is not an unencrypted private key in PEM` },
      {
        cert,
        key: other.key,
        line: `TLS_KEY_FILE: ${other.key} is not the key of the certificate in TLS_CERT_FILE, ${cert}`,
      },
    ]
    for (const { line, ...files } of refusals) {
      const ended = await startServer(t, files, { DATA_DIR: join(directory, 'data') }).ended
      t.strictSame(ended, { code: 1, output: `tokenwright cannot start: ${line}\n` })
    }
  },
  noOpenssl,
)
