/* The request that an operation's first example describes. */

import { firstKey, target } from './json.js'

export const form = 'application/x-www-form-urlencoded'

/** The request of an operation's first example. */
export function firstExample({ document, path, method, operation }) {
  const [mediaType, content] = Object.entries(target(document, operation.requestBody)?.content ?? {})[0] ?? []
  const authorizations = operation['x-authorization-examples'] ?? {}
  const name = firstKey(content?.examples) ?? firstKey(authorizations)

  let url = document.servers[0].url.replace(/\/$/, '') + path
  const query = new URLSearchParams()
  const headers = {}
  const shared = document.paths[path].parameters ?? []
  for (const reference of [...shared, ...(operation.parameters ?? [])]) {
    const parameter = target(document, reference)
    const value = target(document, parameter.examples?.[name])?.value ?? parameter.example
    if (value === undefined) continue
    if (parameter.in === 'path') url = url.replace(`{${parameter.name}}`, encodeURIComponent(value))
    if (parameter.in === 'query') query.set(parameter.name, value)
    if (parameter.in === 'header') headers[parameter.name] = value
  }

  Object.assign(headers, credentialOf(document, operation, authorizations, name))
  if (mediaType !== undefined) headers['Content-Type'] = mediaType
  const body = bodyOf(mediaType, target(document, content?.examples?.[name])?.value)
  return { url: query.size > 0 ? `${url}?${query}` : url, method: method.toUpperCase(), headers, body }
}

/** The header of the credential that the example presents. */
function credentialOf(document, operation, authorizations, name) {
  const scheme = firstKey(operation.security?.[0])
  const { type, name: header, 'x-example': example } = document.components?.securitySchemes?.[scheme] ?? {}
  const credential = Object.hasOwn(authorizations, name) ? authorizations[name] : example
  if (typeof credential === 'object') return credential
  return credential ? { [type === 'apiKey' ? header : 'Authorization']: credential } : {}
}

function bodyOf(mediaType, value) {
  if (value === undefined || typeof value === 'string') return value
  return mediaType === form ? new URLSearchParams(value).toString() : JSON.stringify(value)
}
