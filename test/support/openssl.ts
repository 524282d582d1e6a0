import { spawnSync } from 'node:child_process'

/** Why tests that make certificates are skipped, or false where `openssl` is installed. */
export const noOpenssl = spawnSync('openssl', ['version']).status !== 0 && 'openssl is not installed'
