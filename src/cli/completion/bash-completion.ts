import { allCommands, type CompletedCommand, optionsWithValue, pathOf, type Values } from './completion-model.js'

/** The completion of a program for bash, from version 3.2 on, which macOS has. It needs nothing else. */
export function bashCompletion(name: string, program: CompletedCommand): string {
  const commands = allCommands(program)
  return `# Completion of ${name} for bash.
_${name}() {
  local current=\${COMP_WORDS[COMP_CWORD]} called= option= position=0 index word
  COMPREPLY=()
  for ((index = 1; index < COMP_CWORD; index++)); do
    word=\${COMP_WORDS[index]}
    # bash makes a word of its own of the sign in --option=value.
    [[ $word == = ]] && continue
    if [[ -n $option ]]; then option=; continue; fi
    case "$word" in
      ${optionsWithValue(program).join('|')}) option=$word ;;
      -*) ;;
      *) case "$called/$word" in
        ${commands.slice(1).map(pathOf).join('|')}) called=$called/$word ;;
        *) position=$((position + 1)) ;;
      esac ;;
    esac
  done
  if [[ $current == = ]]; then current=; fi
  local words= files=
  if [[ -n $option ]]; then
    case "$called $option" in
${commands.flatMap(casesOfOptions).join('\n')}
    esac
  elif [[ $current == -* ]]; then
    case "$called" in
${commands.map((command) => `      '${pathOf(command)}') words='${command.options.flatMap(({ names }) => names).join(' ')}' ;;`).join('\n')}
    esac
  else
    case "$called $position" in
${commands.flatMap(casesOfArguments).join('\n')}
    esac
  fi
  if [[ -n $files ]]; then
    compopt -o filenames 2> /dev/null
    while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$current")
  else
    while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$words" -- "$current")
  fi
}
complete -F _${name} ${name}
`
}

function casesOfOptions(command: CompletedCommand): string[] {
  return command.options.flatMap(({ names, values }) => {
    const offered = values && offer(values)
    return offered === undefined
      ? []
      : [`      ${names.map((name) => `'${pathOf(command)} ${name}'`).join('|')}) ${offered} ;;`]
  })
}

function casesOfArguments(command: CompletedCommand): string[] {
  const path = pathOf(command)
  if (command.commands.length > 0) {
    return [`      '${path} 0') words='${command.commands.map(({ words }) => words.at(-1)).join(' ')}' ;;`]
  }
  return command.arguments.flatMap(({ values, isVariadic }, at) => {
    const offered = offer(values)
    return offered === undefined ? [] : [`      '${path} '${isVariadic ? '*' : at}) ${offered} ;;`]
  })
}

function offer(values: Values): string | undefined {
  if (values === 'files') return 'files=1'
  return values === 'anything' ? undefined : `words='${values.join(' ')}'`
}
