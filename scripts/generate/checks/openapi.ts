import { Validator } from '@seriousme/openapi-schema-validator'
import type { JsonObject } from '../../../src/contract/contract.js'
import { resolved } from '../../../src/contract/document.js'
import { type ContractWalk, keysOf } from './contract-walk.js'

/** The document is OpenAPI: with every reference replaced by its target, so that a target of another kind is found as well. */
export async function checkOpenApi(walk: ContractWalk): Promise<void> {
  const document = resolved(walk.document, '#') as JsonObject
  const { valid, errors } = await new Validator().validate(structuredClone(document))
  if (valid) return
  const found = Array.isArray(errors) ? errors : []
  if (found.length === 0) return walk.report([], `the document is no OpenAPI: ${String(errors)}`)
  // The first one: the others mostly say of the same value that it is no other alternative either.
  const {
    instancePath = '',
    message = '',
    params = {},
  } = found[0] as { instancePath?: string; message?: string; params?: object }
  walk.report(keysOf(instancePath), `the document is no OpenAPI here: ${message} ${JSON.stringify(params)}`)
}
