import { isIPv6 } from 'node:net'
import { isLoopback } from '../config.js'

/**
 * Makes a check of the `Host` header: internal operations answer to loopback names and the configured ones, since any other name may be
 * that of a stranger's page (DNS rebinding).
 * @param hosts names without a port, in any case
 */
export function internalHostCheck(hosts: readonly string[]): (host: string | undefined) => boolean {
  const allowed = new Set(hosts.map((host) => host.toLowerCase()))
  return (host) => {
    if (host === undefined) return false
    const name = nameOf(host.toLowerCase())
    return isLoopback(name) || allowed.has(name)
  }
}

/** The name or address of a `Host` header, without the port. Only an IPv6 address loses its brackets (RFC 3986, section 3.2.2). */
function nameOf(host: string): string {
  const name = host.replace(/:\d+$/, '')
  const [, address] = /^\[(.*)\]$/.exec(name) ?? []
  return address !== undefined && isIPv6(address) ? address : name
}
