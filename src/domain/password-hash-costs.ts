/** The most memory that a verification may take, in KiB. */
const mostMemory = 256 * 1024
/** The most work: memory in KiB times passes over it. A few seconds of a core. */
const mostWork = 1024 * 1024

/**
 * Whether a password hash that was made elsewhere can be verified here: its parameters are valid, and a sign-in cannot be made to
 * take gigabytes or minutes. The contract's pattern has judged its form and the cost of bcrypt.
 */
export function hasAcceptableCosts(hash: string): boolean {
  const [, algorithm = ''] = hash.split('$')
  const number = (name: string): number => Number(new RegExp(`[$,]${name}=(\\d+)`).exec(hash)?.[1])
  if (algorithm === 'argon2id') {
    const [memory, passes, lanes] = [number('m'), number('t'), number('p')]
    // RFC 9106, section 3.1: at least 8 KiB for each lane.
    return passes >= 1 && lanes >= 1 && memory >= 8 * lanes && memory <= mostMemory && memory * passes <= mostWork
  }
  if (algorithm === 'scrypt') {
    const [logarithm, blockSize, lanes] = [number('ln'), number('r'), number('p')]
    // 128 · r · N bytes (RFC 7914, section 2, which also has N < 2^(128 · r / 8)).
    const memory = (blockSize * 2 ** logarithm) / 8
    const isValid = logarithm >= 1 && blockSize >= 1 && lanes >= 1 && logarithm < 16 * blockSize
    return isValid && memory <= mostMemory && memory * lanes <= mostWork
  }
  return true
}
