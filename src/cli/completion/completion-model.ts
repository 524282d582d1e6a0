import type { Argument, Command, Option } from 'commander'

/** What can stand for a value: files, one of a few words, or what only the user knows. */
export type Values = 'files' | 'anything' | readonly string[]

export interface CompletedOption {
  /** Such as `-n` and `--limit`. */
  readonly names: readonly string[]
  readonly description: string
  /** Absent where the option takes no value. */
  readonly values?: Values
}

export interface CompletedArgument {
  readonly name: string
  readonly values: Values
  readonly isVariadic: boolean
}

export interface CompletedCommand {
  /** The words that call it, behind `tokenwright`. None for the program itself. */
  readonly words: readonly string[]
  readonly summary: string
  /** Those of every command included. */
  readonly options: readonly CompletedOption[]
  readonly arguments: readonly CompletedArgument[]
  readonly commands: readonly CompletedCommand[]
}

/** What shells have to know of a program, read from the program. */
export function completedProgram(program: Command): CompletedCommand {
  return completedCommand(program, [], [])
}

/** A command and all below it. */
export function allCommands(command: CompletedCommand): readonly CompletedCommand[] {
  return [command, ...command.commands.flatMap(allCommands)]
}

/** The words of a command as one text, such as `/token/list`; empty for the program. */
export function pathOf({ words }: Pick<CompletedCommand, 'words'>): string {
  return words.map((word) => `/${word}`).join('')
}

/** The names of all options with a value: what follows one is no command. */
export function optionsWithValue(program: CompletedCommand): readonly string[] {
  const options = allCommands(program).flatMap((command) => command.options)
  return [...new Set(options.flatMap(({ names, values }) => (values === undefined ? [] : names)))].sort()
}

function completedCommand(
  command: Command,
  words: readonly string[],
  inherited: readonly CompletedOption[],
): CompletedCommand {
  const own = command.options.map(completedOption)
  const help: CompletedOption = { names: ['-h', '--help'], description: 'display help for command' }
  // The version is an option of the program alone.
  const passedOn = [...inherited, ...own.filter(({ names }) => !names.includes('--version'))]
  return {
    words,
    summary: command.summary(),
    options: [...own, ...inherited, help],
    arguments: command.registeredArguments.map(completedArgument),
    commands: command.commands.flatMap((child) =>
      [child.name(), ...child.aliases()].map((name) => completedCommand(child, [...words, name], passedOn)),
    ),
  }
}

function completedOption(option: Option): CompletedOption {
  const { short, long, flags, description, required, optional, argChoices } = option
  const names = [short, long].filter((name) => name !== undefined)
  if (!required && !optional) return { names, description }
  return { names, description, values: argChoices ?? (/[<[]file[\]>]/.test(flags) ? 'files' : 'anything') }
}

function completedArgument(argument: Argument): CompletedArgument {
  const name = argument.name()
  const values = argument.argChoices ?? (name === 'file' ? 'files' : 'anything')
  return { name, values, isVariadic: argument.variadic }
}
