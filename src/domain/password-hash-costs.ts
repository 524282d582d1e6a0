/** What one sign-in may cost: memory, and memory times iterations, in KiB. */
const argon2 = { mostMemory: 2 ** 20, mostPasses: 4 * 2 ** 20, memoryPerLane: 8 }
/** In bytes. Lanes count too: they are computed one after the other. */
const mostScryptMemory = 128 * 2 ** 20

/**
 * Whether a password hash that was made elsewhere can be verified here: its parameters are valid, and a sign-in cannot be made to
 * take gigabytes or minutes. The contract's pattern has judged its form and the cost of bcrypt.
 */
export function hasAcceptableCosts(hash: string): boolean {
  const [, algorithm = ''] = hash.split('$')
  const number = (name: string): number => Number(new RegExp(`[$,]${name}=(\\d+)`).exec(hash)?.[1])
  if (algorithm === 'argon2id') {
    const [memory, iterations, lanes] = [number('m'), number('t'), number('p')]
    const isValid = iterations >= 1 && lanes >= 1 && memory >= argon2.memoryPerLane * lanes
    return isValid && memory <= argon2.mostMemory && memory * iterations <= argon2.mostPasses
  }
  if (algorithm === 'scrypt') {
    const [logarithm, blockSize, lanes] = [number('ln'), number('r'), number('p')]
    // RFC 7914, section 2: N is larger than 1 and less than 2^(128 * r / 8).
    const isValid = logarithm >= 1 && lanes >= 1 && logarithm < 16 * blockSize
    return isValid && 128 * 2 ** logarithm * blockSize * lanes <= mostScryptMemory
  }
  return true
}
