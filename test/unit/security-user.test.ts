import fc from 'fast-check'
import { test } from 'tap'
import { usernameKey } from '../../src/domain/security-users/security-user.js'

test('names that differ in case, or in how accents are encoded, are one name', async (t) => {
  t.equal(usernameKey('Ethan.Buckley@DataStoreLtd.BIZ'), 'ethan.buckley@datastoreltd.biz')
  t.equal(usernameKey('JOSÉ'), usernameKey('jose\u0301'))
  t.equal(usernameKey('ΟΔΟΣ'), usernameKey('οδος'))
  t.equal(usernameKey('\u212Aelvin'), usernameKey('kelvin'), 'the Kelvin sign is a K')
})

test('letters that are different stay different', async (t) => {
  t.not(usernameKey('İ'), usernameKey('i'))
  t.not(usernameKey('ı'), usernameKey('i'))
  t.not(usernameKey('straße'), usernameKey('strasse'))
  t.not(usernameKey('ﬁ'), usernameKey('fi'))
  t.not(usernameKey('а'), usernameKey('a'), 'Cyrillic and Latin')
  t.not(usernameKey(' ethan'), usernameKey('ethan'), 'nothing is trimmed')
  t.equal(usernameKey('İ'), 'i\u0307', 'the capital with a dot keeps its dot')
})

test('folding a folded name changes nothing, and neither does the encoding of what is folded', async (t) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
      const key = usernameKey(name)
      return usernameKey(key) === key && usernameKey(name.normalize('NFD')) === key
    }),
  )
  t.pass()
})
