import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { CliFailure } from './failure.js'

/** Whether somebody is there to answer a question. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true
}

/**
 * Asks a question on the terminal. The question goes to the standard error, so that the output can go into a file.
 * @param isHidden whether what is typed is not shown
 * @throws {CliFailure} where the question is answered with Ctrl-C or Ctrl-D
 */
export async function ask(question: string, { isHidden = false } = {}): Promise<string> {
  // The terminal stops to echo here, before the question invites to type.
  const terminal = createInterface({
    input: process.stdin,
    output: isHidden ? nowhere() : process.stderr,
    terminal: true,
    historySize: 0,
  })
  try {
    return await new Promise<string>((resolve, reject) => {
      terminal.once('SIGINT', () => reject(new CliFailure('aborted', 'stopped')))
      terminal.once('close', () => reject(new CliFailure('notConfirmed', 'there was no answer; nothing was changed')))
      terminal.question(question, resolve)
      if (isHidden) process.stderr.write(question)
    })
  } finally {
    terminal.close()
    if (isHidden) process.stderr.write('\n')
  }
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() })
}
