import type { Contract, OperationEntry } from './contract.js'
import { type Example, encodeExample, filledPath, firstExample } from './examples.js'
import { isForm } from './media-type.js'

/** `{operationId#/key}` in an example: what another operation answers there. */
const placeholder = /\{(\w+)#\/([^}/"]+)\}/g

/**
 * A `curl` line for each contract: the first documented success of its first operation. A placeholder in it becomes the line of the
 * operation that it names, so that each line works by itself.
 */
export function demoCalls(contracts: readonly Contract[], address: string, internalAddress: string): string[] {
  function line(example: Example): string {
    const { operation, params, query, headers, body } = example
    const base = operation.isInternal ? internalAddress : address
    const path = filledPath(operation.path, (name) => encoded(params[name] ?? ''))
    const pairs = Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    const options = [
      ...(operation.method === (body === undefined ? 'GET' : 'POST') ? [] : [`-X ${operation.method}`]),
      ...Object.entries(headers).map(([name, value]) => `-H ${shellText(`${name}: ${value}`)}`),
      ...(body === undefined ? [] : bodyOptions(operation, body)),
    ]
    return [`curl ${shellText(base + path + (pairs.length > 0 ? `?${pairs.join('&')}` : ''))}`, ...options].join(' ')
  }

  /** The fields of a form one by one, so that curl encodes them: what stands for a placeholder may have any character. */
  function bodyOptions(operation: OperationEntry, body: unknown): string[] {
    const mediaType = operation.body?.mediaType
    if (mediaType === undefined) return []
    if (isForm(mediaType)) {
      return Object.entries(body as object).map(([name, value]) => `--data-urlencode ${shellText(`${name}=${value}`)}`)
    }
    return [`-H 'Content-Type: ${mediaType}'`, `-d ${shellText(encodeExample(operation, body))}`]
  }

  /** A text for a shell, in which a placeholder is replaced by what a call answers. */
  function shellText(text: string): string {
    const parts: string[] = []
    let end = 0
    for (const { 0: match, 1: operationId = '', 2: key, index } of text.matchAll(placeholder)) {
      const needed = exampleOf(operationId)
      if (!needed) continue
      if (index > end) parts.push(quoted(text.slice(end, index)))
      parts.push(`"$(${line(needed)} -s | sed 's/.*"${key}":"\\([^"]*\\)".*/\\1/')"`)
      end = index + match.length
    }
    if (end < text.length || parts.length === 0) parts.push(quoted(text.slice(end)))
    return parts.join('')
  }

  function exampleOf(operationId: string): Example | undefined {
    const contract = contracts.find(({ operations }) => operationId in operations)
    return contract && firstExample(contract, operationId)
  }

  return contracts.flatMap((contract) => {
    const first = firstExample(contract)
    return first ? [line(first)] : []
  })
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** Percent-encoded, but for placeholders. */
function encoded(value: string): string {
  return encodeURIComponent(value).replaceAll(/%7B(\w+)%23%2F([\w-]+)%7D/g, '{$1#/$2}')
}
