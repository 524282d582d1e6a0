import fc from 'fast-check'
import { test } from 'tap'
import { systemRandom } from '../../src/crypto/random.js'
import { Secret } from '../../src/crypto/secret.js'
import { payFormat } from '../../src/domain/gateway-tokens/token-format.js'

const secret = new Secret('qwer9yuhgf')
const format = payFormat(systemRandom, secret)
/** The example of the gateway's own tests. */
const example = 'testbearertokenqgs2ot3itqer7ag9mvvbs8snqb5jfas3'

test("the checksum is that of the gateway's own example", async (t) => {
  t.ok(format.isToken(example))
  t.ok(format.isToken('twg_GatewayAccount1DemoTokenIsActive2qte6G'), 'a token of our own form stays valid')
})

test('a token has the prefix that its account type chooses, 26 random characters and the checksum', async (t) => {
  for (const [accountType, prefix] of [
    ['LIVE', 'api_live_'],
    ['TEST', 'api_test_'],
    [undefined, ''],
  ] as const) {
    const token = format.generate(accountType).reveal()
    t.match(token, new RegExp(`^${prefix}[0-9a-v]{58}$`))
    t.ok(format.isToken(token))
  }
})

test('a change of any character, another secret and another length are refused', async (t) => {
  const token = format.generate('LIVE').reveal()
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: token.length - 1 }),
      fc.string({ unit: 'binary', minLength: 0, maxLength: 2 }),
      (at, text) => {
        const changed = token.slice(0, at) + text + token.slice(at + 1)
        fc.pre(changed !== token)
        return !format.isToken(changed)
      },
    ),
    { numRuns: 2_000 },
  )
  t.notOk(payFormat(systemRandom, new Secret('another secret')).isToken(token))
  for (const text of ['', token.toUpperCase(), `${token}\n`, `x${token}`, 'api_live_', 'x'.repeat(40)]) {
    t.notOk(format.isToken(text), JSON.stringify(text))
  }
})
