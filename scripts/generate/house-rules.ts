import type { Json, JsonObject } from '../../src/contract/contract.js'
import { isObject, valueAt } from '../../src/contract/document.js'
import type { ContractSource, Finding, Keys } from './contract-source.js'
import { methods } from './operation-table.js'

/** The statuses of protocol failures that every contract marks, besides the one for malformed input. */
const demandedProtocolStatuses = [405, 413, 415, 429, 500, 503]
const fixedLengthFormats = ['uuid', 'date-time', 'date']

/**
 * The house rules of `openapi/README.md` that a general linter does not know.
 * @returns every breach, with file and line
 */
export function checkHouseRules(sources: readonly ContractSource[]): Finding[] {
  const owners = new Map<string, string>()
  return sources.flatMap((source) => new RuleCheck(source, owners).run())
}

class RuleCheck {
  readonly #findings: Finding[] = []
  readonly #document: JsonObject

  constructor(
    readonly source: ContractSource,
    /** Which contract an operationId, or a method and path, belongs to. */
    readonly owners: Map<string, string>,
  ) {
    this.#document = source.document
  }

  run(): Finding[] {
    if (!String(this.#document.openapi).startsWith('3.1.')) this.#report(['openapi'], 'a contract is OpenAPI 3.1')
    if (!Number.isInteger(this.#document['x-body-limit'])) this.#report([], 'a contract has an x-body-limit, in bytes')
    for (const [path, item] of entriesOf(this.#document.paths)) {
      this.#checkPath(path)
      for (const method of methods) {
        const operation = isObject(item) ? item[method] : undefined
        if (isObject(operation)) this.#checkOperation(['paths', path, method], operation, method, path)
      }
    }
    const components = this.#document.components
    for (const [name, schema] of entriesOf(isObject(components) ? components.schemas : undefined)) {
      if (name === 'Error')
        this.#report(
          ['components', 'schemas', name],
          'a schema named Error hides the type of that name in clients; rename it',
        )
      this.#checkSchema(['components', 'schemas', name], schema, this.#inReplies().has(name))
    }
    this.#checkProtocolReplies()
    this.#checkNoRecursion()
    return this.#findings
  }

  #report(keys: Keys, message: string): void {
    this.#findings.push(this.source.finding(keys, message))
  }

  #own(key: string, keys: Keys): void {
    const owner = this.owners.get(key)
    if (owner !== undefined) this.#report(keys, `${key} is taken by ${owner}`)
    else this.owners.set(key, this.source.file)
  }

  #checkPath(path: string): void {
    for (const [, name = ''] of path.matchAll(/\{([^}]*)\}/g)) {
      if (!/^[a-z]([a-zA-Z0-9]*|[a-z0-9]*(_[a-z0-9]+)*)$/.test(name)) {
        this.#report(['paths', path], `the path parameter {${name}} is neither snake_case nor camelCase`)
      }
    }
  }

