import type { Field } from '../../src/cli/field.js'
import { renderTable } from '../../src/cli/table.js'
import { type Goal, isMet } from './goal.js'

/** A figure for people: as many digits as mean something. */
export function figure(value: number, digits = 2): string | null {
  return Number.isNaN(value) ? null : value.toFixed(digits)
}

export function printTable<Item>(title: string, fields: readonly Field<Item>[], items: readonly Item[]): void {
  console.log(`\n${title}\n`)
  process.stdout.write(renderTable(fields, items).text)
}

export function printGoals(goals: readonly Goal[]): void {
  printTable<Goal>(
    'Goals',
    [
      { name: 'goal', of: ({ what }) => what },
      {
        name: 'wanted',
        of: (goal) => ('least' in goal ? `at least ${goal.least}` : `at most ${goal.most}`) + (goal.unit ?? ''),
      },
      {
        name: 'measured',
        of: ({ measured, unit = '' }) => {
          const text = figure(measured, Math.abs(measured) >= 100 ? 0 : 2)
          return text === null ? null : text + unit
        },
      },
      {
        name: 'met',
        of: (goal) => {
          const met = isMet(goal)
          return met === undefined ? 'not measured' : met ? 'yes' : 'NO'
        },
      },
    ],
    goals,
  )
}

const widest = 50

/** Bars, the longest as wide as the plot. */
export function printBars(bars: readonly { readonly name: string; readonly value: number }[]): void {
  const longest = Math.max(...bars.map(({ value }) => value))
  const width = Math.max(...bars.map(({ name }) => name.length))
  for (const { name, value } of bars) {
    const length = Math.max(1, Math.round((value / longest) * widest))
    console.log(`${name.padEnd(width)}  ${'█'.repeat(length)} ${Math.round(value)}`)
  }
}
