import type { Writable } from 'node:stream'
import { Presets, SingleBar } from 'cli-progress'

export interface Progress {
  /** @param what is counted now, where that changes */
  update(count: number, what?: string): void
  stop(): void
}

/**
 * Counts on the standard error while a command takes long, where that is a terminal.
 * @param what is counted, such as `tokens revoked`
 * @param total how many there are, where that is known
 */
export function startProgress(stderr: Writable, what: string, total?: number): Progress {
  const bar = new SingleBar(
    {
      format: total === undefined ? '{value} {what}' : '[{bar}] {value} of {total} {what}',
      stream: stderr,
      clearOnComplete: true,
      // A command that is stopped with Ctrl-C would leave the terminal without one, or with lines cut.
      hideCursor: false,
      linewrap: true,
      // Its handler of Ctrl-C would stop the bar and let the command go on.
      gracefulExit: false,
      fps: 5,
    },
    Presets.legacy,
  )
  bar.start(total ?? 0, 0, { what })
  return { update: (count, now = what) => bar.update(count, { what: now }), stop: () => bar.stop() }
}
