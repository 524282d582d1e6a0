import { spawn, spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'
import { test } from 'tap'
import { allCommands, completedProgram, optionsWithValue } from '../../src/cli/completion/completion-model.js'
import { createProgram } from '../../src/cli/program.js'
import { noTerminal, runCli } from '../support/cli.js'

const shells = ['bash', 'zsh', 'fish'] as const
type Shell = (typeof shells)[number]

/** What is typed, and the words that are offered then. */
const typed: readonly [line: string, offered: readonly string[]][] = [
  ['tokenwright tok', ['token']],
  ['tokenwright token rev', ['revoke', 'revoke-all', 'revoke-leaked']],
  ['tokenwright --url http://x token list --st', ['--state']],
  ['tokenwright token list --state ', ['active', 'revoked']],
  ['tokenwright operator create "A B" --role a', ['admin']],
  ['tokenwright signing-key rotate p', ['partner-login']],
  ['tokenwright partner get --j', ['--json']],
  ['tokenwright completion ', shells],
  ['tokenwright --key-file ke', ['keys.jwks', 'keys.txt']],
  ['tokenwright import ke', ['keys.jwks', 'keys.txt']],
]

const skips: Readonly<Record<Shell, string | false>> = {
  bash: isAbsent('bash'),
  zsh: isAbsent('zsh') || noTerminal,
  fish: isAbsent('fish'),
}

for (const shell of shells) {
  test(`${shell} completes commands, options, values and files`, { skip: skips[shell] }, async (t) => {
    const directory = t.testdir({ 'keys.txt': '', 'keys.jwks': '', 'other.txt': '' })
    const { code, stdout } = await runCli(['completion', shell])
    t.equal(code, 0)
    const script = join(directory, 'completion')
    await writeFile(script, stdout)
    const offered = { bash: offeredByBash, zsh: offeredByZsh, fish: offeredByFish }[shell]
    for (const [line, words] of typed) {
      t.strictSame([...(await offered(script, line, directory))].sort(), [...words].sort(), line)
    }
  })
}

async function offeredByBash(script: string, line: string, cwd: string): Promise<readonly string[]> {
  const call = `source "$1"; eval "COMP_WORDS=($2 )"; [[ $2 == *' ' ]] && COMP_WORDS+=('')
    COMP_CWORD=$(( \${#COMP_WORDS[@]} - 1 )); _tokenwright; printf '%s\\n' "\${COMPREPLY[@]}"`
  return linesOf(['bash', '--norc', '-c', call, 'bash', script, line], cwd)
}

async function offeredByFish(script: string, line: string, cwd: string): Promise<readonly string[]> {
  const call = 'source $argv[1]; complete -C $argv[2]'
  return linesOf(['fish', '--no-config', '-c', call, script, line], cwd).map((one) => one.split('\t')[0] ?? '')
}

/** zsh completes only what is typed on a terminal. What it offers are the words of this test that it shows. */
async function offeredByZsh(script: string, line: string, cwd: string): Promise<readonly string[]> {
  const child = spawn('script', ['-qec', 'stty cols 200; zsh -f -i', '/dev/null'], {
    cwd,
    env: { PATH: process.env.PATH, SHELL: '/bin/sh', TERM: 'xterm' },
  })
  let seen = ''
  child.stdout.on('data', (chunk: Buffer) => {
    seen += chunk.toString()
  })
  const ended = new Promise((resolve) => child.on('close', resolve))
  const shows = async (text: string) => {
    for (let count = 0; !seen.includes(text) && count < 600; count++) await setTimeout(50)
  }
  child.stdin.write(`unsetopt list_ambiguous; autoload -U compinit; compinit -u -D; source ${script}; echo rea''dy\r`)
  await shows('ready')
  const before = seen.length
  child.stdin.write(`${line}\t`)
  for (let length = -1; length !== seen.length || length === before; await setTimeout(400)) length = seen.length
  const shown = seen.slice(before)
  child.kill('SIGKILL')
  await ended
  const words = stripVTControlCharacters(shown).split(/[^\w.-]+/)
  const own = line.split(' ')
  const known = new Set(typed.flatMap(([, words]) => words))
  const isOffered = (word: string) => known.has(word) && word.startsWith(own.at(-1) ?? '') && !own.includes(word)
  return [...new Set(words.filter(isOffered))]
}

function linesOf([command = '', ...args]: readonly string[], cwd: string): readonly string[] {
  const { stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (stderr !== '') throw new Error(stderr)
  return stdout.split('\n').filter((line) => line !== '')
}

function isAbsent(shell: Shell): string | false {
  return spawnSync(shell, ['--version']).status !== 0 && `${shell} is not installed`
}

test('every command and every option is in the completion of every shell', async (t) => {
  const program = completedProgram(createProgram(process))
  for (const shell of shells) {
    const { stdout } = await runCli(['completion', shell])
    for (const { words, options } of allCommands(program)) {
      for (const word of words) t.ok(stdout.includes(word), `${shell}: ${words.join(' ')}`)
      for (const name of options.flatMap(({ names }) => names)) t.ok(stdout.includes(name), `${shell}: ${name}`)
    }
  }
})

test('an option that takes a value takes one in every command: the scripts tell arguments from values by it', (t) => {
  const program = completedProgram(createProgram(process))
  const withValue = new Set(optionsWithValue(program))
  for (const { words, options } of allCommands(program)) {
    for (const { names, values } of options.filter(({ values }) => values === undefined)) {
      for (const name of names) t.notOk(withValue.has(name), `${words.join(' ')} ${name} ${String(values)}`)
    }
  }
  t.end()
})

test('a shell that is not known is refused with those that are', async (t) => {
  const { code, stderr } = await runCli(['completion', 'tcsh'])
  t.equal(code, 2)
  t.match(stderr, /bash, zsh, fish/)
})
