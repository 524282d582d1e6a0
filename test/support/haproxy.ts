import { spawnSync } from 'node:child_process'
import type { Test } from 'tap'
import { freePort } from '../../scripts/test/free-port.js'
import { OwnProcess } from './process.js'

// Debian keeps it where the PATH of most users does not lead.
const command = ['haproxy', '/usr/sbin/haproxy'].find((path) => spawnSync(path, ['-v']).status === 0)

/** Why tests that run the proxy are skipped, or false where HAProxy is installed. */
export const noHaproxy = command === undefined && 'haproxy is not installed'

/** The proxy with the configuration that `compose.yaml` gives it, before two instances on this machine. */
export async function startHaproxy(t: Test, [one, two]: readonly [number, number]) {
  const listen = `127.0.0.1:${await freePort()}`
  const env = { PROXY_LISTEN: listen, SERVER_ONE: `127.0.0.1:${one}`, SERVER_TWO: `127.0.0.1:${two}` }
  const proxy = new OwnProcess(t, 'deploy/haproxy.cfg', [], env, [command ?? '', '-db', '-f'])
  return { proxy, baseUrl: `http://${listen}` }
}
