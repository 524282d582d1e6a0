import { CommanderError } from 'commander'
import { test } from 'tap'
import { readOptions } from '../../../scripts/bench/options.js'

test('options are read, names in lower case', async (t) => {
  const { mode, only, rounds, connections } = readOptions([
    'scale',
    '--only',
    'Look-up, Express',
    '--connections',
    '1,64',
  ])
  t.strictSame(
    { mode, only, rounds, connections },
    { mode: 'scale', only: ['look-up', 'express'], rounds: undefined, connections: [1, 64] },
  )
})

test('without arguments everything is compared, at 64 connections', async (t) => {
  const { mode, only, seconds, connections } = readOptions([])
  t.strictSame({ mode, only, seconds, connections }, { mode: 'compare', only: [], seconds: 2, connections: [64] })
})

test('unknown modes, options and values are refused in one line', async (t) => {
  for (const args of [
    ['fast'],
    ['--fast'],
    ['--rounds', '0'],
    ['--connections', '1,'],
    ['--only', ','],
    ['scale', 'start'],
  ]) {
    try {
      readOptions(args)
      t.fail(`${args.join(' ')} is taken`)
    } catch (error) {
      t.ok(error instanceof CommanderError && error.exitCode !== 0, args.join(' '))
      t.match((error as Error).message, /^error: .+$/)
    }
  }
})
