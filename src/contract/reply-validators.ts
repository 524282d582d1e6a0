import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Contract, JsonObject, Pointer } from './contract.js'
import { resolved } from './document.js'

/** Validates the bodies of a contract's replies by a strict Ajv. Each schema is compiled when it is first needed. */
export class ReplyValidators {
  readonly ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true })
  readonly #validators = new Map<Pointer, ValidateFunction>()

  constructor(readonly contract: Contract) {
    addFormats.default(this.ajv)
  }

  /** @param at the content of a reply */
  of(at: Pointer): ValidateFunction {
    const known = this.#validators.get(at)
    if (known) return known
    const { schema } = resolved(this.contract.document, at) as { schema: JsonObject }
    const validator = this.ajv.compile(schema)
    this.#validators.set(at, validator)
    return validator
  }
}
