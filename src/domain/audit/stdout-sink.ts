import type { Writable } from 'node:stream'
import { type AuditSink, AuditSinkFailure } from './audit-sink.js'

/** Writes audit events to the standard output, between the lines of the log. */
export class StdoutSink implements AuditSink {
  readonly name = 'stdout'

  constructor(readonly stream: Writable = process.stdout) {
    // A terminal that was closed ends no server: the callback of the write tells the failure.
    stream.on('error', () => {})
  }

  deliver(lines: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.stream.write(lines, (error) => (error ? reject(new AuditSinkFailure('STDOUT', error)) : resolve()))
    })
  }
}
