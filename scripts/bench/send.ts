import type { Request } from 'autocannon'

/** Sends one of the prepared requests. @param url of the server */
export function send(url: string, { method = 'GET', path = '/', headers = {}, body }: Request): Promise<Response> {
  const pairs = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)])
  return fetch(new URL(path, url), { method, headers: pairs, ...(typeof body === 'string' && { body }) })
}
