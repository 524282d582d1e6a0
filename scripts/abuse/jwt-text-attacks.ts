import { type AttackMaterial, encode, headerOf, type Named, partsOf } from './forged-token.js'

/** The same values in another text, under the signature of the genuine one. */
export function alteredTexts({ key, claims, genuine }: AttackMaterial): Named[] {
  const [header, payload, signature] = partsOf(genuine)
  const headerText = JSON.stringify(headerOf(key))
  const payloadText = JSON.stringify(claims)
  const texts: [string, string, string][] = [
    ['a BOM before the header', encode(`\uFEFF${headerText}`), payload],
    ['a BOM before the payload', header, encode(`\uFEFF${payloadText}`)],
    ['blanks in the header', encode(headerText.replaceAll(':', ': ')), payload],
    ['blanks in the payload', header, encode(payloadText.replaceAll(':', ': '))],
    ['a line feed after the payload', header, encode(`${payloadText}\n`)],
    ['the header in another order', encode(Object.fromEntries(Object.entries(headerOf(key)).reverse())), payload],
    ['the payload in another order', header, encode(Object.fromEntries(Object.entries(claims).reverse()))],
    ['a name twice in the header', encode(headerText.replace('{', '{"alg":"none",')), payload],
    ['a name twice in the payload', header, encode(payloadText.replace(/\}$/, `,"exp":${claims.exp + 60}}`))],
    ['an escape in the payload', header, encode(payloadText.replace('"exp"', '"\\u0065xp"'))],
    ['exp as 1e10', header, encode(payloadText.replace(`"exp":${claims.exp}`, '"exp":1e10'))],
    ['__proto__ in the payload', header, encode(payloadText.replace('{', '{"__proto__":{"admin":true},'))],
    ['a right-to-left mark', header, encode(payloadText.replace('{', '{"\u202e":1,'))],
    ['a nested token as the payload', header, encode(genuine)],
    ['the payload in UTF-16', header, Buffer.from(payloadText, 'utf16le').toString('base64url')],
    ['a comment in the header', encode(`/**/${headerText}`), payload],
  ]
  return texts.map(([what, newHeader, newPayload]) => [what, `${newHeader}.${newPayload}.${signature}`])
}

/** The genuine token in another spelling. */
export function alteredSpellings({ genuine, other }: AttackMaterial): Named[] {
  const [header, payload, signature] = partsOf(genuine)
  const flipped = (text: string, at: number): string => {
    const position = at < 0 ? text.length + at : at
    return `${text.slice(0, position)}${text[position] === 'A' ? 'B' : 'A'}${text.slice(position + 1)}`
  }
  const spareBits = (text: string): string => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    return text.slice(0, -1) + alphabet.charAt(alphabet.indexOf(text.slice(-1)) ^ 1)
  }
  const ofBase64 = (text: string): string => Buffer.from(text, 'base64url').toString('base64')
  return [
    ['padding behind the signature', `${header}.${payload}.${signature}=`],
    ['padding behind the header', `${header}=.${payload}.${signature}`],
    ['base64 instead of base64url', [header, payload, signature].map((part) => `${ofBase64(part)}=`).join('.')],
    ['other spare bits of the signature', `${header}.${payload}.${spareBits(signature)}`],
    ['other spare bits of the header', `${spareBits(header)}.${payload}.${signature}`],
    ['other spare bits of the payload', `${header}.${spareBits(payload)}.${signature}`],
    ['a blank within the token', `${header}. ${payload}.${signature}`],
    ['a percent escape', `${header}%2E${payload}%2E${signature}`],
    ['a comma', `${genuine},${genuine}`],
    ['four parts', `${genuine}.${signature}`],
    ['a dot behind it', `${genuine}.`],
    ['a dot before it', `.${genuine}`],
    ['five parts, as JWE has', `${header}..${payload}.${signature}.${signature}`],
    ['a header only', `${header}..`],
    ['the payload twice', `${header}.${payload}${payload}.${signature}`],
    ['a signature that is cut', genuine.slice(0, -1)],
    ['a signature that is cut by half', `${header}.${payload}.${signature.slice(0, signature.length / 2)}`],
    ['a signature that is longer', `${genuine}AAAA`],
    ['the signature twice', `${genuine}${signature}`],
    ['a signature that is reversed', `${header}.${payload}.${[...signature].reverse().join('')}`],
    ['a signature of zeros', `${header}.${payload}.${'A'.repeat(signature.length)}`],
    ['the first bit of the signature', `${header}.${payload}.${flipped(signature, 0)}`],
    ['the middle of the signature', `${header}.${payload}.${flipped(signature, signature.length >> 1)}`],
    ['the middle of the payload', `${header}.${flipped(payload, payload.length >> 1)}.${signature}`],
    ['the end of the header', `${flipped(header, -2)}.${payload}.${signature}`],
    ['in small letters', genuine.toLowerCase()],
    ['in quotes', `"${genuine}"`],
    ['two tokens, joined', `${genuine}${other}`],
    ['a token of 12 KB', `${header}.${payload}${'A'.repeat(12_000)}.${signature}`],
    ['a signature of 12 KB', `${genuine}${'A'.repeat(12_000)}`],
    ['a thousand dots', '.'.repeat(1_000)],
    ['other letters that look alike', genuine.replace(/e/, '\u0435')],
  ]
}
