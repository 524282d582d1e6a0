import type { Transaction } from 'kysely'
import type { AcceptingDigester } from '../../crypto/digest.js'
import type { Database } from '../../database/schema.js'
import type { LeakOutcome, LeakRefusal, RevokedSecret } from '../leaks/leak.js'
import type { SecretRepository } from '../secrets/repository.js'
import type { AccessKeyId } from './access-key.js'
import type { AccessKeyRepository } from './repository.js'

export interface LeakedAccessKeySecretsOptions {
  readonly accessKeys: AccessKeyRepository
  readonly secrets: SecretRepository
  readonly acceptedDigests: AcceptingDigester
}

/** Secrets of access keys that leaked. */
export class LeakedAccessKeySecretsService {
  constructor(readonly options: LeakedAccessKeySecretsOptions) {}

  /** Ends a secret. A key without another valid one is revoked: introspection then tells its tokens as inactive. */
  async revoke(trx: Transaction<Database>, secret: string, at: Date): Promise<LeakOutcome> {
    const { accessKeys, secrets, acceptedDigests } = this.options
    const owners = await secrets.endLeaked(trx, acceptedDigests(secret), at)
    const revoked: RevokedSecret[] = []
    const refused: LeakRefusal[] = []
    for (const [subject, left] of owners) {
      const id = subject as AccessKeyId
      const before = await accessKeys.find(trx, id, at)
      if (!before || before.state === 'revoked') {
        refused.push({ reason: 'ended', kind: 'access-key-secret', subject })
        continue
      }
      if (left === 0) await accessKeys.revoke(trx, id, at)
      const done = left > 0 ? 'secret-ended' : 'access-key-revoked'
      revoked.push({ kind: 'access-key-secret', subject, name: before.name, done })
    }
    return { revoked, refused }
  }
}
