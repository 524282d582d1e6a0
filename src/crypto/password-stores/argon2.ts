import { verify } from '@node-rs/argon2'
import { type PasswordStore, type PasswordVerifier, unpaddedBase64 } from './password-store.js'

const limits = { memoryKib: 64 * 1024, memoryKibOfAllIterations: 192 * 1024, lanes: 4 }
const minMemoryKibPerLane = 8

/** The PHC string format, and Django's name before it. */
const form =
  /^(?:argon2)?(?<phc>\$argon2id?\$v=19\$m=(?<memory>\d{1,7}),t=(?<iterations>\d{1,2}),p=(?<lanes>\d{1,2})\$(?<salt>[^$]+)\$(?<output>[^$]+))$/

/** Argon2id and Argon2i (RFC 9106). */
export const argon2: PasswordStore = {
  maxCosts: 'Argon2: 64 MiB, 192 MiB over all iterations and 4 lanes',
  verifierOf,
}

function verifierOf(hash: string): PasswordVerifier | undefined {
  const { phc, memory, iterations, lanes, salt = '', output = '' } = form.exec(hash)?.groups ?? {}
  if (phc === undefined || !areAccepted(Number(memory), Number(iterations), Number(lanes))) return undefined
  if ((unpaddedBase64(salt)?.length ?? 0) < 8 || (unpaddedBase64(output)?.length ?? 0) < 12) return undefined
  return (password) => verify(phc, password)
}

function areAccepted(memory: number, iterations: number, lanes: number): boolean {
  if (iterations < 1 || lanes < 1 || memory < minMemoryKibPerLane * lanes) return false
  if (lanes > limits.lanes || memory > limits.memoryKib) return false
  return memory * iterations <= limits.memoryKibOfAllIterations
}
