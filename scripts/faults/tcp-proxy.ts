import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A TCP proxy to PostgreSQL whose connections can be frozen, reset and refused. */
export class TcpProxy {
  #upstream: URL
  readonly #sockets = new Set<Socket>()
  #isFrozen = false
  #forgetsNew = false
  #port = 0
  readonly #server = createServer((socket) => this.#forward(socket))

  /** @param url of the PostgreSQL behind it */
  constructor(url: string) {
    this.#upstream = new URL(url)
  }

  /** Starts to accept connections, at the same port as before. */
  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve))
    this.#port = (this.#server.address() as AddressInfo).port
    return this
  }

  /** The URL of the PostgreSQL by way of this proxy. */
  get url(): string {
    const url = new URL(this.#upstream)
    url.port = String(this.#port)
    return url.href
  }

  /** From now on no byte passes; connections are still accepted. */
  freeze(): void {
    this.#isFrozen = true
    for (const socket of this.#sockets) socket.pause()
  }

  /** Lets pass what has been held back. */
  thaw(): void {
    this.#isFrozen = false
    for (const socket of this.#sockets) socket.resume()
  }

  /** Resets every connection. New ones are accepted. */
  reset(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy()
  }

  /** Leads to another PostgreSQL from now on, and resets every connection to the one before. */
  moveTo(url: string): void {
    this.#upstream = new URL(url)
    this.reset()
  }

  /** No byte passes on the connections of now, as where a firewall forgot them. New ones work. */
  forget(): void {
    for (const socket of this.#sockets) socket.pause()
  }

  /** From now on a new connection gets the first answer of PostgreSQL only, which is all of its start. */
  forgetNew(isForgotten = true): void {
    this.#forgetsNew = isForgotten
  }

  /** Breaks every connection and refuses new ones. */
  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve())
      for (const socket of this.#sockets) socket.destroy()
    })
  }

  #forward(socket: Socket): void {
    const upstream = connect(Number(this.#upstream.port), this.#upstream.hostname)
    for (const [from, to] of [
      [socket, upstream],
      [upstream, socket],
    ] as const) {
      this.#sockets.add(from)
      from.on('data', (chunk) => to.write(chunk))
      from.on('end', () => to.end())
      from.on('error', () => to.destroy())
      from.on('close', () => {
        this.#sockets.delete(from)
        to.destroy()
      })
      if (this.#isFrozen) from.pause()
    }
    if (this.#forgetsNew) upstream.once('data', () => upstream.pause())
  }
}
