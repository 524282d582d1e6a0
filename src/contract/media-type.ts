const form = 'application/x-www-form-urlencoded'

/** The essence of a Content-Type, in lower case and without parameters. */
function essence(contentType: string): string {
  return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase()
}

/** True for JSON and every `+json` type. */
export function isJson(mediaType: string): boolean {
  const type = essence(mediaType)
  return type === 'application/json' || (type.startsWith('application/') && type.endsWith('+json'))
}

/** True for an HTML form in its URL encoding. */
export function isForm(mediaType: string): boolean {
  return essence(mediaType) === form
}

/** True for text of any kind. */
export function isText(mediaType: string): boolean {
  return essence(mediaType).startsWith('text/')
}

/**
 * Whether a body of `contentType` can be read where the contract declares `declared`. No Content-Type at all means the declared one.
 */
export function accepts(declared: string, contentType: string | undefined): boolean {
  if (contentType === undefined) return true
  if (isJson(declared)) return isJson(contentType)
  return essence(declared) === essence(contentType)
}
