import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Test } from 'tap'
import { send } from './http.js'

/** An answer of the real server, as a proxy hands it on. */
export interface AlterableAnswer {
  status: number
  headers: Record<string, string>
  text: string
  /** What was asked. */
  readonly request: {
    readonly method: string
    readonly path: string
    readonly headers: IncomingHttpHeaders
    readonly body: string
  }
  /** Answers by itself in place of the proxy: a fault of the connection. */
  replace?: (response: ServerResponse) => void
}

export type Alter = (answer: AlterableAnswer) => void

/** A proxy in front of a server that alters what it answers. */
export class AlteringProxy {
  readonly requests: { readonly method: string; readonly path: string }[] = []
  alter: Alter = () => {}

  private constructor(readonly baseUrl: string) {}

  static async start(t: Test, target: string): Promise<AlteringProxy> {
    let proxy: AlteringProxy | undefined
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const body = Buffer.concat(chunks)
      const { method = 'GET', url = '/', headers } = request
      proxy?.requests.push({ method, path: url })
      const passed = Object.fromEntries(
        Object.entries(headers).filter(([name]) => name !== 'connection' && name !== 'transfer-encoding'),
      ) as Record<string, string>
      const reply = await send(target, { method, path: url, headers: passed, ...(body.length > 0 && { body }) })
      const answer: AlterableAnswer = {
        status: reply.status,
        headers: Object.fromEntries(
          Object.entries(reply.headers)
            .filter(([name]) => !/^(connection|keep-alive|transfer-encoding|content-length)$/.test(name))
            .map(([name, value]) => [name, String(value)]),
        ),
        text: reply.text,
        request: { method, path: url, headers, body: body.toString() },
      }
      proxy?.alter(answer)
      if (answer.replace) return answer.replace(response)
      response.writeHead(answer.status, answer.headers).end(answer.text)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    t.teardown(() => {
      server.closeAllConnections()
      server.close()
    })
    proxy = new AlteringProxy(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    return proxy
  }
}
