/** A text is no URL of PostgreSQL. The message continues a line that begins with the name of the variable, and shows no secret. */
export class InvalidDatabaseUrl extends Error {
  override readonly name = 'InvalidDatabaseUrl'
}

export interface DatabaseUrl {
  /** A URL for each host, in the order of the list. */
  readonly hosts: readonly string[]
  /** Whether a server that is read-only by its configuration is refused as a standby is. */
  readonly isReadWrite: boolean
}

/**
 * Reads the URL of PostgreSQL, with one host or several: `postgres://user:password@a:5432,b:5432/database?target_session_attrs=read-write`,
 * as libpq has it (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-MULTIPLE-HOSTS). `pg` knows one host only.
 * @throws {InvalidDatabaseUrl}
 */
export function parseDatabaseUrl(text: string): DatabaseUrl {
  const hosts = splitHosts(text)
  return { hosts, isReadWrite: isReadWrite(new URL(hosts[0] ?? '').searchParams) }
}

/**
 * Reads the URL of standbys: like that of the database, but nobody has to be found among the hosts.
 * @returns a URL for each host, in the order of the list
 * @throws {InvalidDatabaseUrl}
 */
export function parseStandbyUrl(text: string): readonly string[] {
  const hosts = splitHosts(text)
  const { searchParams } = new URL(hosts[0] ?? '')
  refuseHostParameter(searchParams)
  if (searchParams.has('target_session_attrs')) {
    throw new InvalidDatabaseUrl('has target_session_attrs; leave it out: each host is asked what it is')
  }
  return hosts
}

function splitHosts(text: string): readonly string[] {
  const parts = /^(postgres(?:ql)?:\/\/(?:[^/?#]*@)?)([^/?#]*)(.*)$/s.exec(text)
  if (!parts) throw new InvalidDatabaseUrl('is not a URL that starts with postgres:// or postgresql://')
  const [, start = '', list = '', rest = ''] = parts
  const names = list.split(',')
  const hosts = names.map((host) => start + host + rest)
  const wrong = hosts.findIndex((url, index) => !URL.canParse(url) || (hosts.length > 1 && names[index] === ''))
  if (wrong >= 0 && hosts.length === 1) throw new InvalidDatabaseUrl('is not a URL: no host and port can be read')
  if (wrong >= 0) {
    throw new InvalidDatabaseUrl(`lists several hosts, and number ${wrong + 1} is none; write them as a:5432,b:5432`)
  }
  const twice = names.findIndex((name, index) => names.indexOf(name) < index)
  if (twice >= 0) throw new InvalidDatabaseUrl(`lists several hosts, and number ${twice + 1} a second time`)
  return hosts
}

function refuseHostParameter(parameters: URLSearchParams): void {
  if (parameters.get('host')?.includes(',')) {
    throw new InvalidDatabaseUrl('lists hosts in its parameter host; write them before the name of the database')
  }
}

function isReadWrite(parameters: URLSearchParams): boolean {
  refuseHostParameter(parameters)
  const target = parameters.get('target_session_attrs') ?? 'primary'
  if (target !== 'read-write' && target !== 'primary') {
    throw new InvalidDatabaseUrl(
      'has another target_session_attrs than read-write and primary: the server works on the primary alone',
    )
  }
  return target === 'read-write'
}
