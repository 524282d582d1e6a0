/** A UUID as RFC 9562 writes it, in any case. */
export const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Reads an id. Ids are opaque to callers: what is not one of ours is simply unknown.
 * @returns the id in lower case, or `undefined`
 */
export function uuid<Id extends string = string>(text: string): Id | undefined {
  return uuidPattern.test(text) ? (text.toLowerCase() as Id) : undefined
}
