import { isUtf8 } from 'node:buffer'
import { isText } from '../contract/body.js'

/** What HTTP Basic authentication presents, exactly as it was sent. */
export interface BasicCredentials {
  readonly username: string
  readonly password: string
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
