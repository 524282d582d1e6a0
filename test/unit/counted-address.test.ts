import { test } from 'tap'
import { countedAddress } from '../../src/domain/security-users/counted-address.js'

test('an IPv4 address counts as itself, also in an IPv6 one', async (t) => {
  for (const address of ['198.51.100.7', '::ffff:198.51.100.7', '::FFFF:c633:6407', '0:0:0:0:0:ffff:198.51.100.7']) {
    t.equal(countedAddress(address), '198.51.100.7', address)
  }
})

test('an IPv6 address counts by its /64, however it is written', async (t) => {
  for (const address of [
    '2001:db8:0:1::1',
    '2001:DB8::1:ffff:0:0:2',
    '2001:0db8:0000:0001:0:0:0:0',
    '2001:db8:0:1::%eth0',
  ]) {
    t.equal(countedAddress(address), '2001:db8:0:1::/64', address)
  }
  t.not(countedAddress('2001:db8:0:2::1'), countedAddress('2001:db8:0:1::1'))
  t.equal(countedAddress('::1'), '0:0:0:0::/64')
  t.equal(countedAddress('fe80::1%eth0'), 'fe80:0:0:0::/64')
})

test('what is no address counts as one', async (t) => {
  for (const text of ['', 'unknown', '198.51.100.7:8080', '_hidden', '300.1.1.1'])
    t.equal(countedAddress(text), 'unknown', text)
})
