import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { test } from 'tap'
import { parse } from 'yaml'
import { contracts as contractsByName } from '../../src/apis/index.js'
import type { Contract } from '../../src/contract/contract.js'
import { publicContracts } from '../../src/verify/contracts.js'
import { root } from '../support/process.js'

interface Sequences {
  readonly workflows: readonly { readonly steps: readonly { readonly operationId: string }[] }[]
}

const contracts: Readonly<Record<string, Contract | undefined>> = contractsByName
const folder = join(root, 'openapi/arazzo')

test('a sequence of calls has every operation of its contract', async (t) => {
  const files = await readdir(folder)
  t.strictSame(
    files.sort(),
    publicContracts()
      .map(({ name }) => `${name}.yaml`)
      .sort(),
  )
  for (const file of files) {
    const { workflows } = parse(await readFile(join(folder, file), 'utf8')) as Sequences
    const called = new Set(workflows.flatMap(({ steps }) => steps.map((step) => step.operationId.replace(/^.*\./, ''))))
    const operations = Object.keys(contracts[basename(file, '.yaml')]?.operations ?? {})
    t.ok(operations.length > 0, `${file} is named like a contract`)
    t.strictSame(
      operations.filter((operationId) => !called.has(operationId)),
      [],
      file,
    )
  }
})
