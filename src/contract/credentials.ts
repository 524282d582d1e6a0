import { isUtf8 } from 'node:buffer'
import type { IncomingHttpHeaders } from 'node:http'
import type { BasicCredentials } from '../../generated/runtime/operation.js'
import { isText } from './body.js'
import type { SecurityScheme } from './contract.js'

/** What a caller presents under one security scheme. */
export interface CredentialReader {
  /** Whether a request has a credential of the scheme at all, well-formed or not. */
  isPresented(headers: IncomingHttpHeaders): boolean
  /** @returns `undefined` where there is none, or it has another form */
  read(headers: IncomingHttpHeaders): unknown
}

/** Reads the credentials of a scheme from the headers of a request. */
export function credentialReader(scheme: Exclude<SecurityScheme, { kind: 'form' }>): CredentialReader {
  const { kind, header } = scheme
  const authorizationIs = (pattern: RegExp) => (headers: IncomingHttpHeaders) =>
    pattern.test(headers.authorization ?? '')
  switch (kind) {
    case 'bearer':
      return { isPresented: authorizationIs(/^bearer( |$)/i), read: (headers) => bearerToken(headers.authorization) }
    case 'basic':
      return {
        isPresented: authorizationIs(/^basic( |$)/i),
        read: (headers) => basicCredentials(headers.authorization),
      }
    case 'apiKey':
      return { isPresented: (headers) => header in headers, read: (headers) => apiKey(headers[header]) }
  }
}

/**
 * The token of an `Authorization: Bearer` header (RFC 6750), the scheme in any case.
 * @returns `undefined` where there is no header or it has another scheme or form
 */
export function bearerToken(authorization: string | string[] | undefined): string | undefined {
  if (typeof authorization !== 'string') return undefined
  return /^bearer +([\x21-\x7e]+) *$/i.exec(authorization)?.[1]
}

/**
 * The credentials of an `Authorization: Basic` header (RFC 7617), in UTF-8, the scheme in any case.
 * @returns `undefined` where there is no header, it has another scheme or form, or has a character that nothing stores
 */
export function basicCredentials(authorization: string | string[] | undefined): BasicCredentials | undefined {
  if (typeof authorization !== 'string') return undefined
  const encoded = /^basic +([a-z\d+/]+={0,2}) *$/i.exec(authorization)?.[1]
  if (encoded === undefined) return undefined
  const bytes = Buffer.from(encoded, 'base64')
  const text = bytes.toString('utf8')
  const colon = text.indexOf(':')
  if (colon === -1 || !isUtf8(bytes) || !isText(text)) return undefined
  return { username: text.slice(0, colon), password: text.slice(colon + 1) }
}

/** The key in a header of its own: visible ASCII, since a header has no other characters for certain. */
function apiKey(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && /^[\x21-\x7e]+$/.test(header) ? header : undefined
}
