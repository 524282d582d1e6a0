import { test } from 'tap'
import { summaryOf } from '../../src/observability/query-summary.js'

test('a statement is summed up by its verb and its tables, whatever it is asked with', (t) => {
  const summaries: readonly (readonly [string, string])[] = [
    ['select "id" from "operators" where "id" = $1', 'SELECT operators'],
    ['select id from gateway_tokens where digest = any($1::bytea[])', 'SELECT gateway_tokens'],
    ['select "a" from "broker_users" inner join "broker_secrets" on true', 'SELECT broker_users broker_secrets'],
    ['insert into "gateway_tokens" ("link") select * from unnest($1::uuid[]) as t(link)', 'INSERT gateway_tokens'],
    ['update "gateway_tokens" set "revoked_at" = $1', 'UPDATE gateway_tokens'],
    ['delete from only "sessions" where true', 'DELETE sessions'],
    ['select now()', 'SELECT'],
    ['begin', 'BEGIN'],
    ['savepoint work', 'SAVEPOINT'],
    ['select 1 from "a" join "b" on true join "c" on true join "d" on true', 'SELECT a b c'],
    ['', 'STATEMENT'],
  ]
  for (const [text, summary] of summaries) t.equal(summaryOf(text), summary, text)
  t.end()
})
