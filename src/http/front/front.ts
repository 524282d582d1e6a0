import type { FastifyInstance } from 'fastify'
import type { Contract } from '../../contract/contract.js'
import type { Surface } from '../../contract/surface.js'
import type { ListedContract } from '../pages/catalogue.js'
import { sendPage } from '../pages/headers.js'
import { writtenForOrigin } from '../pages/origin.js'
import { type ExampleCall, exampleCall } from './example-call.js'
import { frontPage } from './page.js'

export interface FrontOptions {
  /** What this listener serves. */
  readonly listed: readonly ListedContract[]
  /** All contracts that are served, on any listener. */
  readonly contracts: readonly Contract[]
  readonly surface: Surface
  /** Whether the demo credentials work here. */
  readonly demo: boolean
}

/** Serves the front door at `/`. */
export function serveFront(app: FastifyInstance, { listed, contracts, surface, demo }: FrontOptions): void {
  const isServed = (url: string): boolean => app.hasRoute({ method: 'GET', url })
  // Written when the page is asked for: then every route is there.
  const pageFor = writtenForOrigin(
    (origin) =>
      frontPage({
        origin,
        demo,
        contracts: listed,
        calls: demo ? callsOf(listed, { origin, surface, contracts }) : new Map(),
        hasMetrics: isServed('/metrics'),
        hasConsole: isServed('/console'),
      }).text,
  )
  app.get('/', (request, reply) => sendPage(reply, pageFor(request)))
}

function callsOf(
  listed: readonly ListedContract[],
  site: Parameters<typeof exampleCall>[1],
): ReadonlyMap<string, ExampleCall> {
  return new Map(
    listed.flatMap(({ name, contract }) => {
      const call = exampleCall(contract, site)
      return call ? [[name, call] as const] : []
    }),
  )
}
