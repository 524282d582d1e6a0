import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Whether any of these files opens the operator console. */
export function needsConsole(files: readonly string[]): boolean {
  return files.some((file) => file.startsWith('test/console/'))
}

/** Builds the operator console as `npm run build` does, so that tests open what the source says. In a process of its own: it takes seconds. */
export async function buildConsole(root: string): Promise<void> {
  await promisify(execFile)('npm', ['run', '--silent', 'build:console'], { cwd: root })
}
