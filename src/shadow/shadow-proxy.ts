import {
  Agent,
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import { request as httpsRequest, Agent as TlsAgent } from 'node:https'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream'
import { type AnsweredCall, BoundedBody, passedHeaders } from './exchange.js'

/** No contract has a longer request (16 KiB) or a longer reply. */
const maxRequestBytes = 64 * 1024
const maxAnswerBytes = 256 * 1024
const maxHeaderBytes = 64 * 1024
/** Proxies in front of this one keep idle connections for a minute at most. */
const callersIdleMs = 75_000
const maxClosingMs = 10_000
/** Less than servers wait, so that no request is sent into a connection that the old server is about to close. */
const oldIdleMs = 1000

export interface ShadowProxyOptions {
  readonly old: URL
  /** Whether the old server gets the host of its own URL in place of the caller's. */
  readonly rewritesHost: boolean
  /** Told of each call once the caller has its whole answer. Must neither throw nor wait. */
  readonly onAnswered: (call: AnsweredCall) => void
  /** Told where the old server gave no answer: the caller gets 502. */
  readonly onFailed: (error: NodeJS.ErrnoException) => void
}

/** Answers each call with the answer of the old server, byte for byte, and hands on a copy of both. */
export class ShadowProxy {
  readonly #options: ShadowProxyOptions
  readonly #agent: Agent
  readonly #server: Server

  constructor(options: ShadowProxyOptions) {
    this.#options = options
    const idle = { keepAlive: true, timeout: oldIdleMs }
    this.#agent = options.old.protocol === 'https:' ? new TlsAgent(idle) : new Agent(idle)
    // What a server demands of a request is the old server's business.
    this.#server = createServer(
      { maxHeaderSize: maxHeaderBytes, requireHostHeader: false, keepAliveTimeout: callersIdleMs },
      (request, response) => this.#forward(request, response),
    )
  }

  /** @returns the address, such as `http://127.0.0.1:8080` */
  async listen(host: string, port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(port, host, resolve)
    })
    const { address, family, port: actual } = this.#server.address() as AddressInfo
    return `http://${family === 'IPv6' ? `[${address}]` : address}:${actual}`
  }

  /** Lets calls in progress end, and takes no more. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve))
    // Node keeps a connection whose last call ends after `close`.
    const idle = setInterval(() => this.#server.closeIdleConnections(), 50)
    const all = setTimeout(() => this.#server.closeAllConnections(), maxClosingMs)
    await closed
    clearInterval(idle)
    clearTimeout(all)
    this.#agent.destroy()
  }

  #forward(request: IncomingMessage, response: ServerResponse): void {
    const { old, rewritesHost, onFailed } = this.#options
    const { method = 'GET', url = '/' } = request
    const headers = headersForOld(request, rewritesHost || request.headers.host === undefined ? old.host : undefined)
    const send = old.protocol === 'https:' ? httpsRequest : httpRequest
    const outgoing = send(old, { method, path: url, headers, agent: this.#agent, maxHeaderSize: maxHeaderBytes })
    const body = new BoundedBody(maxRequestBytes)
    request.on('data', (chunk: Buffer) => body.add(chunk))
    request.pipe(outgoing)
    // A caller who goes away takes the call along.
    response.on('close', () => outgoing.destroy())
    outgoing.on('response', (answer) => this.#passOn(answer, response, { method, url, headers, body }))
    outgoing.on('error', (error) => {
      // An answer that has begun is judged by its own stream; a request may fail beneath it (413 before the body was sent).
      if (response.headersSent || response.destroyed) return
      onFailed(error)
      response.writeHead(502, { 'content-type': 'text/plain' }).end('The server did not answer.\n')
    })
  }

  #passOn(
    answer: IncomingMessage,
    response: ServerResponse,
    { method, url, headers, body }: Pick<AnsweredCall, 'method' | 'url' | 'headers'> & { readonly body: BoundedBody },
  ): void {
    const { statusCode: status = 502, statusMessage, rawHeaders, headers: answered } = answer
    const copy = new BoundedBody(maxAnswerBytes)
    response.sendDate = false
    response.writeHead(status, statusMessage, passedHeaders(rawHeaders, ['transfer-encoding']))
    answer.on('data', (chunk: Buffer) => copy.add(chunk))
    pipeline(answer, response, (error) => {
      if (error) return
      const [requestBytes, answerBytes] = [body.bytes, copy.bytes]
      const kept = requestBytes &&
        answerBytes && { body: requestBytes, answer: { status, headers: answered, body: answerBytes } }
      this.#options.onAnswered({ method, url, headers, kept })
    })
  }
}

/** The headers of a caller, with its address as proxies tell it. */
function headersForOld(
  { rawHeaders, headers, method = '', socket }: IncomingMessage,
  host: string | undefined,
): string[] {
  const passed = passedHeaders(rawHeaders, ['x-forwarded-for', ...(host === undefined ? [] : ['host'])])
  if (host !== undefined) passed.unshift('Host', host)
  const before = headers['x-forwarded-for']
  passed.push('X-Forwarded-For', `${before === undefined ? '' : `${before}, `}${socket.remoteAddress ?? 'unknown'}`)
  // Without either, Node would send an empty body in chunks, which some servers take for one.
  const hasNoLength = !('content-length' in headers) && !('transfer-encoding' in headers)
  if (hasNoLength && ['POST', 'PUT', 'PATCH'].includes(method)) passed.push('Content-Length', '0')
  return passed
}
