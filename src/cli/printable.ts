// Control characters, and those that turn the direction of writing.
const unprintable = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** A text that a terminal shows and does not obey: names and descriptions are written by others. */
export function printable(text: string): string {
  return text.replaceAll(unprintable, escaped)
}

/** JSON that a terminal does not obey either. `JSON.stringify` escapes the older half of the control characters alone. */
export function printableJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replaceAll(unprintable, (found) =>
    found === '\n' ? found : escaped(found),
  )
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
