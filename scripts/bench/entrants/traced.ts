import type { Entrant } from '../entrant.js'
import { startOwnServer } from '../own-server.js'
import { startProduct } from '../product.js'
import { startedProduct } from './product.js'

const works = ['look-up', 'mint'] as const

/** The product with traces of a share of the requests, which it sends to a receiver on this machine. */
function traced(share: number): Entrant {
  return {
    name: `traced, ${share * 100} %`,
    works,
    start: async (field) => {
      const receiver = await startOwnServer(field.workbench, 'trace-receiver')
      const server = await startProduct(field.workbench, field.databaseUrl, {
        OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
        OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
        OTEL_TRACES_SAMPLER_ARG: String(share),
      })
      return startedProduct(server, field, works)
    },
  }
}

export const tracedSeldom = traced(0.01)
export const tracedAlways = traced(1)
