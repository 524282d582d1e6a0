/**
 * `npm run release -- VERSION`: makes a release out of a clean checkout: changelog, version, commit, build, tarball, list of packages (SBOM),
 * checksums, and last the tag. Nothing leaves this machine: what is left to do is printed.
 * `--out DIR` is where the files go (default: `release/`).
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { notesOf, releaseChangelog } from './release/changelog.js'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: 'release' } },
})

/** Runs a command in the checkout, and gives what it printed. */
function run(command: string, ...args: string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 64 << 20 })
}

/** @throws what is in the way of a release */
function assertReady(version: string): void {
  // https://semver.org, without build metadata: the build adds the commit.
  if (!/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version)) throw new Error('give a version such as 1.2.0')
  if (run('git', 'status', '--porcelain') !== '') throw new Error('commit or remove what git status shows, first')
  if (run('git', 'tag', '--list', `v${version}`) !== '') throw new Error(`the tag v${version} exists already`)
}

async function commitVersion(version: string): Promise<string> {
  const changelog = releaseChangelog(
    await readFile('CHANGELOG.md', 'utf8'),
    version,
    new Date().toISOString().slice(0, 10),
  )
  await writeFile('CHANGELOG.md', changelog)
  run('npm', 'version', version, '--no-git-tag-version', '--allow-same-version')
  run('git', 'commit', '--all', '--message', `Release ${version}`)
  return notesOf(changelog, version)
}

/** A tarball that `npm ci` installs as the lock file says: by this name the file may be a part of it. */
async function pack(out: string): Promise<string> {
  await copyFile('package-lock.json', 'npm-shrinkwrap.json')
  try {
    const [{ filename }] = JSON.parse(run('npm', 'pack', '--ignore-scripts', '--json', '--pack-destination', out))
    return filename
  } finally {
    await rm('npm-shrinkwrap.json')
  }
}

/** Builds the commit, and writes the files of a release. @returns their names */
async function writeFiles(version: string, out: string): Promise<string[]> {
  run('npm', 'run', '--silent', 'build')
  await mkdir(out, { recursive: true })
  const filename = await pack(out)
  const sbom = `tokenwright-${version}.sbom.json`
  await writeFile(join(out, sbom), run('npm', 'run', '--silent', 'sbom'))
  const files = [filename, sbom]
  const sums = await Promise.all(
    files.map(
      async (name) =>
        `${createHash('sha256')
          .update(await readFile(join(out, name)))
          .digest('hex')}  ${name}\n`,
    ),
  )
  await writeFile(join(out, 'SHA256SUMS'), sums.join(''))
  return [...files, 'SHA256SUMS']
}

async function release(version = ''): Promise<void> {
  assertReady(version)
  const notes = await commitVersion(version)
  const files = await writeFiles(version, values.out)
  run(
    'git',
    'tag',
    '--annotate',
    `v${version}`,
    '--cleanup=verbatim',
    '--message',
    `Tokenwright ${version}\n\n${notes}`,
  )
  console.log(`${files.map((name) => join(values.out, name)).join('\n')}

The commit and the tag v${version} are on this machine. To publish them: git push --follow-tags
The image: docker build --build-arg COMMIT=$(git rev-parse --short=12 v${version}) --tag tokenwright:${version} .`)
}

try {
  await release(...positionals)
} catch (error) {
  console.error(`no release: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
