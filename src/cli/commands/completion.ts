import { Argument, type Command } from 'commander'
import { bashCompletion } from '../completion/bash-completion.js'
import { completedProgram } from '../completion/completion-model.js'
import { fishCompletion } from '../completion/fish-completion.js'
import { zshCompletion } from '../completion/zsh-completion.js'
import { describeCommand } from '../describe-command.js'
import { processOf } from '../program-root.js'

const scripts = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion }

/** `tokenwright completion`: what completes this command line in a shell. */
export function completionCommand(): Command {
  return describeCommand('completion', {
    summary: 'Print what completes commands and options in a shell',
    more: 'Put it where the shell looks for it: see docs/command-line.md. Print it again after an update',
    examples: [
      'completion bash > ~/.local/share/bash-completion/completions/tokenwright',
      'completion zsh > ~/.zfunc/_tokenwright',
      'completion fish > ~/.config/fish/completions/tokenwright.fish',
    ],
  })
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(scripts)))
    .action(function (this: Command, shell: keyof typeof scripts) {
      let program: Command = this
      while (program.parent) program = program.parent
      processOf(this).stdout.write(scripts[shell](program.name(), completedProgram(program)))
    })
}
