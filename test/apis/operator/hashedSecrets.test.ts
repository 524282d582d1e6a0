import { type Test, test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { maxPasswordCosts } from '../../../src/crypto/password-verifier.js'
import { brokerCredentials } from '../../support/broker.js'
import { ContractCaller } from '../../support/contract-caller.js'
import { startOperatorServer } from '../../support/operator.js'
import { foreignHashes, foreignPassword } from '../../support/password-hashes.js'
import { testMasterKey } from '../../support/server.js'

const company = '29263739-2cf8-483d-af15-6151dc8448b4'
/** With its secret {@link foreignPassword}. */
const bcryptHash = foreignHashes.bcrypt[0].hash

const kinds = {
  'broker-user': {
    api: 'broker-token',
    operationId: 'createSecurityToken',
    table: 'broker_secrets',
    row: (name: string, secret: object) => ({ type: 'broker-user', name, hash: name, ...secret }),
    body: (hash: string, secret: string) => ({ hash, secret }),
    known: brokerCredentials.active,
  },
  'access-key': {
    api: 'partner-login',
    operationId: 'loginWithAccessKey',
    table: 'access_key_secrets',
    row: (name: string, secret: object) => ({
      ...{ type: 'access-key', name, accessKey: name, account: company, company },
      ...secret,
    }),
    body: (accessKey: string, secret: string) => ({ accessKey, secret }),
    known: {
      accessKey: '986d8167a9b9a15e37db4ab4ad50877b01347a94',
      secret: '79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq',
    },
  },
} as const

for (const [kind, { api, operationId, table, row, body, known }] of Object.entries(kinds)) {
  test(`secrets of which only a hash is known: ${kind}`, async (t) => {
    const masterKey = testMasterKey()
    const server = await startOperatorServer(t, { masterKey })
    const { asAdmin, db, services, restoreDemo, baseUrl } = server
    const caller = new ContractCaller(contracts[api], baseUrl)
    const signInWith = async (credentials: object, by = caller): Promise<boolean> => {
      const reply = await by.call(operationId, { body: credentials })
      return reply.status === 201 || 'token' in Object(reply.body)
    }
    const signIn = (name: string, secret: string, by = caller) => signInWith(body(name, secret), by)
    const take = async (...rows: object[]): Promise<string[]> => {
      const { body: report } = await asAdmin('importCredentials', { body: { rows } })
      return report.results.map(({ outcome, reason }: { outcome: string; reason: string | null }) => reason ?? outcome)
    }
    const hashedRows = () =>
      db.selectFrom(table).select(['digest', 'hash', 'hint']).where('hash', 'is not', null).execute()
    const hashes = (t: Test) => t.capture(services.passwords, 'verify', services.passwords.verify)
    t.beforeEach(async () => {
      await db.deleteFrom('broker_users').execute()
      await db.deleteFrom('access_keys').execute()
      await restoreDemo()
      // Until then it is remembered that there were hashes.
      await new Promise((resolve) => setTimeout(resolve, 1_000))
    })

    await t.test('hashes of every store work, and are replaced at the first use', async (t) => {
      const all = Object.values(foreignHashes).map(([first]) => first)
      t.strictSame(
        await take(...all.map(({ hash: secretHash }, index) => row(`partner ${index}`, { secretHash }))),
        all.map(() => 'created'),
      )
      t.equal((await hashedRows()).length, all.length)
      for (const [index, { writtenBy, password }] of all.entries()) {
        const name = `partner ${index}`
        t.notOk(await signIn(name, `${password}x`), `${writtenBy}: another secret`)
        t.ok(await signIn(name, password), writtenBy)
      }
      t.strictSame(await hashedRows(), [])
      const verified = hashes(t)
      for (const [index, { writtenBy, password }] of all.entries())
        t.ok(await signIn(`partner ${index}`, password), writtenBy)
      t.equal(verified().length, 0, 'the second use hashes nothing')
      const { length } = await db
        .selectFrom(table)
        .select('hint')
        .where('digest', '=', services.digest(foreignPassword))
        .execute()
      t.ok(length > 1, 'they are digests of the secrets')
    })

    await t.test('first uses at the same time all succeed, and it is counted until then', async (t) => {
      const count = () => (kind === 'broker-user' ? services.brokerUsers : services.accessKeys).countHashedSecrets()
      await take(row('partner', { secretHash: bcryptHash }))
      t.equal(await count(), 1)
      const outcomes = await Promise.all(Array.from({ length: 5 }, () => signIn('partner', foreignPassword)))
      t.strictSame(outcomes, Array(5).fill(true))
      t.strictSame(await hashedRows(), [])
      t.equal(await count(), 0)
    })

    await t.test('neither the hash nor its digest is a secret', async (t) => {
      await take(row('partner', { secretHash: bcryptHash }))
      const [stored] = await hashedRows()
      t.equal(stored?.hint, '')
      for (const text of [
        bcryptHash,
        ...(['hex', 'base64', 'latin1'] as const).map((encoding) => stored?.digest.toString(encoding)),
      ]) {
        t.notOk(await signIn('partner', text ?? ''), String(text))
      }
      t.equal((await hashedRows()).length, 1)
    })

    await t.test('whoever may not sign in does not, with the right secret either', async (t) => {
      const off = kind === 'broker-user' ? { active: false } : { state: 'pending' }
      t.strictSame(await take(row('partner', { secretHash: bcryptHash, ...off })), ['created'])
      t.notOk(await signIn('partner', foreignPassword))
      t.equal((await hashedRows()).length, 1)
    })

    await t.test('an expired or replaced one is refused', async (t) => {
      await take(row('partner', { secretHash: bcryptHash }))
      await db
        .updateTable(table)
        .set({ expires_at: new Date('2026-01-15T10:00:00Z') })
        .where('hash', 'is not', null)
        .execute()
      t.notOk(await signIn('partner', foreignPassword))
    })

    await t.test(
      'while hashes are stored every refusal takes as long, and nothing is hashed for others who succeed',
      async (t) => {
        const refusalMs = async (name: string) => {
          const startedAtMs = performance.now()
          t.notOk(await signIn(name, 'wrong'), name)
          return performance.now() - startedAtMs
        }
        const before = hashes(t)
        await refusalMs('unknown')
        t.equal(before().length, 0, 'without hashes nothing is hashed')
        await new Promise((resolve) => setTimeout(resolve, 1_000))
        await take(
          row('hashed', { secretHash: bcryptHash }),
          row('digested', { secret: 'a secret of a partner' }),
          row('off', {
            secretHash: foreignHashes.scrypt[0].hash,
            ...(kind === 'broker-user' ? { active: false } : { state: 'revoked' }),
          }),
        )
        const verified = hashes(t)
        for (const name of ['hashed', 'digested', 'off', 'unknown']) {
          // Timers may fire up to a millisecond early.
          t.ok((await refusalMs(name)) >= 499, name)
          t.equal(verified().length, 1, `${name}: one hash`)
        }
        t.ok(await signIn('digested', 'a secret of a partner'))
        t.ok(await signInWith(known))
        t.equal(verified().length, 0)
      },
    )

    await t.test(
      'a repeated import knows it again, before and after its first use, and another hash is refused',
      async (t) => {
        const partner = row('partner', { secretHash: bcryptHash })
        const other = row('partner', { secretHash: foreignHashes.scrypt[0].hash })
        const refused =
          kind === 'broker-user' ? 'another broker user has this hash' : 'this access key exists with another secret'
        t.strictSame(await take(partner), ['created'])
        t.strictSame(await take(partner, other, row('partner', { secret: foreignPassword })), [
          'existing',
          refused,
          refused,
        ])
        await signIn('partner', foreignPassword)
        t.strictSame(await take(partner, other, row('partner', { secret: foreignPassword })), [
          'existing',
          refused,
          'existing',
        ])
        t.strictSame(await hashedRows(), [])
      },
    )

    await t.test('a row that can never work is refused', async (t) => {
      const costs = `the secretHash is malformed, or its costs are not valid or too high for a sign-in (at most ${maxPasswordCosts})`
      t.strictSame(await take(row('partner', {}), row('partner', { secretHash: bcryptHash.replace('$04$', '$13$') })), [
        'a secret or a secretHash is needed',
        costs,
      ])
      for (const wrong of [
        { secret: 'x', secretHash: bcryptHash },
        { secretHash: '5f4dcc3b5aa765d61d8327deb882cf99' },
      ]) {
        t.equal((await asAdmin('importCredentials', { body: { rows: [row('partner', wrong)] } })).status, 400)
      }
    })

    await t.test('it works while the master key rotates, and depends on none', async (t) => {
      await take(row('partner', { secretHash: bcryptHash }))
      const next = await startOperatorServer(t, {
        db,
        keepsRows: true,
        masterKey: testMasterKey(),
        previousMasterKey: masterKey,
      })
      const usage = await next.services.masterKeys.usage()
      const digested = await db.selectFrom(table).select('digest').where('hash', 'is', null).execute()
      t.ok(usage[kind === 'broker-user' ? 'brokerSecrets' : 'accessKeySecrets'] <= digested.length)
      t.ok(await signIn('partner', foreignPassword, new ContractCaller(contracts[api], next.baseUrl)))
      t.strictSame(await hashedRows(), [])
      const { digest } = next.services
      const own = await db.selectFrom(table).select('hint').where('digest', '=', digest(foreignPassword)).execute()
      t.equal(own.length, 1, 'its digest is under the current key')
    })
  })
}
