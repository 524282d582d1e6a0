import { Counter, type Registry } from 'prom-client'
import { type IdentityProviderOptions, providerDocuments } from '../domain/operators/identity-provider.js'

export interface IdentityProviderMetrics {
  /** Counts from zero, so that the first failure shows as a rise. Without an identity provider there is nothing to show. */
  watch(): void
  readonly requested: IdentityProviderOptions['onRequested']
}

/** The metrics of an identity provider. They have values where one is configured. */
export function identityProviderMetrics(registry: Registry): IdentityProviderMetrics {
  const requests = new Counter({
    name: 'tokenwright_identity_provider_requests_total',
    help: 'Requests for a document of the identity provider, by whether the answer was of use.',
    labelNames: ['document', 'outcome'],
    registers: [registry],
  })
  const count = (document: string, isOfUse: boolean, by = 1): void =>
    requests.inc({ document, outcome: isOfUse ? 'read' : 'failed' }, by)
  return {
    watch() {
      for (const document of providerDocuments) for (const isOfUse of [true, false]) count(document, isOfUse, 0)
    },
    requested: (document, isOfUse) => count(document, isOfUse),
  }
}
