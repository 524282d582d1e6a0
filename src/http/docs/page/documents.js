/* The contracts as the page shows them. */

import { configuration, contractAt } from './configuration.js'
import { firstKey, target } from './json.js'

/** The contracts by their URL, as far as they have been loaded. */
const documents = new Map()

/** Takes a document that Swagger UI has loaded, and gives it as the page shows it. */
export function shownDocument(url, text) {
  const document = asShown(url, JSON.parse(text))
  documents.set(url, document)
  return document
}

/** Loads the contracts that have not been shown yet. */
async function loadDocuments() {
  const missing = configuration.contracts.map(({ url }) => url).filter((url) => !documents.has(url))
  await Promise.all(
    missing.map(async (url) => {
      const response = await fetch(url)
      if (response.ok) shownDocument(url, await response.text())
    }),
  )
}

/** The operation of that id, in whichever contract. */
export async function findOperation(operationId) {
  await loadDocuments()
  for (const document of documents.values()) {
    for (const [path, item] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(item)) {
        if (operation?.operationId === operationId) return { document, path, method, operation }
      }
    }
  }
  throw new Error(`The example needs an answer of ${operationId}, which this server does not offer here.`)
}

/**
 * The contract as the page uses it: what an example needs of another operation is a placeholder in it, and the examples that the schema
 * refuses stand in the menu behind the others. The server is that of the page, whatever a proxy in between has the document say.
 */
function asShown(url, document) {
  const shown = structuredClone(document)
  shown.servers = shown.servers.map((server) => ({ ...server, url: pathOf(server) }))
  for (const example of requestExamples(shown)) showPlaceholders(example)
  for (const operation of operationsOf(shown)) {
    const first = operation['x-default-example']
    for (const content of Object.values(target(shown, operation.requestBody)?.content ?? {})) {
      const examples = { ...content.examples, ...content['x-invalid-examples'] }
      if (firstKey(examples))
        content.examples = first in examples ? { [first]: examples[first], ...examples } : examples
    }
  }
  for (const response of responsesOf(shown)) shorten(response, contractAt(url)?.name)
  return shown
}

function pathOf(server) {
  return new URL(server.url, window.location.href).pathname
}

function operationsOf({ paths }) {
  return Object.values(paths).flatMap((item) => Object.values(item).filter((operation) => operation?.operationId))
}

function responsesOf(document) {
  return [
    ...Object.values(document.components?.responses ?? {}),
    ...operationsOf(document).flatMap(({ responses }) => Object.values(responses)),
  ]
}

/** Leaves out the headers that every answer has, and puts the links into the text: Swagger UI gives them a column in every table. */
function shorten(response, name) {
  delete response.headers?.['X-Request-Id']
  delete response.headers?.['Cache-Control']
  const next = Object.values(response.links ?? {}).map(({ operationId, operationRef, description }) => {
    const [, other] = /([\w-]+)\.yaml#/.exec(operationRef ?? '') ?? []
    return `- [${description ?? operationId ?? other}](#/${operationId ? `${name}/${operationId}` : other})`
  })
  delete response.links
  if (next.length > 0) response.description = [response.description, 'Next:', next.join('\n')].join('\n\n')
}

/** Puts a placeholder into an example's value wherever a call needs what another operation answered (`x-chain`). */
function showPlaceholders(example) {
  for (const [pointer, source] of Object.entries(example?.['x-chain'] ?? {})) {
    const keys = ['value', ...pointer.split('/').slice(1)]
    const last = keys.pop()
    keys.reduce((at, key) => at[key], example)[last] = `{${source}}`
  }
}

/** All examples of the requests of a document, references left out. */
function requestExamples(document) {
  const ofParameters = (parameters) => (parameters ?? []).flatMap(({ examples }) => Object.values(examples ?? {}))
  const ofBody = (body) =>
    Object.values(body?.content ?? {}).flatMap((content) => [
      ...Object.values(content.examples ?? {}),
      ...Object.values(content['x-invalid-examples'] ?? {}),
    ])
  const operations = operationsOf(document)
  return [
    ...Object.values(document.components?.examples ?? {}),
    ...ofParameters(Object.values(document.components?.parameters ?? {})),
    ...[...Object.values(document.paths), ...operations].flatMap(({ parameters }) => ofParameters(parameters)),
    ...operations.flatMap(({ requestBody }) => ofBody(requestBody)),
  ]
}
