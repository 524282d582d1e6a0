/* What operations have answered, and the calls that need it: "Try it out" works with what is prefilled. */

import { configuration } from './configuration.js'
import { findOperation } from './documents.js'
import { firstExample, form } from './first-example.js'
import { asText, parsed, valueAt } from './json.js'

/** A placeholder of an example: `{operationId#/pointer}`; `{operationId#}` is the whole body. */
const placeholder = /\{(\w+)#((?:\/[^{}"\s]*)?)\}/g
/** The same, as it stands in a URL. */
const encodedPlaceholder = /%7B(\w+)%23((?:(?!%7B|%7D)[^/?&])*)%7D/gi

/** The answers by path, the last one first. They are kept in memory only, since they carry tokens. */
const answers = new Map()
/** How many answers of a path are kept: enough to find the last success behind failures tried since. */
const keptAnswers = 20

function remember(path, text) {
  answers.set(path, [parsed(text), ...(answers.get(path) ?? [])].slice(0, keptAnswers))
}

/** The value in the last answer of a path that has one there: a failure tried in between does not hide it. */
function remembered(path, pointer) {
  for (const answer of answers.get(path) ?? []) {
    const value = valueAt(answer, pointer)
    if (value !== undefined) return value
  }
  return undefined
}

/**
 * The value that a placeholder stands for. Where nothing has been answered yet, the operation is called with its first example.
 * `callers` are the operations that wait for this value: one that waits for itself would never end.
 */
async function answeredValue(operationId, pointer, callers) {
  const found = await findOperation(operationId)
  const known = remembered(found.path, pointer)
  if (known !== undefined) return known
  if (!configuration.demo || callers.includes(operationId)) {
    throw new Error(`The example needs an answer of ${operationId}: execute that operation first.`)
  }
  const { url, ...request } = await filledIn(withoutDialog(firstExample(found)), [...callers, operationId])
  const response = await fetch(url, request)
  remember(found.path, await response.text())
  const value = remembered(found.path, pointer)
  if (value === undefined) {
    throw new Error(
      `The example needs an answer of ${operationId}, which was called for it and answered ${response.status} without that value.`,
    )
  }
  return value
}

/** The browser asks for a password, and the request waits, where an answer demands HTTP Basic and the browser may send credentials of its own. */
export function withoutDialog(request) {
  request.credentials = 'omit'
  return request
}

/** A text with every match of a placeholder replaced. One after the other: two of one operation share one answer. */
async function replaced(text, pattern, replacement) {
  let result = ''
  let end = 0
  for (const match of text.matchAll(pattern)) {
    result += text.slice(end, match.index) + (await replacement(match))
    end = match.index + match[0].length
  }
  return result + text.slice(end)
}

/** The request with the placeholders of its URL, its headers and its body replaced; everything else stays as it was typed. */
export async function filledIn(request, callers = []) {
  const inUrl = ([, operationId, pointer]) =>
    answeredValue(operationId, decodeURIComponent(pointer), callers).then((value) => encodeURIComponent(asText(value)))
  const inText = async ([, operationId, pointer]) => asText(await answeredValue(operationId, pointer, callers))

  request.url = await replaced(request.url, encodedPlaceholder, inUrl)
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    if (typeof value === 'string') request.headers[name] = await replaced(value, placeholder, inText)
  }
  if (typeof request.body !== 'string') return request
  if (request.headers?.['Content-Type'] === form) {
    request.body = await replaced(request.body, encodedPlaceholder, inUrl)
    return request
  }
  const isJson = parsed(request.body) !== request.body
  request.body = await replaced(request.body, placeholder, async (match) => {
    const text = await inText(match)
    // Inside the quotes of a JSON string.
    return isJson ? JSON.stringify(text).slice(1, -1) : text
  })
  return request
}

/** Keeps what Swagger UI shows as an answer. */
export function answersPlugin() {
  return {
    statePlugins: {
      spec: {
        wrapActions: {
          setResponse: (next) => (path, method, response) => {
            if (typeof response?.text === 'string') remember(path, response.text)
            return next(path, method, response)
          },
        },
      },
    },
  }
}
