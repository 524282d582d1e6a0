import { Command } from 'commander'

/**
 * A command with what its help says.
 * @param examples what to type behind `tokenwright `
 */
export function describeCommand(
  name: string,
  {
    summary,
    more,
    examples,
  }: { readonly summary: string; readonly more?: string; readonly examples: readonly string[] },
): Command {
  const lines = examples.map((example) => `  $ tokenwright ${example}`)
  return new Command(name)
    .summary(summary)
    .description(more === undefined ? `${summary}.` : `${summary}. ${more}.`)
    .addHelpText('after', `\n${lines.length === 1 ? 'Example' : 'Examples'}:\n${lines.join('\n')}`)
}

/** A command that holds others. */
export function groupCommands(
  name: string,
  description: Parameters<typeof describeCommand>[1],
  commands: readonly Command[],
): Command {
  const group = describeCommand(name, description)
  for (const command of commands) group.addCommand(command)
  return group
}
