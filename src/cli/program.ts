import { type Command, Help, InvalidArgumentError, Option } from 'commander'
import { buildVersion } from '../package-file.js'
import { isServerUrl } from '../variable-types.js'
import { accessKeyCommand } from './commands/access-key.js'
import { archiveCommand } from './commands/archive.js'
import { auditCommand } from './commands/audit.js'
import { brokerUserCommand } from './commands/broker-user.js'
import { completionCommand } from './commands/completion.js'
import { demoCommand } from './commands/demo.js'
import { doctorCommand } from './commands/doctor.js'
import { migrateCommand } from './commands/migrate.js'
import { mockCommand } from './commands/mock.js'
import { operatorCommand } from './commands/operator.js'
import { overviewCommand } from './commands/overview.js'
import { partnerCommand } from './commands/partner.js'
import { revokeLeakedCommand } from './commands/revoke-leaked.js'
import { securityUserCommand } from './commands/security-user.js'
import { serveCommand } from './commands/serve.js'
import { shadowCommand } from './commands/shadow.js'
import { signingKeyCommand } from './commands/signing-key.js'
import { tokenCommand } from './commands/token.js'
import { verifyCommand } from './commands/verify.js'
import { describe } from './describe-command.js'
import { exitCodes } from './failure.js'
import { importCommand } from './import.js'
import { type CliProcess, ProgramRoot } from './program-root.js'

/** The command line. `parseAsync` throws what is refused: a `CommanderError`, or what the command throws. */
export function createProgram(process: CliProcess): Command {
  const program = describe(new ProgramRoot('tokenwright', process), {
    summary: 'Operate a Tokenwright server',
    more: 'Secrets are never arguments: the operator key comes from OPERATOR_KEY, --key-file or a prompt, other secrets from a prompt or the standard input',
    examples: ['serve', 'operator list', 'token list --account GATEWAY_ACCOUNT_1 --json', 'audit --follow'],
  })
    .version(buildVersion())
    .addOption(
      new Option(
        '--url <url>',
        'where the operator API is (default: TOKENWRIGHT_URL, else a server with this environment)',
      ).argParser(serverUrl),
    )
    .option('--key-file <file>', 'a file with the operator key (default: OPERATOR_KEY, else a prompt)')
    .option('--json', 'print the reply as JSON, a list as one array; a failure as a problem (RFC 9457)')
    .option('-w, --wide', 'show every column of a list, with whole ids, on a terminal of any width')
    .addHelpText('after', `\nExit codes:\n${exitLines().join('\n')}`)

  const commands = [
    serveCommand(),
    migrateCommand(),
    demoCommand(),
    doctorCommand(),
    verifyCommand(),
    shadowCommand(),
    mockCommand(),
    importCommand(),
    archiveCommand(),
    partnerCommand(),
    brokerUserCommand(),
    accessKeyCommand(),
    securityUserCommand(),
    tokenCommand(),
    signingKeyCommand(),
    operatorCommand(),
    auditCommand(),
    overviewCommand(),
    revokeLeakedCommand(),
    completionCommand(),
  ]
  for (const command of commands) program.addCommand(command)
  return configured(program, process)
}

/** The same for all commands: commander hands it down to none that was made elsewhere. */
function configured(command: Command, process: CliProcess): Command {
  command
    .exitOverride()
    .configureOutput({
      writeOut: (text) => process.stdout.write(text),
      writeErr: (text) => process.stderr.write(text),
      // Printed in one place, after all else: see report-failure.ts.
      outputError: () => {},
    })
    .configureHelp(help)
  for (const child of command.commands) configured(child, process)
  return command
}

/** Marks the options without which a command is refused, and shows them where it is used. */
const help: Partial<Help> = {
  showGlobalOptions: true,
  optionDescription(option) {
    const text = Help.prototype.optionDescription.call(this, option)
    return option.mandatory ? `${text} (required)` : text
  },
  commandUsage(command) {
    const required = command.options
      .filter(({ mandatory }) => mandatory)
      .map(({ flags }) => flags.replace(/^-\w, /, ''))
    const usage = Help.prototype.commandUsage.call(this, command)
    return usage.replace('[options]', [...required, '[options]'].join(' '))
  },
}

function serverUrl(text: string): string {
  if (!isServerUrl(text)) throw new InvalidArgumentError('Write it as http://127.0.0.1:3000.')
  return text
}

function exitLines(): string[] {
  return Object.values(exitCodes).map(({ code, meaning }) => `  ${String(code).padEnd(5)}${meaning}`)
}
