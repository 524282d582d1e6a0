import { writeSync } from 'node:fs'
import type { FastifyRequest } from 'fastify'
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino'
import type { Config } from '../config.js'
import { Unavailable } from '../errors.js'

/** What is kept of a log while it cannot be written; beyond it, lines are lost. */
const maxUnwrittenBytes = 1_048_576

/** The code of an error, or else of what has caused it: an error code of the system such as EMFILE, or an SQLSTATE. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code } = error as { code?: unknown }
  if (typeof code === 'string') return code
  const [first] = error instanceof AggregateError ? error.errors : []
  return codeOf(error.cause ?? first)
}

/** The fields of an error in a log: its type, its code and where it was thrown. Messages may quote input, so they are left out, except those of {@link Unavailable}. */
export function describeError(error: unknown): {
  type: string
  message: string
  stack: string
  [key: string]: unknown
} {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' }
  const code = codeOf(error)
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.name,
    message: error instanceof Unavailable ? error.message : '',
    ...(code !== undefined && { code }),
    stack: frames.slice(0, 10).join('\n'),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  }
}

/**
 * The log of a process: structured lines without URLs, headers, bodies or messages of errors.
 * @param destination the standard output, or a stream of a test
 */
export function createLog(level: Config['logLevel'], destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    serializers: {
      err: describeError,
      // The pattern of the route: a URL may carry a token.
      req: ({ method, routeOptions }: FastifyRequest) => ({ method, url: routeOptions.url ?? '' }),
    },
  }
  return pino(options, destination ?? standardOutput())
}

/**
 * The standard output. A log that cannot be written, since its terminal was closed or its disk is full, is lost: the server goes on, and
 * can still be stopped.
 */
function standardOutput(): DestinationStream {
  const stream = pino.destination({ dest: 1, maxLength: maxUnwrittenBytes })
  let isBroken = false
  stream.on('error', () => {
    isBroken = true
  })
  stream.on('write', () => {
    isBroken = false
  })
  const flush = stream.flushSync.bind(stream)
  // It tries again without an end, and nothing else happens meanwhile.
  stream.flushSync = () => {
    if (!isBroken && isTerminalThere()) flush()
  }
  return stream
}

/** Whether the standard output is no terminal that was closed (EIO). */
function isTerminalThere(): boolean {
  try {
    writeSync(1, '')
    return true
  } catch {
    return false
  }
}
