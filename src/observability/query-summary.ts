const verb = /\b(select|insert|update|delete)\b/i
/** Functions stand behind `from` as well, never quoted: `from unnest(…)`. */
const target = /\b(?:(?:into|update)\s+(?:only\s+)?"?(\w+)|(?:from|join)\s+(?:only\s+)?(?:"(\w+)"|(\w+)\b(?!\s*\()))/gi
const maxWords = 4

/**
 * What a statement does, in a few words: its verb and the tables that it names, such as `SELECT gateway_tokens`, or its first word. There are
 * few of them, whatever is asked with (`db.query.summary` of OpenTelemetry's conventions for databases).
 */
export function summaryOf(text: string): string {
  const operation = verb.exec(text)?.[1]
  if (operation === undefined) return (/^\s*(\w+)/.exec(text)?.[1] ?? 'statement').toUpperCase()
  const tables = new Set([...text.matchAll(target)].map(([, changed, quoted, plain]) => changed ?? quoted ?? plain))
  return [operation.toUpperCase(), ...tables].slice(0, maxWords).join(' ')
}
