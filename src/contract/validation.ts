import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type {
  FastifyBodyParser,
  FastifySchema,
  FastifySchemaCompiler,
  onRequestHookHandler,
  preValidationHookHandler,
} from 'fastify'
import { uuidPattern } from '../uuid.js'
import { isText, readBody } from './body.js'
import type { Contract, JsonObject, OperationEntry, Parameter } from './contract.js'
import { child, isObject, resolved } from './document.js'
import { MalformedInput, PayloadTooLarge, UnsupportedMediaType } from './failure.js'
import { accepts, isForm, isText as isTextType } from './media-type.js'

const ajvOptions: Options = {
  strict: true,
  allErrors: true,
  allowUnionTypes: true,
  verbose: true,
  useDefaults: true,
  // Contracts are checked when code is generated of them; the schema of schemas takes longer to compile than all of theirs.
  validateSchema: false,
}

/** Compiles schemas for values that have types of their own (`coerceTypes: false`) or arrive as text (`coerceTypes: true`). */
export function schemaCompiler(options: {
  readonly coerceTypes: boolean
  readonly validateSchema?: boolean
}): (schema: object) => ValidateFunction {
  const ajv = new Ajv2020({ ...ajvOptions, ...options })
  addFormats.default(ajv)
  // The format of the package accepts `urn:uuid:` as well, which RFC 9562 calls a URN and PostgreSQL refuses.
  ajv.addFormat('uuid', uuidPattern)
  return (schema) => ajv.compile(schema)
}

/** The part of a route's options that has to do with its input. */
export interface InputOptions {
  readonly schema: FastifySchema
  readonly validatorCompiler: FastifySchemaCompiler<FastifySchema>
  readonly preValidation: preValidationHookHandler[]
}

/** Validates the requests of one contract. JSON bodies are validated as they are; parameters and forms arrive as text and are coerced. */
export class RequestValidation {
  readonly #contract: Contract
  readonly #compileStrict = schemaCompiler({ coerceTypes: false })
  readonly #compileCoercing = schemaCompiler({ coerceTypes: true })

  constructor(contract: Contract) {
    this.#contract = contract
  }

