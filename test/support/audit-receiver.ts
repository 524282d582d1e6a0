import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Test } from 'tap'
import { Secret } from '../../src/crypto/secret.js'

export interface AuditLine {
  readonly type: string
  readonly id: string
  readonly action: string
  readonly subject: string | null
}

/** What a receiver does with a delivery: it answers, or it hangs. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

export const accept: Answer = (_request, response) => void response.writeHead(204).end()
export const refuse: Answer = (_request, response) => void response.writeHead(503).end('busy')
export const redirect: Answer = (_request, response) =>
  void response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end()
export const hang: Answer = () => {}

/** A receiver of webhooks that can refuse, hang, die and come back. It holds each delivery against its signature. */
export class AuditReceiver {
  readonly secret = new Secret('a secret of the audit receiver, 32 characters')
  answer: Answer = accept
  /** The lines of each delivery whose signature is right, accepted or not. */
  readonly deliveries: AuditLine[][] = []
  readonly wrong: string[] = []
  #server: Server | undefined
  #port = 0

  static async start(t: Pick<Test, 'teardown'>): Promise<AuditReceiver> {
    const receiver = new AuditReceiver()
    await receiver.comeBack()
    t.teardown(() => receiver.die())
    return receiver
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/audit?token=CANARY`
  }

  /** The events in the order in which they came, each once. */
  get events(): AuditLine[] {
    return [...new Map(this.deliveries.flat().map((line) => [line.id, line])).values()]
  }

  async comeBack(): Promise<void> {
    const server = createServer((request, response) => void this.#receive(request, response))
    server.listen(this.#port, '127.0.0.1')
    await new Promise<void>((resolve) => server.once('listening', resolve))
    this.#port = (server.address() as AddressInfo).port
    this.#server = server
  }

  async die(): Promise<void> {
    const server = this.#server
    if (!server) return
    this.#server = undefined
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A sender that is killed ends its request.
    response.on('error', () => {})
    const body = await text(request).catch(() => undefined)
    if (body === undefined) return
    // As OPERATIONS.md tells receivers.
    const signature = String(request.headers['x-tokenwright-signature'])
    const [, time = '', hmac] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? []
    const expected = createHmac('sha256', this.secret.reveal()).update(`${time}.${body}`).digest('hex')
    if (hmac !== expected || request.headers['content-type'] !== 'application/x-ndjson') this.wrong.push(signature)
    const lines = body.trimEnd().split('\n')
    this.deliveries.push(lines.map((line) => JSON.parse(line)))
    await this.answer(request, response)
  }
}
