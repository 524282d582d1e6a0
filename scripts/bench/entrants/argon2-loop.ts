import { createInterface } from 'node:readline'
import type { Entrant } from '../entrant.js'
import { percentile } from '../percentile.js'

/** The unit of the password login: as many verified passwords a second as the machine can do. */
export const argon2Loop: Entrant = {
  name: 'bare argon2id loop',
  works: ['password'],
  start: async ({ workbench, fixture }) => {
    const password = fixture.users[0]?.password ?? ''
    const child = workbench.spawn(
      ['--import', 'tsx', 'scripts/bench/servers/argon2-loop.ts', fixture.passwordHash, password],
      {},
    )
    const { stdin, stdout } = child
    if (!stdin || !stdout) throw new Error('the loop has no pipes')
    const answers = createInterface(stdout)[Symbol.asyncIterator]()
    return {
      pid: child.pid ?? 0,
      url: '',
      performances: {
        async password({ seconds }) {
          stdin.write(`${seconds}\n`)
          const { value } = await answers.next()
          const result = JSON.parse(value ?? 'null') as { count: number; seconds: number; durations: number[] } | null
          if (!result) throw new Error('the loop ended')
          const sorted = result.durations.sort((one, other) => one - other)
          return {
            rate: result.count / result.seconds,
            answers: result.count,
            p50: percentile(sorted, 0.5),
            p99: percentile(sorted, 0.99),
            longest: percentile(sorted, 1),
            unexpected: 0,
            errors: 0,
          }
        },
      },
    }
  },
}
