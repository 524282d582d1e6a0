import { Readable, Writable } from 'node:stream'
import { runCommand } from '../../src/cli/run.js'
import { runCli } from '../support/cli.js'
import { testOn } from '../support/database.js'
import { oidcSettings } from '../support/identity-provider.js'
import { startOidcProvider } from '../support/oidc-provider.js'
import { startServer, TestClock } from '../support/server.js'

/** Follows redirects with cookies, as a browser does, and chooses a person on the sign-in page. */
async function browse(address: string, person: string): Promise<string> {
  const cookies = new Map<string, string>()
  let url = address
  for (let step = 0; step < 10; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const text = await response.text()
    const location = response.headers.get('location')
    if (location !== null) url = new URL(location, url).href
    else if (text.includes('Identity provider')) url = `${url}?as=${person}`
    else return text
  }
  throw new Error('there is no end of redirects')
}

testOn('embedded', 'tokenwright operator sign-in', async (t) => {
  const provider = await startOidcProvider(t)
  const { baseUrl } = await startServer(t, {
    clock: new (class extends TestClock {
      override readonly now = (): Date => new Date()
    })(''),
    oidc: { ...oidcSettings, issuer: provider.issuer },
  })
  await provider.start(`${baseUrl}/console`)
  const env = { TOKENWRIGHT_URL: baseUrl }

  /** Runs the command, and opens what it shows as a person would. */
  async function signIn(open: (address: string) => Promise<unknown>) {
    const shown = { stdout: '', stderr: '' }
    const opened: Promise<unknown>[] = []
    const sink = (name: 'stdout' | 'stderr') =>
      new Writable({
        write(chunk: Buffer, _encoding, done) {
          shown[name] += chunk.toString()
          const address = /^http\S+$/m.exec(name === 'stderr' ? chunk.toString() : '')?.[0]
          if (address !== undefined) opened.push(open(address))
          done()
        },
      })
    const streams = { stdin: Readable.from([]), stdout: sink('stdout'), stderr: sink('stderr') }
    const code = await runCommand(['operator', 'sign-in'], { env, ...streams })
    return { code, ...shown, pages: await Promise.all(opened) }
  }

  await t.test('prints an access token that other commands take as a key', async (t) => {
    const { code, stdout, pages } = await signIn((address) => browse(address, 'bob'))
    t.equal(code, 0)
    t.match(stdout, /^eyJ[\w.-]+\n$/)
    t.match(pages, [/You can close this page/])
    const whoami = await runCli(['operator', 'whoami'], { env: { ...env, OPERATOR_KEY: stdout.trim() } })
    t.match(whoami.stdout, /^name +Bob Auditor$/m)
    t.match(whoami.stdout, /^role +viewer$/m)
    t.match(whoami.stdout, /^signed in with +identity-provider$/m)
  })

  await t.test('says why there is none', async (t) => {
    const cancelled = await signIn((address) => browse(address, 'nobody'))
    t.equal(cancelled.code, 3)
    t.match(cancelled.stderr, /the sign-in failed/)
    t.equal(cancelled.stdout, '')
    const foreign = await signIn((address) =>
      fetch(`${new URL(address).searchParams.get('redirect_uri')}?code=x&state=of-somebody-else`),
    )
    t.equal(foreign.code, 3)
    const keysOnly = await startServer(t)
    const none = await runCli(['operator', 'sign-in'], { env: { TOKENWRIGHT_URL: keysOnly.baseUrl } })
    t.equal(none.code, 2)
    t.match(none.stderr, /this server has no identity provider/)
  })
})
