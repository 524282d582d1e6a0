import { allCommands, type CompletedCommand, type CompletedOption, type Values } from './completion-model.js'

/** The completion of a program for zsh: a file of \`$fpath\`, or for \`source\`. */
export function zshCompletion(name: string, program: CompletedCommand): string {
  const functions = allCommands(program).map((command) => functionOf(name, command))
  return `#compdef ${name}
# Completion of ${name} for zsh.
${functions.join('\n')}
if [[ $funcstack[1] == _${name} ]]; then
  _${name} "$@"
else
  compdef _${name} ${name}
fi
`
}

function functionOf(name: string, command: CompletedCommand): string {
  const specs = command.options.map(specOfOption)
  if (command.commands.length === 0) {
    const positions = command.arguments.map(
      ({ name, values, isVariadic }, at) => `'${isVariadic ? '*' : at + 1}:${escaped(name)}:${action(values)}'`,
    )
    return `${functionName(name, command)}() {
  _arguments -S ${[...specs, ...positions].join(' \\\n    ')}
}`
  }
  const children = command.commands.map((child) => ({ child, word: child.words.at(-1) ?? '' }))
  const described = children.map(
    ({ child, word }) => `      '${word}:${child.summary.replaceAll("'", "'\\''").replaceAll(':', '\\:')}'`,
  )
  return `${functionName(name, command)}() {
  local curcontext=$curcontext state state_descr line
  typeset -A opt_args
  _arguments -C ${[...specs, "'1: :->command'", "'*:: :->rest'"].join(' \\\n    ')} && return
  case $state in
    command)
      local -a commands=(
${described.join('\n')}
      )
      _describe command commands ;;
    rest)
      case $line[1] in
${children.map(({ child, word }) => `        ${word}) ${functionName(name, child)} ;;`).join('\n')}
      esac ;;
  esac
}`
}

function functionName(name: string, { words }: CompletedCommand): string {
  return ['', name, ...words].join('_')
}

function specOfOption({ names, description, values }: CompletedOption): string {
  const text = `[${escaped(description)}]`
  const value = values === undefined ? '' : `:value:${action(values)}`
  const [first = ''] = names
  // An option can be given several times where the command takes several values.
  if (names.length === 1) return `'*${first}${text}${value}'`
  return `{${names.map((name) => `'*${name}'`).join(',')}}'${text}${value}'`
}

function action(values: Values): string {
  if (values === 'files') return '_files'
  return values === 'anything' ? ' ' : `(${values.join(' ')})`
}

function escaped(text: string): string {
  return text.replaceAll(/[\\:[\]]/g, '\\$&').replaceAll("'", "'\\''")
}
