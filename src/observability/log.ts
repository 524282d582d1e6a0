import type { PinoLoggerOptions } from 'fastify/types/logger.js'
import type { Config } from '../config.js'

/** What a log says of an error: its kind, its code and where it was thrown. Messages may quote input, so they stay out. */
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

/** Structured logs without URLs, headers, bodies or messages of errors. */
export function loggerOptions(level: Config['logLevel']): PinoLoggerOptions {
  return {
    level,
    base: null,
    serializers: {
      err: describeError,
      // A URL may carry a token: the route's pattern says as much.
      req: ({ method, routeOptions }) => ({ method, url: routeOptions.url ?? '' }),
    },
  }
}
