import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { test } from 'tap'
import { exitCodes } from '../../src/cli/failure.js'
import { createProgram } from '../../src/cli/program.js'
import { runCli, runCliProcess } from '../support/cli.js'

/** Every command with the words that call it. */
function commandsOf(command: Command, words: readonly string[] = []): [string, Command][] {
  return [
    [words.join(' '), command] as [string, Command],
    ...command.commands.flatMap((child) => commandsOf(child, [...words, child.name()])),
  ]
}

const commands = commandsOf(createProgram(process))

function helpOf(command: Command): string {
  let text = ''
  command.configureOutput({ writeOut: (more) => (text += more) })
  command.outputHelp()
  return text
}

test('every command has a summary and an example of itself in its help', (t) => {
  t.ok(commands.length > 45, `${commands.length} commands`)
  for (const [words, command] of commands) {
    const examples = [...helpOf(command).matchAll(/^ {2}\$ tokenwright (.+)$/gm)].map(([, example = '']) => example)
    t.ok(examples.length > 0, `${words} has an example`)
    for (const example of examples) t.ok(example.startsWith(words), `${words}: ${example}`)
    t.match(command.summary(), /^[A-Z]/, words)
  }
  t.end()
})

test('every option in an example is an option of the command', (t) => {
  for (const [words, command] of commands) {
    if (command.commands.length > 0) continue
    const help = helpOf(command)
    const [, examples = ''] = help.split(/Examples?:\n/)
    for (const [option] of examples.replaceAll(/\|.*/g, '').matchAll(/--[a-z-]+/g)) {
      t.ok(help.split(/Examples?:\n/)[0]?.includes(option), `${words} ${option}`)
    }
  }
  t.end()
})

test('no option takes a secret as its value', (t) => {
  // Files, an identifier, and a link that lists show.
  const harmless = ['--key-file', '--secret-file', '--access-key', '--token-link']
  for (const [words, { options }] of commands) {
    for (const { long, required, optional } of options.filter(({ long }) => !harmless.includes(long ?? ''))) {
      const isSecret = /key|secret|token|password/.test(long ?? '')
      t.notOk(isSecret && (required || optional), `${words} ${long}`)
    }
  }
  t.end()
})

test('the help of the program and docs/command-line.md name every exit code', async (t) => {
  const { code, stdout, stderr } = await runCliProcess(t, ['--help'])
  t.strictSame({ code, stderr }, { code: 0, stderr: '' })
  const documentation = await readFile('docs/command-line.md', 'utf8')
  for (const { code, meaning } of Object.values(exitCodes)) {
    t.match(stdout, new RegExp(`^  ${code} +${meaning}$`, 'm'))
    t.ok(documentation.includes(`| ${code} | ${meaning} |`), `the page has ${code}`)
  }
})

test('the help of a command shows the options of every command too', async (t) => {
  const { code, stdout } = await runCli(['access-key', 'rotate-secret', '--help'])
  t.equal(code, 0)
  for (const option of ['--overlap', '--yes', '--json', '--key-file', '--url']) t.ok(stdout.includes(option), option)
})

test('options without which a command is refused are marked, and stand in its usage', async (t) => {
  let count = 0
  for (const [words, command] of commands) {
    const help = helpOf(command).replaceAll(/\n {4,}/g, ' ')
    for (const { long = '', mandatory } of command.options) {
      const [line = ''] = new RegExp(`^  .*${long} .*$`, 'm').exec(help) ?? []
      t.equal(/\(required\)$/.test(line), mandatory, `${words} ${line}`)
      t.equal(/^Usage: .*$/m.exec(help)?.[0].includes(` ${long} `), mandatory, `${words} ${long}`)
      if (mandatory) count++
    }
  }
  t.ok(count >= 6, `${count} options`)
  t.end()
})

test('the version is that of the package', async (t) => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'))
  const { code, stdout } = await runCli(['--version'])
  t.strictSame({ code, stdout }, { code: 0, stdout: `${version}\n` })
})
