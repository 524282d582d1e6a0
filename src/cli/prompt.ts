import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { CliFailure } from './failure.js'
import type { CliProcess } from './program-root.js'

/** Whether somebody is there to answer a question. */
export function canAsk({ stdin, stderr }: CliProcess): boolean {
  return stdin.isTTY === true && stderr.isTTY === true
}

/**
 * Asks a question on the terminal. The question goes to the standard error, so that the output can go into a file.
 * @param isHidden whether what is typed is not shown
 * @throws {CliFailure} where the question is answered with Ctrl-C or Ctrl-D
 */
export async function ask({ stdin, stderr }: CliProcess, question: string, { isHidden = false } = {}): Promise<string> {
  // The terminal stops to echo here, before the question invites to type.
  const terminal = createInterface({
    input: stdin,
    output: isHidden ? nowhere() : stderr,
    terminal: true,
    historySize: 0,
  })
  try {
    return await new Promise<string>((resolve, reject) => {
      terminal.once('SIGINT', () => reject(new CliFailure('aborted', 'stopped')))
      terminal.once('close', () => reject(new CliFailure('notConfirmed', 'there was no answer; nothing was changed')))
      terminal.question(question, resolve)
      if (isHidden) stderr.write(question)
    })
  } finally {
    terminal.close()
    if (isHidden) stderr.write('\n')
  }
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() })
}
