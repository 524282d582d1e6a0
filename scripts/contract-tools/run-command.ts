import { spawn } from 'node:child_process'

/** What a command came to. */
export interface CommandResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command with its arguments, in a folder. */
export type Command = (name: string, args: readonly string[], cwd?: string) => Promise<CommandResult>

/** After which time a command is ended: the slowest takes about a minute on two slow cores. */
const timeoutMs = 300_000

/** Commands of a folder `node_modules/.bin`. They send nothing about their use to anybody. */
export function commandsIn(bin: string, defaultFolder: string): Command {
  return (name, args, cwd = defaultFolder) =>
    new Promise((resolve, reject) => {
      const child = spawn(`${bin}/${name}`, args, {
        cwd,
        timeout: timeoutMs,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' },
      })
      const out: Buffer[] = []
      const errors: Buffer[] = []
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
      child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
      child.on('error', reject)
      child.on('close', (code) =>
        resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(errors).toString() }),
      )
    })
}
