import { parse } from 'csv-parse/sync'
import { test } from 'tap'
import { toCsv } from '../../../console/src/list/csv.js'

const columns = [
  { header: 'Name', text: ({ name }: { name: string }) => name },
  { header: 'Id', text: ({ id }: { id: string }) => id },
]

test('a value of a CSV file is what it was, whatever characters it has', async (t) => {
  const items = [
    { name: 'Acme, "Ltd"', id: '1' },
    { name: 'two\nlines', id: '2' },
    { name: '<img src=x onerror=alert(1)>', id: '3' },
    { name: 'Müller · 株式会社', id: '' },
  ]
  const text = toCsv(columns, items)
  t.strictSame(
    parse(text, { columns: true }),
    items.map(({ name, id }) => ({ Name: name, Id: id })),
  )
  t.match(text, /^"Name","Id"\r\n/)
})

test('no value of a CSV file begins like a formula', async (t) => {
  for (const name of ['=HYPERLINK("http://evil")', '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1']) {
    const [, [value = '']] = parse(toCsv(columns, [{ name, id: '' }])) as [string[], string[]]
    t.equal(value, `'${name}`)
  }
  const [, [value]] = parse(toCsv(columns, [{ name: 'a=b', id: '' }])) as [string[], string[]]
  t.equal(value, 'a=b')
})
