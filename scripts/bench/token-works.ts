import { createHash, randomBytes, randomInt } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Digest } from '../../src/crypto/digest.js'
import { systemRandom } from '../../src/crypto/random.js'
import { NearReads } from '../../src/database/near-reads.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import type { Database } from '../../src/database/schema.js'
import { inTransaction } from '../../src/database/transaction.js'
import { GatewayTokenDirectoryRepository } from '../../src/domain/gateway-tokens/directory-repository.js'
import { newTokenLink, type TokenLink } from '../../src/domain/gateway-tokens/gateway-token.js'
import { GatewayTokenRepository } from '../../src/domain/gateway-tokens/repository.js'
import { accountOf, linkOf, textOf } from './fill-tokens.js'
import { fingerprint } from './fixture.js'

export const tokenWorks = [
  'look-up of any token',
  'issue',
  'change by link',
  'list of an account',
  'newest page',
  '200 last uses',
] as const

export type TokenWork = (typeof tokenWorks)[number]

/** What the repositories do to a filled table of gateway tokens: the statements of the server, without HTTP. */
export class TokenTable {
  readonly #db: Kysely<Database>
  readonly #close: () => Promise<void>
  readonly #repository: GatewayTokenRepository
  readonly #directory = new GatewayTokenDirectoryRepository()

  constructor(
    readonly url: string,
    readonly size: number,
  ) {
    // A machine that does other work as well gives late answers, not none.
    const timeouts = { connectTimeoutMs: 30_000, statementTimeoutMs: 60_000, lockTimeoutMs: 30_000 }
    const { db, close } = openPostgresql({ url, onIdleError: () => {}, ...timeouts })
    this.#db = db
    this.#close = close
    this.#repository = new GatewayTokenRepository({ db, reads: new NearReads(db), masterKey: fingerprint })
  }

  close(): Promise<void> {
    return this.#close()
  }

  /** Does one work over and over, for some time. @returns how often in a second */
  async measure(work: TokenWork, { seconds, concurrency }: { seconds: number; concurrency: number }): Promise<number> {
    const startedAtMs = performance.now()
    let count = 0
    const repeat = async (): Promise<void> => {
      for (; performance.now() < startedAtMs + seconds * 1_000; count++) await this.#works[work]()
    }
    await Promise.all(Array.from({ length: concurrency }, repeat))
    return count / ((performance.now() - startedAtMs) / 1_000)
  }

  readonly #works: Readonly<Record<TokenWork, () => Promise<unknown>>> = {
    'look-up of any token': () => this.#repository.find([digestOf(this.#anyNumber())]),
    issue: () => this.#issue(),
    'change by link': () =>
      inTransaction(this.#db, (trx) => this.#directory.update(trx, this.#anyLink(), { partnerId: null })),
    'list of an account': () =>
      this.#repository.list(
        this.#db,
        { accountId: accountOf(this.#anyNumber(), this.size) },
        { state: 'active', source: 'API' },
      ),
    'newest page': () => this.#directory.search(this.#db, {}, { limit: 50, sort: 'createdAt', isDescending: true }),
    '200 last uses': () =>
      this.#repository.recordUses(this.#db, new Map(Array.from({ length: 200 }, () => [this.#anyLink(), new Date()]))),
  }

  #anyNumber(): number {
    return randomInt(this.size)
  }

  #anyLink(): TokenLink {
    return linkOf(this.#anyNumber()) as TokenLink
  }

  #issue(): Promise<boolean> {
    const now = new Date()
    return this.#repository.insertOne({
      link: newTokenLink(now, systemRandom),
      digest: randomBytes(32) as Digest,
      hint: 'abcd',
      accountId: accountOf(this.#anyNumber(), this.size),
      description: 'Token that was issued',
      createdBy: null,
      tokenType: 'CARD',
      source: 'API',
      serviceMode: null,
      serviceExternalId: null,
      partnerId: null,
      issuedAt: now,
      lastUsedAt: null,
      revokedAt: null,
    })
  }
}

function digestOf(number: number): Digest {
  return createHash('sha256').update(textOf(number)).digest() as Digest
}
