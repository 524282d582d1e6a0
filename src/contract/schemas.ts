import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fastJson from 'fast-json-stringify'
import { uuidPattern } from '../uuid.js'
import type { JsonObject } from './contract.js'
import type { SchemaError } from './failure.js'
import { once } from './once.js'

const options: Options = {
  strict: true,
  allErrors: true,
  allowUnionTypes: true,
  verbose: true,
  useDefaults: false,
  // Contracts are judged when code is generated of them; the schema of schemas takes longer to compile than all of theirs.
  validateSchema: false,
}

function ajv(own: Options): Ajv2020 {
  const instance = new Ajv2020({ ...options, ...own })
  addFormats.default(instance)
  // The package's also takes `urn:uuid:`, which RFC 9562 names a URN and PostgreSQL refuses.
  instance.addFormat('uuid', uuidPattern)
  return instance
}

/** Says whether a value is valid, and leaves what is wrong with it in `errors`. */
export interface Validator {
  (value: unknown): boolean
  errors?: SchemaError[] | null
}

/**
 * Validators for one contract: JSON bodies are never coerced; what arrives as text (path, query, header, form) is. Each is compiled at its first
 * use: all of them together take longer than the rest of the start, and most operations are called seldom.
 */
export class Schemas {
  readonly #strict = once(() => ajv({}))
  readonly #coercing = once(() => ajv({ coerceTypes: true }))

  /** For values that have types of their own. */
  strict(schema: () => object): Validator {
    return compiledLater(() => this.#strict().compile(schema()))
  }

  /** For values that arrive as text. */
  coercing(schema: () => object): Validator {
    return compiledLater(() => this.#coercing().compile(schema()))
  }
}

function compiledLater(compile: () => ValidateFunction): Validator {
  const compiled = once(compile)
  const validator: Validator = (value) => {
    const validate = compiled()
    const isValid = validate(value)
    validator.errors = validate.errors ?? null
    return isValid
  }
  return validator
}

/** A function that writes a value as the schema says, and nothing that the schema does not name. It is made at its first use. */
export function serializer(schema: () => JsonObject): (value: unknown) => string {
  const write = once(() => fastJson.default(structuredClone(schema()) as never) as (value: unknown) => string)
  return (value) => write()(value)
}
