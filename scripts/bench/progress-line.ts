import { Presets, SingleBar } from 'cli-progress'

export interface ProgressLine {
  update(done: number, all: number, what: string): void
  stop(): void
}

/** Says on the standard error what is under way, where that is a terminal. */
export function startProgressLine(): ProgressLine {
  const bar = new SingleBar(
    {
      format: '[{bar}] {value} of {total}  {what}',
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: false,
      gracefulExit: false,
      fps: 5,
    },
    Presets.legacy,
  )
  let isStarted = false
  return {
    update(done, all, what) {
      if (!isStarted) bar.start(all, done, { what })
      isStarted = true
      bar.setTotal(all)
      bar.update(done, { what })
    },
    stop() {
      if (isStarted) bar.stop()
      isStarted = false
    },
  }
}
