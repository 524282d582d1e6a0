/**
 * A process that runs test files one after another and writes TAP. Its input names a file on each line. Loading tap and the server once
 * for many files saves about a second for each.
 */
import { createInterface } from 'node:readline'
import tap from 'tap'

const compiledRoot = new URL('../../', import.meta.url)

for await (const file of createInterface({ input: process.stdin })) {
  try {
    await import(new URL(file.replace(/\.ts$/, '.js'), compiledRoot).href)
  } catch (error) {
    void tap.test(`${file} is loaded`, async () => {
      throw error
    })
  }
  // The tests of the file are queued before this one, by whose name the parent knows that the next file can come.
  await tap.test(`end of ${file}`, async () => {})
}
if (process.env.TEST_TEMPLATE) {
  const { closeUnusedDatabases } = await import('../../test/support/database.js')
  await closeUnusedDatabases()
}
