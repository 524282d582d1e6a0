import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { CliFailure } from './failure.js'
import type { CliProcess } from './program-root.js'

/** Whether somebody is there to answer a question. */
export function canAsk({ stdin, stderr }: CliProcess): boolean {
  return stdin.isTTY === true && stderr.isTTY === true
}

/**
 * Asks for a secret on the terminal, which does not show what is typed.
 * @throws {CliFailure} where the question is answered with Ctrl-C or Ctrl-D
 */
export function askSecret(process: CliProcess, question: string): Promise<string> {
  return ask(process, question, () => '')
}

/**
 * Asks a question that is answered with yes or no. Only such an answer is shown while it is typed: a secret that is pasted here by
 * mistake does not get onto the screen, nor into what the terminal keeps of it.
 * @throws {CliFailure} where the question is answered with Ctrl-C or Ctrl-D
 */
export async function askYesNo(process: CliProcess, question: string): Promise<boolean> {
  const answer = await ask(process, `${question} [y/N] `, (line) => (/^(y|ye|yes|n|no)$/i.test(line) ? line : ''))
  return /^y(es)?$/i.test(answer.trim())
}

/**
 * Asks a question. It goes to the standard error, so that the output can go into a file.
 * @param visible what is shown of a line that is being typed
 */
async function ask(
  { stdin, stderr }: CliProcess,
  question: string,
  visible: (line: string) => string,
): Promise<string> {
  // The terminal stops to echo here, before the question invites to type.
  const terminal = createInterface({ input: stdin, output: nowhere(), terminal: true, historySize: 0 })
  let shown = ''
  let isAnswered = false
  const show = (line: string): void => {
    const text = visible(line)
    if (text !== shown) stderr.write('\b \b'.repeat(shown.length) + text)
    shown = text
  }
  // After all characters that came together: a paste that begins with "y" is no answer.
  const onKey = (): unknown => setImmediate(() => isAnswered || show(terminal.line))
  try {
    return await new Promise<string>((resolve, reject) => {
      terminal.once('SIGINT', () => reject(new CliFailure('aborted', 'stopped')))
      terminal.once('close', () => reject(new CliFailure('notConfirmed', 'there was no answer; nothing was changed')))
      terminal.question('', (answer) => {
        isAnswered = true
        show(answer)
        resolve(answer)
      })
      stdin.on('keypress', onKey)
      stderr.write(question)
    })
  } finally {
    isAnswered = true
    stdin.off('keypress', onKey)
    terminal.close()
    stderr.write('\n')
  }
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() })
}
