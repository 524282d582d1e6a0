import { isIPv4, isIPv6 } from 'node:net'

declare const brand: unique symbol

/** An address as limits count it. */
export type CountedAddress = string & { readonly [brand]: 'CountedAddress' }

/** Counts callers whose address is not known. */
export const unknownAddress = 'unknown' as CountedAddress

/**
 * The address under which a caller is counted. An IPv6 address counts by its /64, which is what one subscriber gets; an
 * IPv4-mapped one as the IPv4 address that it is. What is no address counts as one and the same, so that nobody escapes by it.
 */
export function countedAddress(address: string): CountedAddress {
  return spell(address) as CountedAddress
}

function spell(address: string): string {
  if (isIPv4(address)) return address
  // A link-local address may carry a zone.
  const [bare = ''] = address.split('%', 1)
  if (!isIPv6(bare)) return unknownAddress
  const groups = groupsOf(bare)
  const [high = 0, low = 0] = groups.slice(6)
  if (groups.slice(0, 6).join() === '0,0,0,0,0,65535') return [high >> 8, high & 255, low >> 8, low & 255].join('.')
  const network = groups.slice(0, 4).map((group) => group.toString(16))
  return `${network.join(':')}::/64`
}

/** The eight groups of an IPv6 address, in whatever way it is written. */
function groupsOf(address: string): number[] {
  // The URL parser knows all spellings and writes one of them.
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [left = [], right = []] = canonical
    .split('::')
    .map((part) => part.split(':').flatMap((group) => (group === '' ? [] : [Number.parseInt(group, 16)])))
  return [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right]
}
