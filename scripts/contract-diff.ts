/**
 * `npm run contract:diff -- REF`: what in the contracts can break clients between a git revision and the working tree.
 * Without REF it is the last tag; where there is none, nothing has been promised yet. It ends with 1 where something can break.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import type { Contract } from '../src/contract/contract.js'
import { readContract } from '../src/contract/read-contract.js'
import { compareContracts } from './contract-diff/compare-contracts.js'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What git prints; `undefined` where it refuses. */
function git(...args: readonly string[]): string | undefined {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return undefined
  }
}

function contractOf(file: string, text: string): Contract {
  return readContract(basename(file, '.yaml'), parse(text) as object)
}

const given = process.argv[2]
const revision = given ?? git('describe', '--tags', '--abbrev=0')?.trim()
if (revision === undefined) {
  console.log('There is no tag yet: nothing has been promised to clients.')
  process.exit(0)
}
const listed = git('ls-tree', '--name-only', revision, 'openapi/')
if (listed === undefined) {
  console.error(`${revision} is no revision of this repository`)
  process.exit(2)
}
const files = listed.split('\n').filter((file) => file.endsWith('.yaml'))
const present = new Set(readdirSync(join(root, 'openapi')))
let breaking = 0
for (const file of files) {
  const changes = present.has(basename(file))
    ? compareContracts(
        contractOf(file, git('show', `${revision}:${file}`) ?? ''),
        contractOf(file, readFileSync(join(root, file), 'utf8')),
      )
    : [{ operation: '', change: 'the contract is gone' }]
  for (const { operation, change } of changes) console.log(`${basename(file, '.yaml')} ${operation}: ${change}`)
  breaking += changes.length
}
console.log(`${files.length} contracts, ${breaking} changes since ${revision} that can break a client`)
process.exit(breaking > 0 ? 1 : 0)
