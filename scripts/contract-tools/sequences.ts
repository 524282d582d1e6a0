import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Bench, Outcome, Tool } from './tool.js'

const folder = fileURLToPath(new URL('../../openapi/arazzo', import.meta.url))

/** Runs the sequences of `openapi/arazzo/` against the demo. */
export const sequences: Tool = { name: 'redocly respect', isOwn: true, run }

async function run({ baseUrl, contracts, own }: Bench): Promise<Outcome> {
  const files = (await readdir(folder)).map((file) => join(folder, file))
  const servers = contracts.flatMap(({ contract }) => ['--server', `${contract.name}=${baseUrl}`])
  const { code, stdout, stderr } = await own('redocly', ['respect', ...files, ...servers])
  const output = stdout + stderr
  const checks = [...output.matchAll(/Checks: (\d+) passed/g)].reduce((sum, [, passed]) => sum + Number(passed), 0)
  const failed = [...output.matchAll(/✗ (.+)/g)].map(([, what = '']) => ({
    contract: files.map((file) => basename(file, '.yaml')).join(', '),
    message: what.trim(),
  }))
  const findings = code !== 0 && failed.length === 0 ? [{ contract: '', message: output.trim().slice(-2000) }] : failed
  return { findings, seen: `${checks} checks` }
}
