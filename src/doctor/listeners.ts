import { createServer } from 'node:net'
import type { Config, Listener } from '../config.js'
import { type Finding, ok, problem, warning } from './finding.js'

/** How long a server may take to say whether it is ready. */
const timeoutMs = 3_000

/** Checks whether the address of each listener is free, or served by a server that is ready. */
export async function checkListeners({ listener, internalListener, tls }: Config): Promise<Finding[]> {
  const listeners = [listener, ...(internalListener ? [internalListener] : [])]
  return Promise.all(listeners.map((one) => checkListener(one, tls !== undefined)))
}

async function checkListener({ host, port }: Listener, isTls: boolean): Promise<Finding> {
  const check = `listener ${host}:${port}`
  if (await isFree({ host, port })) return ok(check, 'free: no server runs here')
  // A certificate names the public host, so that it is not asked under this address.
  if (isTls) return ok(check, 'something listens here, with TLS')
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host
  const { status, problem: cause, detail, action } = await askReadiness(`http://${reachable}:${port}/readyz?for=writes`)
  if (status === 200) return ok(check, 'a server answers and is ready')
  if (status === 503) {
    const reason = cause ?? detail
    const message = `a server answers and is not ready${reason === undefined ? '' : ` (${reason})`}`
    return warning(check, message, action ?? 'look at its log: it waits for the database, or stops')
  }
  return problem(check, 'something else listens here', 'stop it, or set another port')
}

/** What a server of ours says of itself; the public listener tells no cause. */
interface ToldReadiness {
  readonly status?: number
  readonly problem?: string
  readonly detail?: string
  readonly action?: string
}

async function askReadiness(url: string): Promise<ToldReadiness> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) })
    const body = (await response.json().catch(() => ({}))) as Omit<ToldReadiness, 'status'>
    return { ...body, status: response.status }
  } catch {
    return {}
  }
}

function isFree({ host, port }: Listener): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}
