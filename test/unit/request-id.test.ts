import { test } from 'tap'
import { requestIdOf } from '../../src/http/request-id.js'

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/

function idFor(given: string | undefined): string {
  return requestIdOf({ headers: given === undefined ? {} : { 'x-request-id': given } })
}

test('a printable X-Request-Id of at most 128 characters is the id of the request', (t) => {
  for (const given of ['a', 'order 4711/retry~2', '0d5f3f38-6f0c-4b9e-8a5e-3d1f7a2b9c10', 'x'.repeat(128)]) {
    t.equal(idFor(given), given)
  }
  t.end()
})

test('without one, or with one that is empty, too long or not printable, the id is a new UUID', (t) => {
  for (const given of [undefined, '', 'x'.repeat(129), 'tab\t', 'é', 'new\nline', '\x7f']) {
    t.match(idFor(given), uuid, JSON.stringify(given))
  }
  t.not(idFor(undefined), idFor(undefined))
  t.end()
})
