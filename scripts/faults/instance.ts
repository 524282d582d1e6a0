import type { ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'

export interface Answer {
  /** 0: no answer. */
  readonly status: number
  readonly seconds: number
  readonly hasRetryAfter: boolean
  readonly text: string
}

/** A process of the build. */
export class Instance {
  readonly ended: Promise<number | null>
  output = ''
  /** Called with each answer to a call. */
  onAnswer: (answer: Answer) => void = () => {}

  constructor(
    readonly child: ChildProcess,
    readonly address: string,
    readonly operatorKey: string,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.output = (this.output + chunk.toString()).slice(-20_000)
      })
    }
    this.ended = new Promise((resolve) => child.on('close', resolve))
  }

  /** Waits until it can serve. @throws where it ends before, or after three minutes: a busy machine makes a start slow */
  async ready(): Promise<this> {
    const deadline = performance.now() + 180_000
    while (performance.now() < deadline) {
      if ((await this.call('/readyz')).status === 200) return this
      if (this.child.exitCode !== null || this.child.signalCode !== null) break
      await delay(50)
    }
    const { exitCode, signalCode } = this.child
    const end = signalCode ?? exitCode ?? 'still running'
    throw new Error(`an instance does not become ready (${end}): ${this.output}`)
  }

  async call(path: string, init: RequestInit = {}): Promise<Answer> {
    const answer = await this.#call(path, init)
    this.onAnswer(answer)
    return answer
  }

  async #call(path: string, init: RequestInit): Promise<Answer> {
    const startedAt = performance.now()
    const seconds = () => (performance.now() - startedAt) / 1000
    try {
      const response = await fetch(this.address + path, { ...init, signal: AbortSignal.timeout(15_000) })
      const text = await response.text()
      return { status: response.status, seconds: seconds(), hasRetryAfter: response.headers.has('retry-after'), text }
    } catch {
      return { status: 0, seconds: seconds(), hasRetryAfter: false, text: '' }
    }
  }

  /** Sends a body as JSON. */
  send(method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    if (body === undefined) return this.call(path, { method, headers })
    const init = { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }
    return this.call(path, init)
  }

  sendAsOperator(method: string, path: string, body?: unknown): Promise<Answer> {
    return this.send(method, path, body, { authorization: `Bearer ${this.operatorKey}` })
  }

  /** Issues a gateway token. */
  issue(account = 'FAULTS', description = 'issued by a test of faults'): Promise<Answer> {
    return this.send('POST', '/v1/frontend/auth', { account_id: account, description })
  }

  lookUp(token: string): Promise<Answer> {
    return this.call('/v1/api/auth', { headers: { authorization: `Bearer ${token}` } })
  }

  /** The resident memory in MB; `NaN` where the system has no /proc. */
  async memory(): Promise<number> {
    const status = await readFile(`/proc/${this.child.pid}/status`, 'utf8').catch(() => '')
    return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL')
    await this.ended
  }
}
