import type { Contract } from './contract.js'
import { type Example, encodeExample, firstExample } from './examples.js'

/**
 * A `curl` line for each contract: the first documented success of its first operation. A placeholder in it becomes the line of the
 * operation that it names, so that each line works by itself.
 */
export function demoCalls(contracts: readonly Contract[], address: string, internalAddress: string): string[] {
  const firsts = contracts.map(firstExample)
  const byOperation = new Map(firsts.flatMap((first) => (first ? [[first.operation.operationId, first] as const] : [])))

  function line(example: Example): string {
    const { operation, params, query, headers, body } = example
    const base = operation.isInternal ? internalAddress : address
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
    const url = Object.keys(query).length > 0 ? `${base}${path}?${new URLSearchParams(query)}` : base + path
    return [
      `curl '${url}'`,
      ...(operation.method === (body === undefined ? 'GET' : 'POST') ? [] : [`-X ${operation.method}`]),
      ...Object.entries(headers).map(([name, value]) => `-H ${shellText(`${name}: ${value}`)}`),
      ...(operation.body && body !== undefined
        ? [`-H 'Content-Type: ${operation.body.mediaType}'`, `-d ${shellText(encodeExample(operation, body))}`]
        : []),
    ].join(' ')
  }

  /** A text for a shell; a placeholder is replaced by what a call answers. */
  function shellText(text: string): string {
    const placeholder = /\{(\w+)#\/([^}/"]+)\}/.exec(text)
    const needed = byOperation.get(placeholder?.[1] ?? '')
    if (!placeholder || !needed) return `'${text.replaceAll("'", "'\\''")}'`
    const key = placeholder[2]
    return `"${text.replace(placeholder[0], () => `$(${line(needed)} -s | sed 's/.*"${key}":"\\([^"]*\\)".*/\\1/')`)}"`
  }

  return firsts.flatMap((first) => (first ? [line(first)] : []))
}
