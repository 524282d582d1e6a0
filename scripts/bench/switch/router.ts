import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** By which header an answer tells which server it is from. */
export const servedBy = 'x-served-by'

/** The proxy in front of an installation that moves: it leads every caller to the old server or to the new one. */
export interface Router {
  readonly url: string
  /** The part of the callers that it leads to the new server, from 0 to 1. */
  share: number
  close(): Promise<void>
}

/**
 * The old server is this process: it answers every request with 200, since only valid ones are sent.
 * @param newUrl where the new server is
 */
export async function startRouter(newUrl: string): Promise<Router> {
  const server = createServer((request, response) => {
    // A caller stays where it was led: what tells callers apart is the header that the load gives them.
    const caller = Number(request.headers['x-caller'])
    if (caller < router.share) passOn(request, response)
    else request.resume().on('end', () => response.writeHead(200, { [servedBy]: 'old' }).end())
  })

  function passOn(request: IncomingMessage, response: ServerResponse): void {
    const { method, url, headers } = request
    const passed = forward(new URL(url ?? '/', newUrl), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, { ...answer.headers, [servedBy]: 'new' })
      answer.pipe(response)
    })
    passed.on('error', () => response.writeHead(502, { [servedBy]: 'new' }).end())
    request.pipe(passed)
  }

  // A connection that the server closes while it is being used again would be a request without an answer.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const router: Router = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    share: 0,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return router
}
