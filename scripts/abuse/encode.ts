import type { Contract, OperationEntry } from '../../src/contract/contract.js'
import { isObject } from '../../src/contract/document.js'
import { encodeExample, exampleCredential, examplesOf, filledPath } from '../../src/contract/examples.js'

/** Stands in every hostile value. No answer may show it. */
export const canary = 'CANARY'

/** What an operation is called with. */
export interface Parts {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer | undefined
}

/** An operation's valid request: credentials and parameters of the contract's examples. */
export function examplePartsOf(
  contract: Contract,
  operation: OperationEntry,
): Parts & { readonly example: Readonly<Record<string, unknown>> } {
  const examples = examplesOf(contract).examples.filter((example) => example.operation === operation)
  const valid = examples.find(({ body }) => isObject(body as never)) ?? examples[0]
  const path = filledPath(operation.path, (name) => encodeURIComponent(valid?.params[name] ?? 'x'))
  const example = isObject(valid?.body as never) ? (valid?.body as Record<string, unknown>) : {}
  return {
    path,
    headers: {
      ...exampleCredential(contract, operation),
      ...(operation.body && { 'Content-Type': operation.body.mediaType }),
    },
    body: operation.body ? encodeExample(operation, example) : undefined,
    example,
  }
}

/** A request as bytes. */
export function encode(
  { method }: OperationEntry,
  { path, headers, body }: Parts,
  extra: readonly string[] = [],
): Buffer {
  const length = body === undefined ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const head = [`${method} ${path} HTTP/1.1`, 'Host: localhost', ...forwarded(), ...lines, ...length, ...extra, '', '']
  return Buffer.concat([Buffer.from(head.join('\r\n'), 'latin1'), Buffer.from(body ?? '')])
}

let sent = 0

/** Each request comes from another address, so that no limit of an address hides what the server does with it. */
export function forwarded(): string[] {
  sent++
  return [`X-Forwarded-For: 10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.${sent & 255}`]
}
