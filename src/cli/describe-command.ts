import { Command } from 'commander'

export interface CommandDescription {
  readonly summary: string
  readonly more?: string
  /** What to type behind `tokenwright `. */
  readonly examples: readonly string[]
}

/** A command with what its help says. */
export function describeCommand(name: string, description: CommandDescription): Command {
  return describe(new Command(name), description)
}

/** Gives a command what its help says. */
export function describe<Described extends Command>(
  command: Described,
  { summary, more, examples }: CommandDescription,
): Described {
  const lines = examples.map((example) => `  $ tokenwright ${example}`)
  return command
    .summary(summary)
    .description(more === undefined ? `${summary}.` : `${summary}. ${more}.`)
    .addHelpText('after', `\n${lines.length === 1 ? 'Example' : 'Examples'}:\n${lines.join('\n')}`)
}

/** A command that holds others. */
export function groupCommands(name: string, description: CommandDescription, commands: readonly Command[]): Command {
  const group = describeCommand(name, description)
  for (const command of commands) group.addCommand(command)
  return group
}
