import { spawnSync } from 'node:child_process'

/** Why tests with the tool of Prometheus are skipped, if they are. */
export const noPromtool = spawnSync('promtool', ['--version']).status !== 0 && 'promtool is not installed'
