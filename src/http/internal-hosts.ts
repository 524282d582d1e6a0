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
    const name = host
      .toLowerCase()
      .replace(/:\d+$/, '')
      .replace(/^\[(.*)\]$/, '$1')
    return isLoopback(name) || allowed.has(name)
  }
}
