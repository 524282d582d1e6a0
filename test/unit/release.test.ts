import { execFileSync, spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'tap'
import { notesOf, releaseChangelog } from '../../scripts/release/changelog.js'
import { root } from '../support/process.js'

const changelog = '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Something.\n'

test('what is not released gets a version and a date', (t) => {
  const released = releaseChangelog(changelog, '1.0.0', '2026-01-31')
  t.match(released, '## [Unreleased]\n\n## [1.0.0] - 2026-01-31\n\n### Added\n\n- Something.\n')
  t.equal(notesOf(released, '1.0.0'), '### Added\n\n- Something.')
  t.throws(() => releaseChangelog(released, '1.0.0', '2026-02-01'), /has the version 1\.0\.0 already/)
  t.throws(() => releaseChangelog(released, '1.1.0', '2026-02-01'), /says nothing/)
  t.throws(() => releaseChangelog('# Changelog\n', '1.0.0', '2026-01-31'), /no line/)
  t.end()
})

test('a release is a commit, a tag, a tarball with its commit, a list of packages and checksums', async (t) => {
  const directory = t.testdir({
    'CHANGELOG.md': changelog,
    'package.json': JSON.stringify({
      name: 'tokenwright',
      version: '0.1.0',
      private: true,
      type: 'module',
      files: ['dist', 'npm-shrinkwrap.json'],
      // Of this project's own scripts the build is left out, which takes long.
      scripts: {
        build: 'mkdir -p dist && git rev-parse HEAD > dist/commit',
        sbom: 'npm sbom --sbom-format=cyclonedx --package-lock-only',
      },
    }),
    '.gitignore': 'node_modules\ndist\nrelease\n',
  })
  const git = (...args: string[]) => execFileSync('git', args, { cwd: directory, encoding: 'utf8' }).trim()
  git('init', '--quiet')
  git('config', 'user.name', 'Somebody')
  git('config', 'user.email', 'somebody@example.org')
  execFileSync('npm', ['install', '--package-lock-only', '--silent'], { cwd: directory })
  git('add', '--all')
  git('commit', '--quiet', '--message', 'First')
  const release = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), join(root, 'scripts/release.ts'), ...args], {
      cwd: directory,
      encoding: 'utf8',
    })

  t.match(release('1.0'), { status: 1, stderr: /give a version/ })
  await writeFile(join(directory, 'CHANGELOG.md'), `${changelog}- More.\n`)
  t.match(release('1.0.0'), { status: 1, stderr: /git status/ })
  git('commit', '--quiet', '--all', '--message', 'More')

  const { status, stderr, stdout } = release('1.0.0')
  t.equal(status, 0, stderr)
  t.match(stdout, /git push --follow-tags/)
  t.equal(git('status', '--porcelain'), '')
  t.equal(git('log', '-1', '--format=%s'), 'Release 1.0.0')
  t.match(
    git('tag', '--list', '--format=%(contents)', 'v1.0.0'),
    /^Tokenwright 1\.0\.0\n\n### Added\n\n- Something\.\n- More\.$/,
  )
  const out = join(directory, 'release')
  execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: out })
  const archived = execFileSync('tar', ['-xzOf', 'tokenwright-1.0.0.tgz', 'package/dist/commit'], {
    cwd: out,
    encoding: 'utf8',
  })
  t.equal(archived.trim(), git('rev-parse', 'v1.0.0^{commit}'))
  execFileSync('tar', ['-xzOf', 'tokenwright-1.0.0.tgz', 'package/npm-shrinkwrap.json'], { cwd: out })
  const sbom = JSON.parse(await readFile(join(out, 'tokenwright-1.0.0.sbom.json'), 'utf8'))
  t.match(sbom, { bomFormat: 'CycloneDX', metadata: { component: { version: '1.0.0' } } })

  t.match(release('1.0.0'), { status: 1, stderr: /tag v1\.0\.0 exists/ })
})
