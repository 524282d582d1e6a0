import { test } from 'tap'
import { basicCredentials } from '../../src/contract/credentials.js'

const header = (text: string | Buffer): string => `Basic ${Buffer.from(text).toString('base64')}`

test('user name and password of a basic header are read as they were sent, the scheme in any case', async (t) => {
  for (const scheme of ['Basic', 'basic', 'BASIC', 'bAsIc'])
    t.strictSame(basicCredentials(`${scheme} dXNlcjpwYXNz`), { username: 'user', password: 'pass' })
  t.strictSame(basicCredentials('Basic   dXNlcjpwYXNz  '), { username: 'user', password: 'pass' })
  t.strictSame(basicCredentials(header('a b:c:d+/%20=ü')), { username: 'a b', password: 'c:d+/%20=ü' })
  t.strictSame(basicCredentials(header(':')), { username: '', password: '' })
})

test('what has another scheme or form, or a character that nothing stores, has no credentials', async (t) => {
  for (const value of [
    undefined,
    '',
    'Basic',
    'Basic ',
    'BasicdXNlcjpwYXNz',
    'Basic\tdXNlcjpwYXNz',
    'Bearer dXNlcjpwYXNz',
    'Basic dXNlcjpwYXNz, Basic dXNlcjpwYXNz',
    'Basic dXNlcjpwYXNz\n',
    'Basic user:pass',
    header('user'),
    header('us\0er:pass'),
    header('user:pa\0ss'),
    header(Buffer.from([0x75, 0x3a, 0xff])),
    ['Basic dXNlcjpwYXNz'],
  ]) {
    t.equal(basicCredentials(value), undefined, JSON.stringify(value))
  }
})
