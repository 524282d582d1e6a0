import type { Example } from '../contract/examples.js'

/**
 * What stands in requests in place of the values of the demo data: credentials, ids, user names.
 * `null` says that the server has nothing of the kind, so that what needs it is skipped.
 */
export type OwnValues = Readonly<Record<string, string | null>>

/** An example cannot be sent, since the server has nothing in place of one of its values. */
export class NoOwnValue extends Error {
  override readonly name = 'NoOwnValue'
}

/** What stands ahead of a credential in `Authorization`. */
const scheme = /^(?:Bearer|Basic) /i

/**
 * The example with its values replaced, as a whole or as the credential behind a scheme (`Bearer VALUE`).
 * @throws {NoOwnValue}
 */
export function withOwnValues(example: Example, values: OwnValues): Example {
  const { params, query, headers, body } = example
  return {
    ...example,
    params: replaced(params, values),
    query: replaced(query, values),
    headers: replaced(headers, values),
    body: replaced(body, values),
  }
}

/** The texts of an example's request that a server may know by another value, with placeholders left out. */
export function demoValues({ params, query, headers, body }: Example): string[] {
  const found: string[] = []
  walk([params, query, headers, body], (text) => {
    const value = text.replace(scheme, '')
    if (value !== '' && !/\{\w+#/.test(value)) found.push(value)
    return text
  })
  return found
}

function replaced<T>(value: T, values: OwnValues): T {
  return walk(value, (text) => {
    const [prefix = ''] = scheme.exec(text) ?? []
    const demoValue = text.slice(prefix.length)
    if (!Object.hasOwn(values, demoValue)) return text
    const own = values[demoValue]
    if (typeof own !== 'string') throw new NoOwnValue(demoValue)
    return prefix + own
  }) as T
}

/** The value with each text in it replaced. */
function walk(value: unknown, replace: (text: string) => string): unknown {
  if (typeof value === 'string') return replace(value)
  if (Array.isArray(value)) return value.map((item) => walk(item, replace))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, replace)]))
}
