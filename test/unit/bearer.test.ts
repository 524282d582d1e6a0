import { test } from 'tap'
import { bearerToken } from '../../src/contract/credentials.js'

test('the token of a bearer header is read, with the scheme in any case', async (t) => {
  for (const scheme of ['Bearer', 'bearer', 'BEARER', 'bEaReR'])
    t.equal(bearerToken(`${scheme} a.b-c_d~e+f/g==`), 'a.b-c_d~e+f/g==')
})

test('more than one space before the token and spaces after it do not matter', async (t) => {
  t.equal(bearerToken('Bearer   token'), 'token')
  t.equal(bearerToken('Bearer token  '), 'token')
})

test('what has another scheme or form has no token', async (t) => {
  for (const header of [
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Bearertoken',
    'Bearer\ttoken',
    ' Bearer token',
    'Basic dXNlcjpwYXNz',
    'Token token',
    'token',
    'Bearer one two',
    'Bearer one, Bearer two',
    'Bearer tok\u00e9n',
    'Bearer token\n',
    'Bearer tok\0en',
    'NotBearer token',
  ]) {
    t.equal(bearerToken(header), undefined, JSON.stringify(header))
  }
})

test('a header that came twice has no token', async (t) => {
  t.equal(bearerToken(['Bearer one', 'Bearer two']), undefined)
  t.equal(bearerToken(['Bearer one']), undefined)
})

test('a header of many spaces is judged at once', async (t) => {
  const started = performance.now()
  t.equal(bearerToken(`Bearer ${' '.repeat(16_000)}\u00e9`), undefined)
  t.equal(bearerToken(`Bearer x${' '.repeat(16_000)}x`), undefined)
  t.ok(performance.now() - started < 1_000)
})
