/** A call as a person makes it. */
export interface CurlCall {
  readonly baseUrl: string
  readonly operation: { readonly method: string; readonly path: string; readonly body?: string }
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: object
}

/** A line for a shell (POSIX) that makes a call. */
export function curlLine({ baseUrl, operation, headers = {}, body }: CurlCall): string {
  const { method, path } = operation
  const options = [
    ...(method === (body ? 'POST' : 'GET') ? [] : [`-X ${method}`]),
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body
      ? [`-H ${quoted(`Content-Type: ${operation.body ?? 'application/json'}`)}`, `-d ${quoted(JSON.stringify(body))}`]
      : []),
  ]
  return [`curl ${quoted(baseUrl + path)}`, ...options].join(' \\\n  ')
}

/** A text as one word of a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
