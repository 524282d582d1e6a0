import { connect, type Socket } from 'node:net'
import type { Test } from 'tap'

/** One connection to a server, held in the hand: requests are written as text, whole or in parts. */
export class Wire {
  readonly socket: Socket
  /** Resolves when the connection is over, whoever ended it. */
  readonly closed: Promise<void>
  #received = ''

  private constructor(t: Test, socket: Socket) {
    this.socket = socket
    socket.on('data', (chunk: Buffer) => {
      // One character for each byte: lengths are counted in bytes.
      this.#received += chunk.toString('latin1')
    })
    // A connection that is cut shows as a close.
    socket.on('error', () => {})
    this.closed = new Promise((resolve) => socket.on('close', () => resolve()))
    t.teardown(() => socket.destroy())
  }

  /** @throws where nobody listens */
  static open(t: Test, baseUrl: string): Promise<Wire> {
    const { hostname, port } = new URL(baseUrl)
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => resolve(new Wire(t, socket)))
      socket.on('error', reject)
    })
  }

  write(text: string): void {
    this.socket.write(text)
  }

  /** The next answer, status line and headers in small letters. Rejects where the connection ends before. */
  async answer(): Promise<string> {
    for (;;) {
      const end = this.#received.indexOf('\r\n\r\n')
      if (end >= 0) {
        const head = this.#received.slice(0, end).toLowerCase()
        const total = end + 4 + Number(/content-length: (\d+)/.exec(head)?.[1] ?? 0)
        if (this.#received.length >= total) {
          this.#received = this.#received.slice(total)
          return head
        }
      }
      const isOver = await Promise.race([
        this.closed.then(() => true),
        new Promise<boolean>((resolve) => this.socket.once('data', () => resolve(false))),
      ])
      if (isOver) throw new Error(`the connection ended before an answer: ${this.#received}`)
    }
  }
}
