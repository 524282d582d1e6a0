import type { FastifyRequest } from 'fastify'
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino'
import type { Config } from '../config.js'
import { Unavailable } from '../errors.js'

/** The code of an error, or else of what has caused it: an error code of the system such as EMFILE, or an SQLSTATE. */
function codeOf(error: unknown): string | undefined {
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
  return destination ? pino(options, destination) : pino(options)
}
