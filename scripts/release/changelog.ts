/** The heading of what is not released yet. */
const unreleased = '## [Unreleased]'

/**
 * Gives what is not released yet in a changelog (Keep a Changelog) a version and a date, below a new heading for what comes next.
 * @throws where there is nothing to release, or the version stands there already
 */
export function releaseChangelog(text: string, version: string, date: string): string {
  if (text.includes(`## [${version}]`)) throw new Error(`CHANGELOG.md has the version ${version} already`)
  const start = text.indexOf(unreleased)
  if (start === -1) throw new Error(`CHANGELOG.md has no line "${unreleased}"`)
  if (notesOf(text, 'Unreleased') === '') throw new Error('CHANGELOG.md says nothing under "Unreleased"')
  return text.replace(unreleased, `${unreleased}\n\n## [${version}] - ${date}`)
}

/** What a changelog says of a version, without its heading. */
export function notesOf(text: string, version: string): string {
  const start = text.indexOf(`## [${version}]`)
  if (start === -1) return ''
  const [, ...lines] = text.slice(start).split('\n')
  const end = lines.findIndex((line) => line.startsWith('## '))
  return (end === -1 ? lines : lines.slice(0, end)).join('\n').trim()
}
