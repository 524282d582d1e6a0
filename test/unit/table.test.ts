import fc from 'fast-check'
import { test } from 'tap'
import type { Field } from '../../src/cli/field.js'
import { growingTable, renderTable } from '../../src/cli/table.js'
import { widthOf, wrap } from '../../src/cli/text-width.js'

interface Token {
  readonly link: string
  readonly name: string
  readonly creator?: string
  readonly state: string
  readonly issued: string
}

const fields: readonly Field<Token>[] = [
  { name: 'link', of: ({ link }) => link, isId: true },
  { name: 'name', of: ({ name }) => name },
  { name: 'creator', of: ({ creator }) => creator, leftOut: 1 },
  { name: 'state', of: ({ state }) => state, isNeverCut: true },
  { name: 'issued', of: ({ issued }) => issued, isNeverCut: true },
]
const tokens: readonly Token[] = [
  {
    link: '01936b1e-7c3a-7d70-9bdb-bd3ce1fc98fd',
    name: 'Web shop',
    creator: 'ada@example.org',
    state: 'active',
    issued: '2026-11-28T14:22:03Z',
  },
  {
    link: '01936b1e-7c3a-7d71-9bdb-bd3ce1fc98fd',
    name: '日本語株式会社 東京支店',
    state: 'revoked',
    issued: '2025-11-03T08:30:00Z',
  },
]

test('without a width a table shows everything whole', (t) => {
  t.strictSame(renderTable(fields, tokens), {
    text: [
      'LINK                                  NAME                     CREATOR          STATE    ISSUED',
      '01936b1e-7c3a-7d70-9bdb-bd3ce1fc98fd  Web shop                 ada@example.org  active   2026-11-28T14:22:03Z',
      '01936b1e-7c3a-7d71-9bdb-bd3ce1fc98fd  日本語株式会社 東京支店  -                revoked  2025-11-03T08:30:00Z',
      '',
    ].join('\n'),
    leftOut: [],
  })
  t.end()
})

test('a table first shortens ids to what tells them apart, and times', (t) => {
  t.strictSame(renderTable(fields, tokens, 91), {
    text: [
      'LINK                NAME                     CREATOR          STATE    ISSUED',
      '01936b1e-7c3a-7d70  Web shop                 ada@example.org  active   2026-11-28 14:22',
      '01936b1e-7c3a-7d71  日本語株式会社 東京支店  -                revoked  2025-11-03 08:30',
      '',
    ].join('\n'),
    leftOut: [],
  })
  t.match(renderTable(fields, tokens.slice(0, 1), 91).text, /^01936b1e-7c3a {2}Web/m, '13 characters at least')
  t.end()
})

test('then it wraps texts, and leaves out columns in their order', (t) => {
  t.strictSame(renderTable(fields, tokens, 60), {
    text: [
      'LINK                NAME                 STATE    ISSUED',
      '01936b1e-7c3a-7d70  Web shop             active   2026-11-28',
      '01936b1e-7c3a-7d71  日本語株式会社       revoked  2025-11-03',
      '                    東京支店',
      '',
    ].join('\n'),
    leftOut: ['creator'],
  })
  const { text, leftOut } = renderTable(fields, tokens, 34)
  t.strictSame(leftOut, ['creator', 'state', 'issued'])
  t.equal(text.split('\n')[0], 'LINK                NAME')
  t.end()
})

test('a time whose minutes matter keeps them, and what is no UUID is no id to shorten', (t) => {
  const events: readonly Field<Token>[] = [
    { name: 'at', of: ({ issued }) => issued, isNeverCut: true, isExact: true },
    { name: 'subject', of: ({ link }) => link, isId: true },
  ]
  const { text } = renderTable(events, [...tokens, { ...(tokens[0] as Token), link: 'security-management' }], 37)
  t.match(text, /^2026-11-28 14:22 {2}01936b1e-7c3a-7d70$/m)
  t.match(text, /^2026-11-28 14:22 {2}security-management$/m)
  t.end()
})

test('no line is wider than the terminal, and of what is shown no character is lost', (t) => {
  const text = fc.string({ unit: fc.constantFrom('a', 'Z', ' ', '-', '@', 'é', '日', '💶'), maxLength: 60 })
  const item = fc.record({ link: fc.uuid(), name: text, creator: text, state: fc.constant('active') })
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 6 }), fc.integer({ min: 52, max: 200 }), (items, width) => {
      const rows = items.map((one) => ({ ...one, issued: '2026-11-28T14:22:03Z' }))
      const shown = renderTable(fields, rows, width)
      for (const line of shown.text.split('\n')) if (widthOf(line) > width) return false
      const all = [...shown.text.replaceAll(/\s/g, '')].sort().join('')
      return rows.every(({ name }) => [...name.replaceAll(/\s/g, '')].every((character) => all.includes(character)))
    }),
  )
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 30 }), (text, width) => {
      const lines = wrap(text, width)
      return (
        lines.every((line) => widthOf(line) <= width) &&
        lines.join('').replaceAll(/\s/g, '') === text.replaceAll(/\s/g, '')
      )
    }),
  )
  t.end()
})

test('a table without an end widens its columns, and fits the terminal as well', (t) => {
  const line = growingTable(fields.slice(1, 4))
  const [token] = tokens as [Token]
  t.equal(line({ ...token, name: 'a' }), 'a  ada@example.org  active\n')
  t.equal(line({ ...token, name: 'abc' }), 'abc  ada@example.org  active\n')
  t.equal(line({ ...token, name: 'b' }), 'b    ada@example.org  active\n')
  const narrow = growingTable(fields, 50)
  t.equal(narrow(token), '01936b1e-7c3a  Web shop  active  2026-11-28\n')
  t.end()
})
