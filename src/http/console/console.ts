import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import { packagePath } from '../../package-file.js'
import { contentSecurityPolicy, securityHeaders } from '../pages/headers.js'
import { refuseHost, sendProblem } from '../problem.js'
import { openConsoleIndex } from './console-index.js'
import type { ConsoleSettings } from './console-settings.js'

export interface ConsoleOptions {
  readonly settings: ConsoleSettings
  readonly isInternalHost: (host: string | undefined) => boolean
  /** The origin where an identity provider gives tokens; absent: nobody signs in with one. */
  readonly tokenOrigin: (() => string) | undefined
}

/** Those of every page; besides, no text becomes markup, and the page asks for no device. */
function consoleHeaders(tokenOrigin: string | undefined) {
  const policy = contentSecurityPolicy(...(tokenOrigin === undefined ? [] : [tokenOrigin]))
  return {
    ...securityHeaders,
    'Content-Security-Policy': `${policy}; require-trusted-types-for 'script'`,
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  }
}

/** Where `npm run build` puts the page. */
const directory = packagePath('dist/console')

/**
 * Serves the operator console at `/console`: a page application that is a client of the operator API and gets no other way in.
 * Every path below it answers the index, so that each page of the application has an address.
 */
export async function serveConsole(
  app: FastifyInstance,
  { settings, isInternalHost, tokenOrigin }: ConsoleOptions,
): Promise<void> {
  const readIndex = openConsoleIndex(directory, settings)

  async function sendIndex(_request: unknown, reply: FastifyReply): Promise<FastifyReply> {
    const index = await readIndex()
    if (index === undefined) return sendProblem(reply, 404, 'The console is not built here; run: npm run build')
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').serializer(String).send(index)
  }

  await app.register(async (pages) => {
    pages.addHook('onRequest', async (request, reply) => {
      if (!isInternalHost(request.headers.host)) return refuseHost(reply)
      reply.headers(consoleHeaders(tokenOrigin?.()))
      if (request.method === 'GET' || request.method === 'HEAD') return
      return sendProblem(reply.header('allow', 'GET, HEAD'), 405, 'The console answers GET and HEAD.')
    })
    pages.setErrorHandler<FastifyError>((error, _request, reply) => {
      // A path that leads out of the folder is refused by an error.
      if ((error.statusCode ?? 500) >= 500) throw error
      return sendProblem(reply, 404, 'The console has no such file.')
    })
    await pages.register(fastifyStatic, {
      root: join(directory, 'assets'),
      prefix: '/console/assets/',
      index: false,
      decorateReply: false,
      // The name of a file changes with its content.
      immutable: true,
      maxAge: '365d',
      preCompressed: true,
    })
    for (const url of ['/console', '/console/*']) {
      pages.get(url, sendIndex)
      pages.route({ method: ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'], url, handler: sendIndex })
    }
  })
}
