import { CliFailure } from './failure.js'
import type { CliProcess } from './program-root.js'
import { askSecret, canAsk } from './prompt.js'

export interface SecretInput {
  /** Read the standard input instead of asking. */
  readonly fromStdin?: boolean | undefined
  /** Ask twice: nobody sees a slip in what is not shown. */
  readonly isNew?: boolean
  /** What to do where nobody can be asked, such as `use --password-stdin`. */
  readonly otherwise: string
}

/**
 * Reads a secret, which is never an argument: arguments are seen by every user of the machine and kept in the shell's history.
 * @param what it is, such as `password`
 * @throws {CliFailure} where there is none
 */
export async function readSecret(
  process: CliProcess,
  what: string,
  { fromStdin, isNew, otherwise }: SecretInput,
): Promise<string> {
  if (fromStdin && !process.stdin.isTTY) return readLine(process.stdin, what)
  if (!canAsk(process)) throw new CliFailure('usage', `the ${what} is missing: ${otherwise}`)
  const secret = await askSecret(process, `${what} (not shown): `)
  if (secret === '') throw new CliFailure('usage', `the ${what} is empty`)
  if (isNew && (await askSecret(process, `${what} again: `)) !== secret) {
    throw new CliFailure('usage', 'the two are not the same; nothing was changed')
  }
  return secret
}

/** The standard input as one line. */
async function readLine(stdin: CliProcess['stdin'], what: string): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stdin) chunks.push(chunk)
  const line = decoded(Buffer.concat(chunks))?.replace(/\r?\n$/, '')
  if (line === undefined || /[\r\n]/.test(line)) {
    throw new CliFailure('usage', `the ${what} on the standard input is not one line of UTF-8 text`)
  }
  if (line === '') throw new CliFailure('usage', `the ${what} on the standard input is empty`)
  return line
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
