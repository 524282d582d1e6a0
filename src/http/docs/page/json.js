/* Reading JSON. */

/** What `value` is, where it is a reference into its own document. */
export function target(document, value) {
  if (typeof value?.$ref !== 'string') return value
  return valueAt(document, decodeURIComponent(value.$ref.slice(1)))
}

/** What stands at a JSON pointer, or `undefined`. */
export function valueAt(root, pointer) {
  let value = root
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = value[key]
  }
  return value
}

/** A text as JSON, or as it is where it is none. */
export function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export function asText(value) {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

export function firstKey(object) {
  return Object.keys(object ?? {})[0]
}
