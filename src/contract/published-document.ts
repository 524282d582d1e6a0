import type { Contract, Json, JsonObject } from './contract.js'
import { isObject, valueAt } from './document.js'
import { type Surface, servedDocument } from './surface.js'

/** The extensions that readers of a published document get to see, and what they mean. All others are between the contract and the server. */
const explainedExtensions: Readonly<Record<string, string>> = {
  'x-authorization-examples':
    'at an operation: the header `Authorization` by the name of an example; `null` for none. `{operationId#/pointer}` in it stands for a part of the last answer of that operation.',
  'x-chain':
    'at an example: by JSON pointer into its `value`, the part of the last answer of another operation (`operationId#/pointer`) that a call sends there.',
  'x-default-example': 'at an operation: the name of the example that is shown first.',
  'x-example':
    'at a security scheme: a credential that works on the demo data, written like `x-authorization-examples`.',
  'x-invalid-examples':
    'beside `examples`: requests that the schema refuses. The reply example of the same name is the answer.',
}

/** Keys whose values are data, in which nothing is an extension. */
const dataKeys: ReadonlySet<string> = new Set(['value', 'example', 'default', 'const', 'enum'])
/** Keys whose values are maps: the keys of these are names. */
const mapKeys: ReadonlySet<string> = new Set(['properties', 'headers', 'patternProperties', 'paths'])

const aboutPublished = '\n## About the published document\n'

/**
 * The document as a listener publishes it: its own operations, and of the components, the tags and the extensions those that they need.
 * @param origin of the listener, as the reader has called it; the base path of the contract belongs to the server's URL
 */
export function publishedDocument(contract: Contract, surface: Surface, origin: string): JsonObject {
  const { basePath = '' } = contract
  const served = withoutExtensions(servedDocument(contract, surface)) as JsonObject
  const paths = served.paths as JsonObject
  const { description: about = '', ...info } = served.info as JsonObject
  return {
    ...served,
    info: { ...info, description: withExplanations(String(about), served) },
    servers: [{ url: origin + basePath || '/', description: 'The server that serves this document' }],
    tags: usedTags(served),
    paths: Object.fromEntries(Object.entries(paths).map(([path, item]) => [path.slice(basePath.length), item])),
    components: usedComponents(served),
  }
}

function withoutExtensions(value: Json, isMap = false): Json {
  if (Array.isArray(value)) return value.map((item) => withoutExtensions(item as Json))
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([key]) => isMap || !key.startsWith('x-') || key in explainedExtensions)
  return Object.fromEntries(
    kept.map(([key, item]) => [
      key,
      !isMap && dataKeys.has(key) ? item : withoutExtensions(item, !isMap && mapKeys.has(key)),
    ]),
  )
}

/** Explains the extensions that occur, ahead of the section on the published document. */
function withExplanations(description: string, document: JsonObject): string {
  const text = JSON.stringify(document)
  const lines = Object.entries(explainedExtensions)
    .filter(([name]) => text.includes(`"${name}":`))
    .map(([name, meaning]) => `- \`${name}\`, ${meaning}`)
  if (lines.length === 0) return description
  const section = ['\n## Extensions of this document\n', ...lines, ''].join('\n')
  const at = description.indexOf(aboutPublished)
  return at < 0 ? description + section : description.slice(0, at) + section + description.slice(at)
}

function usedTags({ tags = [], paths }: JsonObject): Json {
  const operations = Object.values(paths as JsonObject).flatMap((item) => Object.values(item as JsonObject))
  const used = new Set(
    operations.flatMap((operation) => (isObject(operation) ? ((operation.tags as Json[]) ?? []) : [])),
  )
  return (tags as readonly JsonObject[]).filter(({ name = '' }) => used.has(name))
}

/** What operations refer to, directly or through other components, and all security schemes. */
function usedComponents(document: JsonObject): Json {
  const { securitySchemes, ...sections } = (document.components ?? {}) as Record<string, JsonObject>
  const used = new Set<string>()
  const visit = (value: Json): void => {
    for (const [reference] of JSON.stringify(value).matchAll(/(?<="\$ref":")#[^"]+/g)) {
      if (used.has(reference)) continue
      used.add(reference)
      visit(valueAt(document, reference as `#${string}`))
    }
  }
  visit(document.paths ?? {})
  const kept = Object.entries(sections).flatMap(([section, components]) => {
    const members = Object.entries(components).filter(([name]) => used.has(`#/components/${section}/${name}`))
    return members.length > 0 ? [[section, Object.fromEntries(members)] as const] : []
  })
  return { ...(securitySchemes && { securitySchemes }), ...Object.fromEntries(kept) }
}
