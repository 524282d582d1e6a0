import { setTimeout as delay } from 'node:timers/promises'
import type { Answer, Client } from './client.js'
import { type CreateCredential, type Credential, credentialKinds } from './credential-kinds.js'
import { CallFailed } from './credentials.js'

/** One API's credentials whose creation, or revocation, was acknowledged. */
interface Acknowledged {
  readonly api: string
  readonly valid: Set<Credential>
  readonly revoked: Set<Credential>
}

const retryPauseMs = 50
/** What else a call that changes something may be answered, while its credential is being given up. */
const allowedStatuses = new Set([200, 201, 204, 401, 503])

export interface CredentialTrafficOptions {
  /** Between two steps of an API. */
  readonly pauseMs?: number
  /** How many valid credentials of an API there are at most. */
  readonly maxValid?: number
  /** What kind of failure a 503 is now; `undefined` where it is none. */
  readonly judgeUnavailable?: (answer: Answer) => string | undefined
}

/**
 * Calls of all five APIs at a steady pace: credentials are created, used and revoked, each time at one of the clients, and
 * revoked ones are used as well.
 * A credential whose creation or revocation was not acknowledged is given up: both outcomes are right.
 */
export class CredentialTraffic {
  /** Answers that no client should get, by kind. */
  readonly failures: Record<string, number> = {}
  /** The APIs of the credentials that were refused though they are valid, and of those accepted though they are revoked, each once. */
  readonly refused: string[] = []
  readonly undone: string[] = []
  requests = 0
  unavailable = 0
  readonly #acknowledged = new Map<string, Acknowledged>()
  #isOver = false
  readonly #loops: readonly Promise<void>[]

  constructor(
    readonly clients: readonly Client[],
    readonly options: CredentialTrafficOptions = {},
  ) {
    for (const client of clients) client.onAnswer = (answer) => this.#count(answer)
    this.#loops = Object.entries(credentialKinds).map(([api, create]) => this.#loop(api, create))
  }

  /** Of how many credentials the creation, or the revocation, was acknowledged. */
  get acknowledged(): number {
    const judgedWrong = this.refused.length + this.undone.length
    return [...this.#acknowledged.values()].reduce(
      (sum, { valid, revoked }) => sum + valid.size + revoked.size,
      judgedWrong,
    )
  }

  #count(answer: Answer): void {
    const { status } = answer
    this.requests++
    if (status === 503) {
      this.unavailable++
      const kind = this.options.judgeUnavailable?.(answer)
      if (kind !== undefined) this.#fail(kind)
    } else if (!allowedStatuses.has(status)) this.#fail(status === 0 ? 'no answer' : String(status))
  }

  #fail(kind: string): void {
    this.failures[kind] = (this.failures[kind] ?? 0) + 1
  }

  async #loop(api: string, create: CreateCredential): Promise<void> {
    const { pauseMs = 50 } = this.options
    const own = { api, valid: new Set<Credential>(), revoked: new Set<Credential>() }
    this.#acknowledged.set(api, own)
    for (let step = 0; !this.#isOver; step++) {
      await this.#step(step, own, create).catch((error: unknown) => {
        if (!(error instanceof CallFailed)) this.#fail(String(error))
      })
      await delay(pauseMs)
    }
  }

  /**
   * Of eight steps three create a credential, one revokes one and uses it at once, three use a valid one, and one uses a revoked one. Where
   * there are enough, the first ones use one as well.
   */
  async #step(step: number, own: Acknowledged, create: CreateCredential): Promise<void> {
    const { valid, revoked } = own
    const { maxValid = Number.POSITIVE_INFINITY } = this.options
    const turn = step % 8
    if (turn % 3 === 0 && valid.size < maxValid) valid.add(await create(this.#client()))
    else if (turn === 1) {
      const credential = oneOf(valid)
      if (!credential) return
      valid.delete(credential)
      await credential.revoke(this.#client())
      revoked.add(credential)
      await this.#presentRevoked(own, credential)
    } else if (turn === 5) await this.#presentRevoked(own, oneOf(revoked))
    else await this.#presentValid(own, oneOf(valid))
  }

  async #presentValid({ api, valid }: Acknowledged, credential: Credential | undefined): Promise<void> {
    if (!credential || (await this.#present(credential)) !== false) return
    // Revoked meanwhile.
    if (!valid.delete(credential)) return
    this.refused.push(api)
  }

  async #presentRevoked({ api, revoked }: Acknowledged, credential: Credential | undefined): Promise<void> {
    if (!credential || !(await this.#present(credential))) return
    revoked.delete(credential)
    this.undone.push(api)
  }

  /** Uses every valid credential once, while the calls go on. */
  async presentAll(): Promise<void> {
    await Promise.all(
      [...this.#acknowledged.values()].map(async (own) => {
        for (const credential of [...own.valid]) await this.#presentValid(own, credential)
      }),
    )
  }

  /** At the end every credential has to be judged. */
  async #present(credential: Credential): Promise<boolean | undefined> {
    for (let left = this.#isOver ? 20 : 1; left > 0; left--) {
      const accepted = await credential.present(this.#client())
      if (accepted !== undefined) return accepted
      await delay(retryPauseMs)
    }
    if (this.#isOver) this.#fail('not judged')
    return undefined
  }

  #client(): Client {
    return oneOf(new Set(this.clients)) as Client
  }

  /** Ends the calls, and uses every credential once more. */
  async end(): Promise<void> {
    this.#isOver = true
    await Promise.all(this.#loops)
    for (const { api, valid, revoked } of this.#acknowledged.values()) {
      if (valid.size === 0 || revoked.size === 0) this.#fail(`nothing to judge (${api})`)
    }
    await Promise.all(
      [...this.#acknowledged.values()].map(async (own) => {
        for (const credential of [...own.valid]) await this.#presentValid(own, credential)
        for (const credential of [...own.revoked]) await this.#presentRevoked(own, credential)
      }),
    )
    for (const client of this.clients) client.onAnswer = () => {}
  }
}

function oneOf<Item>(items: ReadonlySet<Item>): Item | undefined {
  return [...items][Math.floor(Math.random() * items.size)]
}
