import type { Contract, JsonObject, OperationEntry } from '../../contract/contract.js'
import { valueAt } from '../../contract/document.js'
import { type Example, encodeExample, examplesOf, filledPath, firstExampleOf } from '../../contract/examples.js'
import { isForm } from '../../contract/media-type.js'
import { isServed, type Surface } from '../../contract/surface.js'

/** A placeholder of an example: `{operationId#/pointer}`; `{operationId#}` is the whole body. */
const placeholder = /\{(\w+)#((?:\/[^{}"\s]*)?)\}/g

export interface CollectionOptions {
  readonly surface: Surface
  /** Of the listener, as the reader has called it. */
  readonly origin: string
  /** All that the server speaks: an example may need an answer of another contract's operation. */
  readonly contracts: readonly Contract[]
}

/**
 * A contract's examples as a collection of Postman (format 2.1): each a request with the status that it is answered with. What other requests need
 * is called first and kept in variables; what changes something comes after what is refused, then what is in conflict with that, and deletions.
 */
export function postmanCollection(contract: Contract, { surface, origin, contracts }: CollectionOptions): object {
  const { title } = contract.document.info as JsonObject
  const operations = Object.values(contract.operations).filter((operation) => isServed(operation, surface))
  const examples = examplesOf(contract).examples
  const folder = (operation: OperationEntry, applies: (example: Example) => boolean = () => true) => ({
    name: summaryOf(contract, operation),
    item: examples.filter((one) => one.operation === operation && applies(one)).flatMap(itemsOf),
  })
  const changing = operations.filter(({ isSafe }) => !isSafe)
  const isDeletion = ({ method }: OperationEntry): boolean => method === 'DELETE'
  const isSuccess = ({ status }: Example): boolean => status < 400
  const isConflict = ({ status }: Example): boolean => status === 409
  const isRefusal = (example: Example): boolean => example.status >= 400 && !isConflict(example)
  const folders = [
    ...operations.filter(({ isSafe }) => isSafe).map((operation) => folder(operation)),
    ...changing.map((operation) => folder(operation, isRefusal)),
    ...changing.filter((operation) => !isDeletion(operation)).map((operation) => folder(operation, isSuccess)),
    ...changing.map((operation) => folder(operation, isConflict)),
    ...changing.filter(isDeletion).map((operation) => folder(operation, isSuccess)),
  ].filter(({ item }) => item.length > 0)
  const needed = neededOf(examples, contracts)
  const first = {
    name: 'First: values that other calls need',
    item: needed.map((one) => itemOf(one.example, one.pointers)),
  }
  return {
    info: { name: title, schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    // The paths of a contract begin with its base path.
    variable: [{ key: 'baseUrl', value: origin }],
    item: needed.length > 0 ? [first, ...folders] : folders,
  }
}

function summaryOf({ document }: Contract, { at, operationId }: OperationEntry): string {
  return String((valueAt(document, at) as JsonObject).summary ?? operationId)
}

interface NeededCall {
  readonly example: Example
  /** Into its answer, of each value that is needed. */
  readonly pointers: ReadonlySet<string>
}

interface Item {
  readonly name: string
  readonly request: object
  readonly protocolProfileBehavior: object
  /** The tests of its answer. */
  readonly event: readonly object[]
}

/** The calls whose answers the examples need. */
function neededOf(examples: readonly Example[], contracts: readonly Contract[]): NeededCall[] {
  const needed = new Map<string, Set<string>>()
  for (const [, operationId = '', pointer = ''] of JSON.stringify(examples.map(requestPart)).matchAll(placeholder)) {
    needed.set(operationId, (needed.get(operationId) ?? new Set()).add(pointer))
  }
  return [...needed].flatMap(([operationId, pointers]) => {
    const example = contracts.map((contract) => firstExampleOf(contract, operationId)).find((one) => one !== undefined)
    return example ? [{ example, pointers }] : []
  })
}

function requestPart({ params, query, headers, body }: Example): object {
  return { params, query, headers, body }
}

/** What is in conflict with an earlier call, such as a rotation that is under way, is sent twice: by then that call was made in any case. */
function itemsOf(example: Example): object[] {
  if (example.status !== 409) return [itemOf(example)]
  const { event: _, name, ...first } = itemOf(example)
  return [{ ...first, name: `${name}, made so` }, itemOf(example)]
}

/** @param pointers into the answer, of what is kept in variables */
function itemOf(example: Example, pointers: ReadonlySet<string> = new Set()): Item {
  const { operation, name, params, query, headers, body, status } = example
  const path = operation.path
    .slice(1)
    .split('/')
    .map((segment) => filledPath(segment, (key) => inUrl(params[key] ?? '')))
  const parameters = Object.entries(query).map(([key, value]) => ({ key, value: inUrl(value) }))
  const search = parameters.map(({ key, value }) => `${key}=${value}`).join('&')
  const kept = [...pointers].map((pointer) => {
    const keys = pointer.split('/').slice(1)
    const value =
      keys.length > 0
        ? `[${keys.map((key) => JSON.stringify(key)).join(', ')}].reduce((at, key) => at[key], pm.response.json())`
        : 'pm.response.text()'
    return `pm.collectionVariables.set(${JSON.stringify(variableOf(operation.operationId, pointer))}, ${value})`
  })
  return {
    name: `${operation.operationId}: ${name}`,
    request: {
      method: operation.method,
      url: {
        raw: `{{baseUrl}}/${path.join('/')}${search === '' ? '' : `?${search}`}`,
        host: ['{{baseUrl}}'],
        path,
        ...(parameters.length > 0 && { query: parameters }),
      },
      header: [
        ...Object.entries(headers).map(([key, value]) => ({ key, value: withVariables(value) })),
        ...(operation.body && body !== undefined ? [{ key: 'Content-Type', value: operation.body.mediaType }] : []),
      ],
      ...(operation.body && body !== undefined && { body: bodyOf(operation.body.mediaType, operation, body) }),
    },
    protocolProfileBehavior: { followRedirects: false },
    event: [
      {
        listen: 'test',
        script: {
          type: 'text/javascript',
          exec: [`pm.test('status ${status}', () => pm.response.to.have.status(${status}))`, ...kept],
        },
      },
    ],
  }
}

function bodyOf(mediaType: string, operation: OperationEntry, body: unknown): object {
  if (isForm(mediaType)) {
    const fields = Object.entries(body as Record<string, string>)
    return {
      mode: 'urlencoded',
      urlencoded: fields.map(([key, value]) => ({ key, value: withVariables(String(value)) })),
    }
  }
  return { mode: 'raw', raw: withVariables(encodeExample(operation, body)), options: { raw: { language: 'json' } } }
}

/** The variable that holds a value of an answer. */
function variableOf(operationId: string, pointer: string): string {
  return `${operationId}${pointer.replaceAll('/', '.')}`
}

function withVariables(text: string): string {
  return text.replaceAll(
    placeholder,
    (_, operationId: string, pointer: string) => `{{${variableOf(operationId, pointer)}}}`,
  )
}

/** A value in a URL, encoded but for variables. */
function inUrl(value: string): string {
  return value
    .split(/(\{\w+#[^}]*\})/)
    .map((part, at) => (at % 2 === 1 ? withVariables(part) : encodeURIComponent(part)))
    .join('')
}
