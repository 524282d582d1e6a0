import { timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { PasswordStore, PasswordVerifier } from './password-store.js'
import type { ShaCryptTask } from './sha-crypt-worker.js'

const defaultRounds = 5_000
/** The function raises fewer rounds to this, and so nobody writes them. */
const minRounds = 1_000
/** 0.3 s. */
const maxRounds = 100_000
/** Every round hashes the whole password, twice for most. A longer one, which is no password of a person, never matches. */
const maxPasswordBytes = 256

/** SHA-256-crypt and SHA-512-crypt, as in `/etc/shadow` and, behind `{CRYPT}`, in LDAP. */
export const shaCrypt: PasswordStore = { maxCosts: 'SHA-crypt: 100,000 rounds', verifierOf }

const form =
  /^(?:\{CRYPT\})?\$(?<id>[56])\$(?:rounds=(?<rounds>[1-9]\d{3,8})\$)?(?<salt>[./A-Za-z0-9]{0,16})\$(?<output>[./A-Za-z0-9]+)$/

function verifierOf(hash: string): PasswordVerifier | undefined {
  const { id, salt = '', output = '', ...given } = form.exec(hash)?.groups ?? {}
  if (id === undefined || output.length !== (id === '5' ? 43 : 86)) return undefined
  const rounds = given.rounds === undefined ? defaultRounds : Number(given.rounds)
  if (rounds < minRounds || rounds > maxRounds) return undefined
  const algorithm = id === '5' ? 'sha256' : 'sha512'
  return async (password) => {
    if (Buffer.byteLength(password) > maxPasswordBytes) return false
    const computed = await computeInThread({ algorithm, password, salt, rounds })
    return timingSafeEqual(Buffer.from(computed), Buffer.from(output))
  }
}

/** Threads that wait for work: as many as passwords were ever hashed at the same time. They let the process end. */
const idleWorkers: Worker[] = []

/** Rejects where the thread fails, which is then not used again. */
async function computeInThread(task: ShaCryptTask): Promise<string> {
  // 5,000 rounds take 20 ms, and a thread takes 90 ms to start.
  const worker = idleWorkers.pop() ?? startWorker()
  worker.ref()
  worker.postMessage(task)
  const [output] = (await once(worker, 'message')) as [string]
  worker.unref()
  idleWorkers.push(worker)
  return output
}

function startWorker(): Worker {
  return new Worker(new URL('./sha-crypt-worker.js', import.meta.url), { env: {}, execArgv: [] })
}
