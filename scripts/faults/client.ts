/** An answer is waited for this long. */
export const maxAnswerMs = 15_000

/** What of a request a call sets. */
export interface CallInit {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Answer {
  /** Method and path. */
  readonly call: string
  /** 0: no answer. */
  readonly status: number
  readonly seconds: number
  readonly hasRetryAfter: boolean
  readonly text: string
}

export type Received = Omit<Answer, 'call' | 'seconds'>

/** Calls the APIs at one address. */
export class Client {
  /** Called with each answer to a call. */
  onAnswer: (answer: Answer) => void = () => {}

  constructor(
    readonly address: string,
    /** Another one after it was replaced. */
    public operatorKey: string,
  ) {}

  async call(path: string, init: CallInit = {}): Promise<Answer> {
    const startedAt = performance.now()
    const received = await this.fetch(path, init).catch(() => ({ status: 0, hasRetryAfter: false, text: '' }))
    const seconds = (performance.now() - startedAt) / 1000
    const answer = { ...received, seconds, call: `${init.method ?? 'GET'} ${path}` }
    this.onAnswer(answer)
    return answer
  }

  /** @throws where there is no answer */
  protected async fetch(path: string, init: CallInit): Promise<Received> {
    const response = await fetch(this.address + path, { ...init, signal: AbortSignal.timeout(maxAnswerMs) })
    const text = await response.text()
    return { status: response.status, hasRetryAfter: response.headers.has('retry-after'), text }
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
}
