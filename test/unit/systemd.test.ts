import { spawnSync } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'tap'
import { root } from '../support/process.js'

const folder = join(root, 'deploy/systemd')
const noSystemd = spawnSync('systemd-analyze', ['--version']).status !== 0 && 'systemd is not installed'

/** A unit as it stands for this checkout, and an instance of a template. */
async function installedUnits(directory: string): Promise<string[]> {
  return Promise.all(
    (await readdir(folder)).map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      const path = join(directory, name.replace('@.', '@one.'))
      await writeFile(path, text.replaceAll('/opt/tokenwright', root.replace(/\/$/, '')))
      return path
    }),
  )
}

test('systemd accepts the units, and finds a misspelt line', { skip: noSystemd }, async (t) => {
  const paths = await installedUnits(t.testdir({}))
  t.equal(paths.length, 2)
  const verify = () => spawnSync('systemd-analyze', ['verify', ...paths], { encoding: 'utf8' })
  const { status, stderr } = verify()
  t.strictSame([status, stderr], [0, ''])
  const [path = ''] = paths
  await writeFile(path, (await readFile(path, 'utf8')).replace('WorkingDirectory', 'WorkDirectory'))
  t.match(verify().stderr, /WorkDirectory/)
})

test('the units start what npm start starts, and leave time to stop', async (t) => {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }
  const serve = await readFile(join(folder, 'tokenwright@.service'), 'utf8')
  t.ok(serve.includes(`ExecStart=/usr/bin/env ${scripts.start}\n`))
  t.ok(Number(/^TimeoutStopSec=(\d+)$/m.exec(serve)?.[1]) > 10)
  t.ok(Number(/^LimitNOFILE=(\d+)$/m.exec(serve)?.[1]) >= 512)
  const migrate = await readFile(join(folder, 'tokenwright-migrate.service'), 'utf8')
  t.ok(migrate.includes(`ExecStart=/usr/bin/env ${scripts.start.replace(' serve', ' migrate up')}`))
})
