/** `tokenwright import` as a process of its own. */
import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { createOperatorClient } from '../../generated/operator/client.js'
import { importCommand } from '../../src/cli/import.js'

const program = new Command('tokenwright')
  .option('--url <url>')
  .option('--key-file <file>')
  .option('--json')
  .addCommand(
    importCommand(async ({ url = '', keyFile = '' }) =>
      createOperatorClient({ baseUrl: url, token: (await readFile(keyFile, 'utf8')).trim() }),
    ),
  )

await program.parseAsync().catch((error: unknown) => {
  console.error(`tokenwright: ${error instanceof Error ? error.message : 'an unknown error'}`)
  process.exitCode = 2
})
