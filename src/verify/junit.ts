import type { CheckResult, Verification } from './probe.js'

/** A verification as the XML that CI servers read from JUnit: one test case for each check. */
export function junitReport({ contract, checks, failed, skipped, seconds }: Verification): string {
  const counts = `tests="${checks.length}" failures="${failed}" errors="0" skipped="${skipped}" time="${seconds}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `<testsuite name="${escaped(contract)}" ${counts}>`,
    ...checks.map((check) => testCase(contract, check)),
    '</testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}

function testCase(contract: string, { operation, name, outcome, differences, reason }: CheckResult): string {
  const opening = `<testcase classname="${escaped(`${contract}.${operation}`)}" name="${escaped(name)}"`
  if (outcome === 'passed') return `${opening}/>`
  if (outcome === 'skipped') return `${opening}><skipped message="${escaped(reason ?? '')}"/></testcase>`
  const lines = differences.map(({ at, expected, actual }) => `${at}: expected ${expected}, got ${actual}`)
  return `${opening}><failure message="${escaped(lines[0] ?? '')}">${escaped(lines.join('\n'))}</failure></testcase>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text of an attribute or an element; characters that XML cannot hold become U+FFFD. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? '')
    .replaceAll('\n', '&#10;')
}
