import { operator } from '../../../generated/operator/contract.js'
import type { components } from '../../../generated/operator/types.js'
import type { JsonObject } from '../../contract/contract.js'
import { resolved } from '../../contract/document.js'

export type ImportedCredential = components['schemas']['ImportedCredential']
export type RowKind = ImportedCredential['type']

const schemaOf = (name: keyof components['schemas']): JsonObject =>
  resolved(operator.document, `#/components/schemas/${name}`) as JsonObject

/** The schema of each kind of row, as the contract has it. */
export const rowKinds: Readonly<Record<RowKind, JsonObject>> = {
  'broker-user': schemaOf('ImportedBrokerUser'),
  'access-key': schemaOf('ImportedAccessKey'),
  'security-user': schemaOf('ImportedSecurityUser'),
  'gateway-token': schemaOf('ImportedGatewayToken'),
}

export function isRowKind(text: unknown): text is RowKind {
  return typeof text === 'string' && Object.hasOwn(rowKinds, text)
}
