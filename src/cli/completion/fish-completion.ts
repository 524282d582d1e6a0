import {
  allCommands,
  type CompletedCommand,
  type CompletedOption,
  optionsWithValue,
  pathOf,
  type Values,
} from './completion-model.js'

/** The completion of a program for fish. */
export function fishCompletion(name: string, program: CompletedCommand): string {
  const commands = allCommands(program)
  return `# Completion of ${name} for fish.
function __${name}_complete
  set -l called
  set -l position 0
  set -l option
  set -l words (commandline -opc)
  set -e words[1]
  for word in $words
    if test -n "$option"
      set option
    else if contains -- $word ${optionsWithValue(program).join(' ')}
      set option $word
    else if string match -q -- '-*' $word
      continue
    else if contains -- "$called/$word" ${commands.slice(1).map(pathOf).join(' ')}
      set called "$called/$word"
    else
      set position (math $position + 1)
    end
  end
  if test -n "$option"
    switch "$called $option"
${commands.flatMap(casesOfOptions).join('\n')}
    end
  else if string match -q -- '-*' (commandline -ct)
    switch "$called"
${commands.map((command) => described(pathOf(command), optionsOf(command))).join('\n')}
    end
  else
    switch "$called $position"
${commands.flatMap(casesOfArguments).join('\n')}
    end
  end
end
complete -c ${name} -f -a '(__${name}_complete)'
`
}

type Described = readonly (readonly [word: string, description: string])[]

function optionsOf({ options }: CompletedCommand): Described {
  return options.flatMap(({ names, description }) => names.map((name) => [name, description] as const))
}

function casesOfOptions(command: CompletedCommand): readonly string[] {
  const path = pathOf(command)
  return command.options.flatMap(({ names, values }: CompletedOption) => {
    const cases = names.map((name) => `'${path} ${name}'`).join(' ')
    return values === undefined ? [] : offer(cases, values)
  })
}

function casesOfArguments(command: CompletedCommand): readonly string[] {
  const path = pathOf(command)
  const children = command.commands.map(({ words, summary }) => [words.at(-1) ?? '', summary] as const)
  if (children.length > 0) return [described(`${path} 0`, children)]
  return command.arguments.flatMap(({ values, isVariadic }, at) => offer(`'${path} ${isVariadic ? '*' : at}'`, values))
}

function offer(cases: string, values: Values): readonly string[] {
  if (values === 'anything') return []
  const command = values === 'files' ? '__fish_complete_path (commandline -ct)' : `printf '%s\\n' ${values.join(' ')}`
  return [`      case ${cases}\n        ${command}`]
}

function described(path: string, words: Described): string {
  const pairs = words.map(([word, description]) => `${word} '${description.replaceAll(/[\\']/g, '\\$&')}'`)
  return `      case '${path}'\n        printf '%s\\t%s\\n' ${pairs.join(' ')}`
}
