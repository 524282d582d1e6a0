import { isAddressRange } from './address-ranges.js'
import { readBcryptSalt } from './crypto/bcrypt-salt.js'
import { isMasterKey } from './crypto/master-key.js'
import { Secret } from './crypto/secret.js'
import { InvalidDatabaseUrl, parseDatabaseUrl, parseStandbyUrl } from './database/database-url.js'
import type { Role, RoleMapping } from './domain/operators/operator.js'
import { isOutgoingUrl } from './outgoing-requests.js'

/** The text of a variable is refused. Each problem continues a line that begins with the name of the variable, and shows no secret. */
export class InvalidValue extends Error {
  override readonly name = 'InvalidValue'
  readonly problems: readonly string[]

  constructor(...problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

/** How the text of a variable is read. */
export interface VariableType<Value> {
  /** For the documentation. */
  readonly label: string
  /** @throws {InvalidValue} */
  readonly parse: (text: string) => Value
}

export const text: VariableType<string> = { label: 'text', parse: (text) => text }

export const port: VariableType<number> = {
  label: 'port',
  parse: (text) => integer(text, 0, 65_535) ?? refuse(`is "${text}"; set it to a port from 0 to 65535`),
}

export const flag: VariableType<boolean> = {
  label: '`1` or `0`',
  parse(text) {
    const value = text.toLowerCase()
    if (value === '1' || value === 'true') return true
    if (value === '0' || value === 'false') return false
    return refuse(`is "${text}"; set it to 1 or 0`)
  },
}

export const list: VariableType<readonly string[]> = {
  label: 'list, separated by commas',
  parse: (text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
}

export const addressRanges: VariableType<readonly string[]> = {
  label: 'list of addresses or ranges, separated by commas',
  parse(text) {
    const ranges = list.parse(text)
    const problems = ranges
      .filter((range) => !isAddressRange(range))
      .map((range) => `has "${range}"; list addresses such as 10.0.0.1 or 10.0.0.0/8`)
    return problems.length === 0 ? ranges : refuse(...problems)
  },
}

export const hosts: VariableType<readonly string[]> = {
  label: 'list of names, addresses or ranges, separated by commas',
  parse(text) {
    const hosts = list.parse(text)
    const problems = hosts
      .filter((host) => /[/:]/.test(host) && !isAddressRange(host))
      .map(
        (host) => `has "${host}"; list names without a port, addresses such as 10.0.0.1, or ranges such as 10.0.0.0/8`,
      )
    return problems.length === 0 ? hosts : refuse(...problems)
  },
}

export const basePaths: VariableType<ReadonlyMap<string, string>> = {
  label: 'list of `name=/path`, separated by commas',
  parse(text) {
    const items = list.parse(text)
    const problems = items
      .filter((item) => !/^[a-z-]+=(\/[A-Za-z0-9._~-]+)+$/.test(item))
      .map((item) => `has "${item}"; list APIs and their paths, such as partner-login=/partners-int`)
    if (problems.length > 0) refuse(...problems)
    return new Map(items.map((item) => item.split('=') as [string, string]))
  },
}

/** Which values of a claim give which role of operators. */
export const oidcRoles: VariableType<readonly RoleMapping[]> = {
  label: 'list of `role=value`, separated by commas',
  parse(text) {
    const items = list.parse(text)
    const mappings = items.map((item) => /^(admin|viewer)=(.+)$/.exec(item))
    const problems = items
      .filter((_, index) => mappings[index] === null)
      .map((item) => `has "${item}"; list the roles admin and viewer with a value each, such as admin=token-admins`)
    if (items.length === 0) refuse('is empty; list roles with a value each, such as admin=token-admins')
    if (problems.length > 0) refuse(...problems)
    return mappings.flatMap((found) => (found ? [{ role: found[1] as Role, value: found[2] ?? '' }] : []))
  },
}

/** The issuer of an identity provider, exactly as its tokens have it. What goes to other machines is encrypted. */
export const issuerUrl: VariableType<string> = {
  label: 'URL',
  parse: (text) =>
    text.length <= 255 && isOutgoingUrl(text) && !/[?#]/.test(text)
      ? text
      : refuse(
          'is not an issuer; write its URL of https (on loopback http will do) without query, as its tokens name it',
        ),
}

export const shortText: VariableType<string> = {
  label: 'text of at most 255 characters',
  parse: (text) => (text.length <= 255 ? text : refuse('is longer than 255 characters')),
}

export const scopes: VariableType<string> = {
  label: 'list, separated by spaces, with `openid`',
  parse: (text) =>
    text.length <= 1024 && text.split(' ').includes('openid') && /^[\x21\x23-\x5b\x5d-\x7e ]+$/.test(text)
      ? text
      : refuse('is not a list of scopes; separate them by spaces, with openid among them'),
}

export const auditDays: VariableType<number> = {
  label: 'days, 30 to 3660',
  parse: (text) => integer(text, 30, 3_660) ?? refuse(`is "${text}"; set it to a number of days from 30 to 3660`),
}

export const poolSize: VariableType<number> = {
  label: 'number, 1 to 200',
  parse: (text) => integer(text, 1, 200) ?? refuse(`is "${text}"; set it to a number of connections from 1 to 200`),
}

export const workerCount: VariableType<number | 'auto'> = {
  label: 'number, 1 to 64, or `auto`',
  parse: (text) =>
    text === 'auto'
      ? text
      : (integer(text, 1, 64) ?? refuse(`is "${text}"; set it to a number of processes from 1 to 64, or to auto`)),
}

export const timeoutMs: VariableType<number> = {
  label: 'milliseconds, 100 to 600000',
  parse: (text) =>
    integer(text, 100, 600_000) ?? refuse(`is "${text}"; set it to a number of milliseconds from 100 to 600000`),
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

export const logLevel = oneOf(...logLevels)

export const postgresUrl = databaseUrl(parseDatabaseUrl)
export const standbyUrl = databaseUrl(parseStandbyUrl)

function databaseUrl(parse: (text: string) => unknown): VariableType<Secret> {
  return {
    label: 'URL',
    parse(text) {
      try {
        parse(text)
      } catch (error) {
        if (error instanceof InvalidDatabaseUrl) refuse(error.message)
        throw error
      }
      return new Secret(text)
    },
  }
}

export const masterKey = secret('64 hex digits', isMasterKey, '64 hex digits; make one with: openssl rand -hex 32')
export const bcryptSalt = secret(
  'salt of bcrypt',
  (text) => readBcryptSalt(text) !== undefined,
  'a salt of bcrypt of a cost from 4 to 12, such as $2a$10$ and 22 characters',
)
export const hmacSecret = secret('text', (text) => text.length >= 8, 'a text of 8 characters or more')
export const longSecret = secret(
  '32 characters or more',
  (text) => text.length >= 32,
  'a text of 32 characters or more',
)

/** Where the audit is sent. A URL is never shown: it may hold a token. */
export const auditSink: VariableType<'stdout' | Secret> = {
  label: '`stdout` or URL',
  parse(text) {
    if (text === 'stdout') return text
    return isOutgoingUrl(text)
      ? new Secret(text)
      : refuse('is neither stdout nor a URL of https without user and password (on loopback http will do)')
  },
}

/** Where traces are sent. A URL is never shown: it may hold a token. */
export const otlpEndpoint: VariableType<Secret> = {
  label: 'URL',
  parse: (text) =>
    URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
      ? new Secret(text)
      : refuse('is not the address of a receiver; write it as http://collector:4318'),
}

export const otlpProtocol = oneOf('http/protobuf')
export const tracesExporter = oneOf('otlp', 'none')
export const tracesSampler = oneOf(
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
)

export const ratio: VariableType<number> = {
  label: 'number, 0 to 1',
  parse: (text) =>
    /^\d*\.?\d+$/.test(text) && Number(text) <= 1
      ? Number(text)
      : refuse(`is "${text}"; set it to a number from 0 to 1, such as 0.01`),
}

/** Values are percent-encoded, as the specification of OpenTelemetry has it. */
export const keyValuePairs: VariableType<string> = {
  label: 'list of `key=value`, separated by commas',
  parse: (text) =>
    list.parse(text).every((item) => /^[^=\s]+\s*=/.test(item) && isPercentEncoded(item))
      ? text
      : refuse('is not a list such as key=value,other=value'),
}

export const secretKeyValuePairs: VariableType<Secret> = {
  label: keyValuePairs.label,
  parse: (text) => new Secret(keyValuePairs.parse(text)),
}

/** The address of a server. Its text is never shown: it may hold a password. */
export const serverUrl: VariableType<string> = {
  label: 'URL',
  parse: (text) =>
    isServerUrl(text)
      ? text.replace(/\/+$/, '')
      : refuse('is not the address of a server; write it as http://127.0.0.1:3000'),
}

/** The key that the command line sends: any key that an operator can have. */
export const clientOperatorKey = secret('key', (text) => !/\s/.test(text), 'an operator key: it contains white space')

/** Whether a text is the address of a server: a scheme, a host and perhaps a path. */
export function isServerUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && username + password + search + hash === ''
}

function oneOf<Name extends string>(...names: readonly Name[]): VariableType<Name> {
  return {
    label: names.map((name) => `\`${name}\``).join(', '),
    parse: (text) =>
      names.find((name) => name === text) ??
      refuse(`is "${text}"; set it to ${names.length > 1 ? 'one of ' : ''}${names.join(', ')}`),
  }
}

function isPercentEncoded(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

function secret(label: string, isValid: (text: string) => boolean, expected: string): VariableType<Secret> {
  return { label, parse: (text) => (isValid(text) ? new Secret(text) : refuse(`is not ${expected}`)) }
}

function refuse(...problems: readonly string[]): never {
  throw new InvalidValue(...problems)
}

function integer(text: string, min: number, max: number): number | undefined {
  const number = Number(text)
  return /^\d+$/.test(text) && number >= min && number <= max ? number : undefined
}
