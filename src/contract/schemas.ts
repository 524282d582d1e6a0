import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fastJson from 'fast-json-stringify'
import { uuidPattern } from '../domain/uuid.js'
import type { JsonObject } from './contract.js'

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

/** Validators for one contract: JSON bodies are never coerced; what arrives as text (path, query, header, form) is. */
export class Schemas {
  readonly #strict = ajv({})
  readonly #coercing = ajv({ coerceTypes: true })

  /** For values that have types of their own. */
  strict(schema: object): ValidateFunction {
    return this.#strict.compile(schema)
  }

  /** For values that arrive as text. */
  coercing(schema: object): ValidateFunction {
    return this.#coercing.compile(schema)
  }
}

/** A function that writes a value as the schema says, and nothing that the schema does not name. */
export function serializer(schema: JsonObject): (value: unknown) => string {
  return fastJson.default(structuredClone(schema) as never) as (value: unknown) => string
}
