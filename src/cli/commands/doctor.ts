import type { Command } from 'commander'
import { describeCommand } from '../describe-command.js'
import { Output } from '../output.js'
import { processOf } from '../program-root.js'

const marks = { ok: '✓', warning: '!', problem: '✗' } as const

/** `tokenwright doctor`: checks everything that a server needs. */
export function doctorCommand(): Command {
  return describeCommand('doctor', {
    summary: 'Check what a server of this configuration needs, and say what to do',
    more: 'Run it in the environment of the server. It changes nothing, and ends with 1 where there is a problem',
    examples: ['doctor', 'doctor --json'],
  }).action(async function (this: Command) {
    const output = Output.of(this)
    const process = processOf(this)
    // Only here: the database takes long to load.
    const { diagnose } = await import('../../doctor/diagnose.js')
    const findings = []
    for await (const finding of diagnose(process.env)) {
      findings.push(finding)
      const { level, check, message, action } = finding
      output.done(`${marks[level]} ${check}: ${message}${action === undefined ? '' : `\n    ${action}`}`)
    }
    if (output.isJson) await output.list(findings, [], 'findings')
    if (findings.some(({ level }) => level === 'problem')) process.exitCode = 1
  })
}
