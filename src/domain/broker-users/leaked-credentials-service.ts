import type { Transaction } from 'kysely'
import type { AcceptingDigester } from '../../crypto/digest.js'
import type { Database } from '../../database/schema.js'
import { type LeakOutcome, nothing, type RevokedSecret } from '../leaks/leak.js'
import type { SecretRepository } from '../secrets/repository.js'
import type { BrokerUserId } from './broker-user.js'
import type { BrokerUserRepository } from './repository.js'

export interface LeakedBrokerCredentialsOptions {
  readonly users: BrokerUserRepository
  readonly secrets: SecretRepository
  readonly acceptedDigests: AcceptingDigester
}

/** Hashes and secrets of broker users that leaked. */
export class LeakedBrokerCredentialsService {
  constructor(readonly options: LeakedBrokerCredentialsOptions) {}

  /** Deactivates the user with a `hash`, which cannot be replaced. */
  async revokeHash(trx: Transaction<Database>, hash: string, at: Date): Promise<LeakOutcome> {
    const { users, acceptedDigests } = this.options
    const [found] = await users.findStored(trx, acceptedDigests(hash), at)
    if (!found) return nothing
    const { userId: subject } = found
    if (!found.isActive) return { revoked: [], refused: [{ reason: 'ended', kind: 'broker-hash', subject }] }
    const user = await users.update(trx, subject, { isActive: false }, at)
    if (!user) return nothing
    return { revoked: [{ kind: 'broker-hash', subject, name: user.name, done: 'user-deactivated' }], refused: [] }
  }

  /** Ends a secret. A user without another valid one is deactivated, which ends the tokens of the user too. */
  async revokeSecret(trx: Transaction<Database>, secret: string, at: Date): Promise<LeakOutcome> {
    const { users, secrets, acceptedDigests } = this.options
    const owners = await secrets.endLeaked(trx, acceptedDigests(secret), at)
    const revoked: RevokedSecret[] = []
    for (const [subject, left] of owners) {
      const id = subject as BrokerUserId
      const user = left > 0 ? await users.find(trx, id, at) : await users.update(trx, id, { isActive: false }, at)
      if (!user) continue
      const done = left > 0 ? 'secret-ended' : 'user-deactivated'
      revoked.push({ kind: 'broker-secret', subject, name: user.name, done })
    }
    return { revoked, refused: [] }
  }
}
