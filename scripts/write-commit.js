/**
 * Writes the commit of the sources into the build, for `--version`, the metrics and the log: `COMMIT`, or what git says.
 * A build without either has no commit.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'

function commit() {
  if (process.env.COMMIT) return process.env.COMMIT
  try {
    const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }
    const changed = execFileSync('git', ['status', '--porcelain', '--untracked-files=no'], options) !== ''
    return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], options).trim() + (changed ? '.changed' : '')
  } catch {
    return ''
  }
}

writeFileSync(new URL('../dist/commit', import.meta.url), commit())
