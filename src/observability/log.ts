import type { FastifyRequest } from 'fastify'
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino'
import type { Config } from '../config.js'

/** The fields of an error in a log: its type, its code and where it was thrown. Messages may quote input, so they are left out. */
export function describeError(error: unknown): {
  type: string
  message: string
  stack: string
  [key: string]: unknown
} {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' }
  const { code } = error as { code?: unknown }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.name,
    message: '',
    ...(typeof code === 'string' && { code }),
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
