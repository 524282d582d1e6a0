import { test } from 'tap'
import { readProcStat } from '../../../scripts/bench/proc-stat.js'

// Fields 3 to 17 of proc_pid_stat(5): state, parent, …, utime, stime, cutime, cstime; then some that are not read.
const rest = 'S 41 42 42 0 -1 4194560 9 8 7 6 120 30 500 60 20 0 1 0'

test('the times of a process and of the children it waited for are read, whatever its name', async (t) => {
  const expected = { parent: 41, ticks: 150, childTicks: 560 }
  for (const name of ['node', 'postgres: checkpointer', 'a) S 1 (b']) {
    t.strictSame(readProcStat(`42 (${name}) ${rest}\n`), expected, name)
  }
})

test('what is no line of a process is refused', async (t) => {
  t.throws(() => readProcStat('42 (node) S 41'))
})
