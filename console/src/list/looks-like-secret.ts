/** How secrets of this server, and JSON Web Tokens, begin. */
const prefixes = /^(tw[a-z]_|act_|api_|eyJ)/
/** Longer than every name of one word, e-mail address and id. */
const maxWordLength = 40

/** Whether a text may be a secret, which does not belong into a search field: what is searched for stands in the address. */
export function looksLikeSecret(text: string): boolean {
  const word = text.trim()
  if (prefixes.test(word)) return true
  return word.length > maxWordLength && !/[\s@]/.test(word)
}
