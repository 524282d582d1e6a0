/** Opens the embedded database of a directory and writes to it until it is killed. Run by `test/database/embedded.test.ts`. */
import { sql } from 'kysely'
import { openEmbedded } from '../../src/database/embedded.js'

const { db } = await openEmbedded({ directory: process.argv[2] })
await sql`create table numbers (value integer)`.execute(db)
await sql`insert into numbers values (0)`.execute(db)
console.log('open')
for (let value = 1; ; value++) await sql`insert into numbers values (${value})`.execute(db)
