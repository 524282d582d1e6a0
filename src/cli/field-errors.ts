import type { Command } from 'commander'
import { CliFailure } from './failure.js'

/** Fields of the operator API that the command line calls otherwise. */
const otherNames: Readonly<Record<string, string>> = {
  accountId: 'account',
  key: 'secret-file',
  overlapSeconds: 'overlap',
  serviceExternalId: 'service',
  tokenType: 'payments',
}

/** Says which options and arguments of a command the server has refused, where it names fields of the request. */
export function nameRefusedInput(failure: unknown, command: Command): unknown {
  if (!(failure instanceof CliFailure) || !failure.problem?.errors?.length) return failure
  const refused = failure.problem.errors.map(({ pointer, detail }) => `${inputOf(command, pointer)} ${detail}`)
  const [first = ''] = refused
  if (refused.length === 1) return new CliFailure(failure.exit, first, failure.problem)
  return new CliFailure(failure.exit, 'the server refuses these values', failure.problem, refused)
}

/** @param pointer a JSON pointer into the request, such as `#/roles/1` */
function inputOf(command: Command, pointer: string): string {
  const [field = '', index = ''] = pointer.replace(/^#\//, '').split('/')
  const name = otherNames[field] ?? field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const names = [name, name.replace(/s$/, '')]
  const option = command.options.find(({ long }) => names.includes(long?.slice(2) ?? ''))
  const argument = command.registeredArguments.find((one) => names.includes(one.name()))
  const input = option?.long ?? (argument ? `<${argument.name()}>` : field)
  return /^\d+$/.test(index) ? `${input} (number ${Number(index) + 1})` : input
}
