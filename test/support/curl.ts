import { spawnSync } from 'node:child_process'

/** Why tests that run `curl` are skipped, or false where it is installed. */
export const noCurl = spawnSync('curl', ['--version']).status !== 0 && 'curl is not installed'
