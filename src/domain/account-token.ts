import { generatePrefixedKey } from './prefixed-key.js'
import type { Random } from './random.js'
import type { Secret } from './secret.js'

/** Makes the `aToken` of an account: it names the account for ever, and nobody can guess it. */
export function generateAccountToken(random: Random): Secret {
  return generatePrefixedKey('act_', random)
}
