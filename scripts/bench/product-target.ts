import type { Work } from './contestant.js'
import { expected } from './entrants/product.js'
import type { Fixture } from './fixture.js'
import type { Target } from './load.js'
import { requestsOf } from './requests.js'

/** One of the product's calls as something to put load on. */
export function productTarget(url: string, work: Exclude<Work, 'accounts'>, fixture: Fixture): Target {
  const [status, answer] = expected[work]
  return { url, requests: requestsOf(fixture, [])[work], status, answer }
}
