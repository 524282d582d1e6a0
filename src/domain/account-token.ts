import { type Random, randomBase62 } from './random.js'

/** Makes the `aToken` of an account: it names the account for ever, and nobody can guess it (214 bits). */
export function generateAccountToken(random: Random): string {
  return `act_${randomBase62(random, 36)}`
}
