import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'tap'
import { root } from '../support/process.js'

interface LockedPackage {
  readonly version?: string
  readonly license?: string
  readonly dev?: true
}

interface MinimumVersion {
  readonly package: string
  /** The first version in which all the advisories are fixed. */
  readonly version: string
  readonly advisories: readonly string[]
}

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(root, path), 'utf8'))

/** The packages that the lock file installs, nested ones too, without the project itself. */
async function lockedPackages(): Promise<[name: string, LockedPackage][]> {
  const { packages } = (await readJson('package-lock.json')) as { packages: Record<string, LockedPackage> }
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, locked]) => [path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length), locked])
}

test('no package of the lock file is older than the version that fixed its advisories', async (t) => {
  const locked = await lockedPackages()
  for (const { package: name, version: minimum, advisories } of (await readJson(
    'docs/minimum-versions.json',
  )) as MinimumVersion[]) {
    const versions = locked.filter(([one]) => one === name).map(([, { version = '' }]) => version)
    t.ok(versions.length > 0, `${name} is installed: a package that is gone leaves the list`)
    for (const version of versions) {
      t.ok(version.localeCompare(minimum, 'en', { numeric: true }) >= 0, `${name} ${version}: ${advisories.join(', ')}`)
    }
  }
})

test('every package of the server has a licence that allows to ship it', async (t) => {
  const allowed = /^(MIT|MIT-0|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|Python-2\.0)$/
  for (const [name, { license = 'none', dev }] of await lockedPackages()) {
    if (dev) continue
    const alternatives = license.replace(/^\(|\)$/g, '').split(' OR ')
    t.ok(
      alternatives.some((one) => allowed.test(one)),
      `${name}: ${license}`,
    )
  }
})
