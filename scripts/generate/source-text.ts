import type { Contract, OperationEntry } from '../../src/contract/contract.js'
import { resolved } from '../../src/contract/document.js'

/** The first line of every generated module. */
export const banner = '// Written by "npm run generate" from openapi/. Do not edit.\n'

/** `gateway-tokens` as `GatewayTokens`. */
export function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

/** `gateway-tokens` as `gatewayTokens`. */
export function camelCase(name: string): string {
  const pascal = pascalCase(name)
  return pascal.charAt(0).toLowerCase() + pascal.slice(1)
}

export function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

/** A key of an object as source, in quotes where it needs them. */
export function propertyName(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : quote(name)
}

export function docComment(sentences: readonly string[], indent = ''): string {
  return `${indent}/** ${sentences.join(' ').replaceAll('*/', '* /').replaceAll(/\s+/g, ' ').trim()} */\n`
}

/** The summary of an operation, with its method and path, as the comment of a member. */
export function summaryComment({ document }: Contract, { at, operationId, method, path }: OperationEntry): string {
  const { summary } = resolved(document, at) as { summary?: string }
  return docComment([`${summary ?? operationId}: \`${method} ${path}\`.`], '  ')
}