  /** The schemas of an operation's parameters and body, and how they are compiled. */
  inputOptions(operation: OperationEntry): InputOptions {
    const { body, parameters } = operation
    const { document, hasClosedParameters } = this.#contract
    const has = (part: Parameter['in']): boolean => parameters.some((parameter) => parameter.in === part)
    const isTextual = body !== undefined && isForm(body.mediaType)
    return {
      schema: {
        ...(has('path') && { params: this.#parameterSchema(operation, 'path') }),
        ...((has('query') || hasClosedParameters) && { querystring: this.#parameterSchema(operation, 'query') }),
        ...(has('header') && { headers: this.#parameterSchema(operation, 'header') }),
        ...(body && { body: resolved(document, child(body.at, 'schema')) }),
      },
      validatorCompiler: ({ schema, httpPart }) => {
        const validate =
          httpPart === 'body' && !isTextual
            ? validator(() => this.#compileStrict(schema))
            : finiteOnly(validator(() => this.#compileCoercing(schema)))
        return httpPart === 'body' && operation.isBodyOptional ? orAbsent(validate) : validate
      },
      preValidation: refuseUnreadableText(operation),
    }
  }

  /** The parameters of one kind as an object. */
  #parameterSchema({ parameters }: OperationEntry, part: Parameter['in']): JsonObject {
    const { document, hasClosedParameters } = this.#contract
    const members = parameters
      .filter((parameter) => parameter.in === part)
      .map(({ name, required, acceptsAnyText, at }) => ({
        // Node gives header names in lower case.
        name: part === 'header' ? name.toLowerCase() : name,
        required,
        schema: acceptsAnyText ? { type: 'string' } : ((resolved(document, at) as JsonObject).schema as JsonObject),
      }))
    return {
      type: 'object',
      properties: Object.fromEntries(members.map(({ name, schema }) => [name, schema])),
      required: members.filter(({ required }) => required).map(({ name }) => name),
      ...(part === 'query' && hasClosedParameters && { additionalProperties: false }),
    }
  }
}

type Validator = (input: unknown) => true | { readonly error: NonNullable<ValidateFunction['errors']> }

/** Compiles a schema when it is first needed. To compile all at the start took a quarter of it (npm run bench -- start). */
function validator(compile: () => ValidateFunction): Validator {
  let compiled: ValidateFunction | undefined
  return (input) => {
    compiled ??= compile()
    if (compiled(input)) return true
    const error = compiled.errors ?? []
    // They hold the input, which may be a secret, and would stay in memory until the next invalid one.
    compiled.errors = null
    return { error }
  }
}

/** Accepts an absent body, which reads as an empty object, whatever the schema requires of one. Defaults are set all the same. */
function orAbsent(validate: Validator): Validator {
  return (input) => {
    const isAbsent = isObject(input) && Object.keys(input).length === 0
    const result = validate(input)
    return isAbsent ? true : result
  }
}

/** Refuses a number that is too large for JavaScript, such as `1e400`: Ajv reads it as Infinity, which passes every `maximum`. */
function finiteOnly(validate: Validator): Validator {
  return (input) => {
    const result = validate(input)
    const infinite = Object.entries(input as object).filter(
      ([, value]) => typeof value === 'number' && !Number.isFinite(value),
    )
    if (infinite.length === 0) return result
    const errors = infinite.map(([name]) => ({
      keyword: 'type',
      instancePath: `/${name}`,
      schemaPath: '',
      params: { type: 'integer' },
    }))
    return { error: [...(result === true ? [] : result.error), ...errors] }
  }
}

/** Reads bodies in the media type that the operation declares, under each of its names; other types are answered 415. */
export const parseBody: FastifyBodyParser<Buffer> = (request, raw, done) => {
  const declared = request.operation?.body
  if (!declared) return done(null)
  try {
    if (!accepts(declared.mediaType, request.headers['content-type'])) throw new UnsupportedMediaType()
    done(null, readBody(raw, declared.mediaType))
  } catch (error) {
    done(error as Error)
  }
}

/** Prepares the body before it is read; a body that says it is too large is refused (413) before anything asks who calls. */
export function bodyHook({ body }: OperationEntry, maxBodyBytes: number): onRequestHookHandler {
  return (request, _reply, done) => {
    if (!body) {
      // An operation without a body ignores one, whatever its type and size: without these headers Fastify does not read it.
      for (const name of ['content-type', 'content-length', 'transfer-encoding']) delete request.headers[name]
      return done()
    }
    const length = request.headers['content-length']
    if (length !== undefined && Number(length) > maxBodyBytes) return done(new PayloadTooLarge())
    // An absent body is validated as an empty object, so that the answer names every missing field; as a text it is empty.
    request.body = isTextType(body.mediaType) ? '' : {}
    done()
  }
}

const sources = { path: 'params', query: 'query', header: 'headers' } as const

/** Refuses parameters with a NUL character or a lone surrogate, which PostgreSQL cannot hold. */
function refuseUnreadableText({ parameters }: OperationEntry): preValidationHookHandler[] {
  const texts = parameters
    .filter(({ acceptsAnyText }) => !acceptsAnyText)
    .map(({ name, in: part }) => ({ source: sources[part], name: part === 'header' ? name.toLowerCase() : name }))
  if (texts.length === 0) return []
  return [
    (request, _reply, done) => {
      for (const { source, name } of texts) {
        const value = (request[source] as Record<string, unknown>)[name]
        if (typeof value !== 'string' || isText(value)) continue
        return done(new MalformedInput('the request holds a character that is not allowed'))
      }
      done()
    },
  ]
}
