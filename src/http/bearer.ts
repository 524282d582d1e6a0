/**
 * The token of an `Authorization: Bearer` header (RFC 6750), the scheme in any case.
 * @returns `undefined` where there is no header or it has another scheme or form
 */
export function bearerToken(authorization: string | string[] | undefined): string | undefined {
  if (typeof authorization !== 'string') return undefined
  return /^bearer +([\x21-\x7e]+) *$/i.exec(authorization)?.[1]
}
