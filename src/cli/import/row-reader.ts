/** Reads the bytes of a line: a value that is still to be checked, or what is wrong with the line. The problem never repeats a value. */
export type RowReader = (bytes: Buffer) => { readonly value: unknown } | { readonly problem: string }

export const notUtf8 = { problem: 'the line is not valid UTF-8' }
export const badCharacter = { problem: 'the line holds a character that is not allowed (NUL or half of a pair)' }