  #checkOperation(keys: Keys, operation: JsonObject, method: string, path: string): void {
    const { operationId, security, responses } = operation
    if (typeof operationId !== 'string' || !/^[a-z][A-Za-z0-9]*$/.test(operationId)) {
      this.#report(keys, 'an operation needs an operationId in camelCase')
    } else {
      this.#own(`operationId ${operationId}`, [...keys, 'operationId'])
    }
    this.#own(`${method.toUpperCase()} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`, keys)
    if (
      !Array.isArray(security) ||
      security.length > 1 ||
      security.some((item) => Object.keys(item as JsonObject).length !== 1)
    ) {
      this.#report(keys, 'security is either [] or one alternative with one scheme')
    }
    const isForOperators = Array.isArray(security) && security.some((item) => isObject(item) && 'operator_key' in item)
    if (isForOperators) this.#checkAuditAction(keys, operation, method)
    const body = this.#resolve(operation.requestBody)
    if (body) this.#checkContent([...keys, 'requestBody'], body, 'a request body')
    const parameters = Array.isArray(operation.parameters) ? operation.parameters : []
    for (const [index, reference] of parameters.entries()) {
      const parameter = this.#resolve(reference)
      if (parameter) this.#checkSchema([...keys, 'parameters', index, 'schema'], parameter.schema ?? null, false)
    }
    for (const [status, reference] of entriesOf(responses)) {
      const at = [...keys, 'responses', status]
      if (!/^[1-5]\d\d$/.test(status)) this.#report(at, `a reply has a status of three digits, not "${status}"`)
      const response = this.#resolve(reference)
      if (response) this.#checkReply(at, response, Number(status))
    }
  }

  /** What an operator changes is audited: an operation that may change something names its action, or says that it changes nothing. */
  #checkAuditAction(keys: Keys, operation: JsonObject, method: string): void {
    const action = operation['x-audit-action']
    if (method === 'get') {
      if (action !== undefined)
        this.#report([...keys, 'x-audit-action'], 'a GET changes nothing and has no x-audit-action')
      return
    }
    const { enum: actions } = valueAt(this.#document, '#/components/schemas/AuditAction') as { enum: readonly string[] }
    if (typeof action !== 'string' || ![...actions, 'none'].includes(action)) {
      this.#report(keys, 'x-audit-action is one of AuditAction, or none where the operation changes nothing')
    }
  }

  #checkReply(keys: Keys, response: JsonObject, status: number): void {
    const protocolStatus = response['x-protocol-status']
    if (protocolStatus !== undefined && protocolStatus !== status) {
      this.#report(keys, `this protocol failure has the status ${String(protocolStatus)}`)
    }
    if (!isObject(response.headers) || !('X-Request-Id' in response.headers)) {
      this.#report(keys, 'a reply declares the header X-Request-Id')
    }
    this.#checkReplyExamples(keys, response, status)
    this.#checkContent(keys, response, 'a reply')
    for (const [mediaType, content] of entriesOf(response.content)) {
      const schema = isObject(content) ? content.schema : undefined
      if (isJson(mediaType) && !(isObject(schema) && typeof schema.$ref === 'string')) {
        this.#report([...keys, 'content', mediaType], 'the schema of a reply is a $ref to a named schema')
      }
    }
  }

  /** Documentation, mocks and generated tests show a reply by its examples; without one they make up a wrong one. */
  #checkReplyExamples(keys: Keys, response: JsonObject, status: number): void {
    const contents = entriesOf(response.content)
    const names: Json = contents.length === 0 ? (response['x-answers'] ?? []) : []
    if (contents.length === 0 && !(Array.isArray(names) && names.length > 0)) {
      this.#report(keys, 'a reply without a body names the requests that it answers in x-answers')
    }
    for (const [mediaType, content] of contents) {
      const at = [...keys, 'content', mediaType]
      const examples = entriesOf(isObject(content) ? content.examples : undefined)
      if (examples.length === 0) this.#report(at, 'a reply has an example of its own')
      for (const [name, reference] of examples) {
        const value = this.#resolve(reference)?.value
        const told = isObject(value) && typeof value.status === 'number' ? value.status : status
        if (told !== status)
          this.#report(at, `the example ${name} of the status ${status} has the status ${told} in it`)
      }
    }
  }

  #checkContent(keys: Keys, owner: JsonObject, what: string): void {
    const count = entriesOf(owner.content).length
    if (count > 1) this.#report(keys, `${what} has one media type`)
  }

  #checkSchema(keys: Keys, schema: Json, inReply: boolean): void {
    if (!isObject(schema) || typeof schema.$ref === 'string') return
    const types = ([] as Json[]).concat(schema.type ?? [])
    for (const word of ['nullable', 'discriminator', 'example']) {
      if (word in schema) this.#report([...keys, word], `"${word}" is not part of the house subset of OpenAPI 3.1`)
    }
    if (Array.isArray(schema.enum) && schema.enum.includes(null)) {
      this.#report([...keys, 'enum'], "write null as type: [string, 'null'], not inside an enum")
    }
    const bounded =
      ['maxLength', 'enum', 'const'].some((word) => word in schema) ||
      fixedLengthFormats.includes(String(schema.format))
    if (types.includes('string') && !bounded) this.#report(keys, 'a string needs a maxLength, an enum or a const')
    if (types.includes('object') && inReply && !('additionalProperties' in schema)) {
      this.#report(keys, 'an object in a reply is closed: additionalProperties: false')
    }
    for (const word of ['oneOf', 'anyOf', 'allOf']) {
      if (word in schema && keys.length !== 3) this.#report([...keys, word], `a ${word} is a named schema of its own`)
      if (Array.isArray(schema[word])) {
        for (const [index, part] of (schema[word] as readonly Json[]).entries())
          this.#checkSchema([...keys, word, index], part, inReply)
      }
    }
    if (schema.items !== undefined) this.#checkSchema([...keys, 'items'], schema.items, inReply)
    for (const [name, property] of entriesOf(schema.properties)) {
      const at = [...keys, 'properties', name]
      if (isObject(property) && typeof property.$ref !== 'string') {
        if (typeof property.description !== 'string') this.#report(at, 'a property has a description')
        if (!Array.isArray(property.examples) && !('const' in property)) this.#report(at, 'a property has examples')
      }
      this.#checkSchema(at, property, inReply)
    }
  }

  #checkProtocolReplies(): void {
    const components = this.#document.components
    const responses = entriesOf(isObject(components) ? components.responses : undefined)
    const statuses = responses.flatMap(([, response]) =>
      isObject(response) && typeof response['x-protocol-status'] === 'number' ? [response['x-protocol-status']] : [],
    )
    for (const status of demandedProtocolStatuses) {
      if (!statuses.includes(status))
        this.#report(['components', 'responses'], `no reply is marked x-protocol-status: ${status}`)
    }
    if (!statuses.some((status) => status < 405)) {
      this.#report(['components', 'responses'], 'no reply is marked as the protocol failure for malformed input')
    }
    for (const [name, response] of responses) {
      const status = isObject(response) ? response['x-protocol-status'] : undefined
      if (isObject(response) && typeof status === 'number')
        this.#checkProtocolReply(['components', 'responses', name], response, status)
    }
    for (const status of new Set(statuses)) {
      if (statuses.filter((other) => other === status).length > 1) {
        this.#report(['components', 'responses'], `two replies are marked x-protocol-status: ${status}`)
      }
    }
  }

  /** The server answers a protocol failure with the example, so that there is exactly one; only what is malformed has several texts. */
  #checkProtocolReply(keys: Keys, response: JsonObject, status: number): void {
    this.#checkReplyExamples(keys, response, status)
    const examples = entriesOf(response.content).flatMap(([, content]) =>
      entriesOf(isObject(content) ? content.examples : undefined),
    )
    if (status >= 405 && examples.length > 1) this.#report(keys, 'a protocol failure has one example: its body')
    if (status === 405 && !(isObject(response.headers) && 'Allow' in response.headers)) {
      this.#report(keys, 'the reply 405 declares the header Allow')
    }
  }

  #checkNoRecursion(): void {
    const visit = (value: Json, keys: Keys, above: readonly string[]): void => {
      if (Array.isArray(value)) {
        for (const [index, item] of value.entries()) visit(item, [...keys, index], above)
        return
      }
      if (!isObject(value)) return
      const { $ref } = value
      if (typeof $ref === 'string') {
        if (!$ref.startsWith('#/')) return this.#report(keys, 'a contract stands alone: no references to other files')
        if (above.includes($ref)) return this.#report(keys, `${$ref} contains itself`)
        visit(valueAt(this.#document, $ref as `#${string}`), keys, [...above, $ref])
      }
      for (const [key, item] of Object.entries(value)) visit(item, [...keys, key], above)
    }
    visit(this.#document, [], [])
  }

  #resolve(value: Json | undefined): JsonObject | undefined {
    if (!isObject(value)) return undefined
    return typeof value.$ref === 'string' ? this.#resolve(valueAt(this.#document, value.$ref as `#${string}`)) : value
  }

  /** The names of the schemas that replies reach. */
  #inReplies(): Set<string> {
    const names = new Set<string>()
    const visit = (value: Json): void => {
      if (Array.isArray(value)) return value.forEach(visit)
      if (!isObject(value)) return
      if (typeof value.$ref === 'string') {
        const name = /^#\/components\/schemas\/(.+)$/.exec(value.$ref)?.[1]
        if (name !== undefined) {
          if (names.has(name)) return
          names.add(name)
        }
        visit(valueAt(this.#document, value.$ref as `#${string}`))
      }
      Object.values(value).forEach(visit)
    }
    for (const [, item] of entriesOf(this.#document.paths)) {
      for (const method of methods) {
        const operation = isObject(item) ? item[method] : undefined
        if (isObject(operation)) visit(operation.responses ?? null)
      }
    }
    return names
  }
}

function entriesOf(value: Json | undefined): [string, Json][] {
  return isObject(value) ? Object.entries(value) : []
}

function isJson(mediaType: string): boolean {
  return mediaType === 'application/json' || mediaType.endsWith('+json')
}
