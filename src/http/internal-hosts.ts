import { isIP, isIPv6 } from 'node:net'
import { blockListOf, isAddressRange } from '../address-ranges.js'
import { isLoopback } from '../config.js'

/**
 * Makes a check of the `Host` header: internal operations answer to loopback names and the configured ones, since any other name may be
 * that of a stranger's page (DNS rebinding).
 * @param hosts names without a port, in any case; addresses; ranges of addresses
 */
export function internalHostCheck(hosts: readonly string[]): (host: string | undefined) => boolean {
  const names = new Set(hosts.map((host) => host.toLowerCase()))
  const addresses = blockListOf(hosts.filter(isAddressRange))
  return (host) => {
    if (host === undefined) return false
    const name = nameOf(host.toLowerCase())
    if (isLoopback(name) || names.has(name)) return true
    return isIP(name) !== 0 && addresses.check(name, isIPv6(name) ? 'ipv6' : 'ipv4')
  }
}

/** The name or address of a `Host` header, without the port. Only an IPv6 address loses its brackets (RFC 3986, section 3.2.2). */
function nameOf(host: string): string {
  const name = host.replace(/:\d+$/, '')
  const [, address] = /^\[(.*)\]$/.exec(name) ?? []
  return address !== undefined && isIPv6(address) ? address : name
}
