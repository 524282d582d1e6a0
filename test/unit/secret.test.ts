import { format, inspect } from 'node:util'
import { test } from 'tap'
import { hintOf, Secret } from '../../src/crypto/secret.js'

const value = 'twg_theSecretItself'
const secret = new Secret(value)

test('only reveal gives the secret away', async (t) => {
  t.equal(secret.reveal(), value)
})

test('a secret prints nothing of itself, however it is printed', async (t) => {
  for (const [how, text] of Object.entries({
    'a template string': `${secret}`,
    concatenation: `token: ${String(secret)}`,
    'an array': [secret].join(),
    JSON: JSON.stringify({ secret, list: [secret] }),
    'util.inspect': inspect(secret),
    'util.inspect of all': inspect({ secret }, { showHidden: true, depth: null, customInspect: true }),
    'util.inspect without its own function': inspect(
      { secret },
      { showHidden: true, depth: null, customInspect: false },
    ),
    'util.format': format('%s %o %O %j', secret, secret, secret, secret),
    'an error': inspect(new Error(`refused ${secret}`, { cause: secret })),
    "an error's properties": inspect(Object.assign(new Error('refused'), { secret })),
  })) {
    t.notOk(text.includes(value), how)
    t.notOk(text.includes('theSecret'), how)
  }
})

test('what is printed says that something is left out', async (t) => {
  t.equal(`${secret}`, '[secret]')
  t.equal(JSON.stringify(secret), '"[secret]"')
  t.equal(inspect(secret), '[secret]')
})

test('a copy of its properties holds nothing', async (t) => {
  t.strictSame(Object.getOwnPropertyNames(secret), [])
  t.strictSame(Object.getOwnPropertySymbols(secret), [])
  t.strictSame(structuredClone({ ...secret }), {})
})

test('a hint has the last four characters, and never half of one', async (t) => {
  t.equal(hintOf(new Secret('0123456789abcdef')), 'cdef')
  t.equal(hintOf(new Secret('aaaaaaaaaaaaa😀bcd')), '😀bcd')
  t.equal(hintOf(new Secret(`${'a'.repeat(12)}😀😁😂🤣`)), '😀😁😂🤣')
  t.equal(hintOf(new Secret('0123456789abcde')), '')
  t.equal(hintOf(new Secret('😀'.repeat(15))), '', 'characters are counted, not their halves')
})
