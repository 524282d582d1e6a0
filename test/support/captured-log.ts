import { Writable } from 'node:stream'
import type { Logger } from 'pino'
import type { Config } from '../../src/config.js'
import { createLog } from '../../src/observability/log.js'

export interface LogLine {
  readonly level: number
  readonly msg: string
  readonly [key: string]: unknown
}

/** A log as production writes it, kept in memory. */
export class CapturedLog {
  text = ''
  readonly logger: Logger

  constructor(level: Config['logLevel']) {
    const stream = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        this.text += chunk.toString()
        done()
      },
    })
    this.logger = createLog(level, stream)
  }

  get lines(): LogLine[] {
    return this.text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as LogLine]))
  }

  /** The lines of a request, by the id that its answer carries. */
  of(requestId: unknown): LogLine[] {
    if (typeof requestId !== 'string') throw new Error('the answer has no X-Request-Id')
    return this.lines.filter(({ reqId }) => reqId === requestId)
  }
}
