import type { Algorithm } from '../../src/crypto/jwt.js'
import { MasterKey } from '../../src/crypto/master-key.js'
import { Secret } from '../../src/crypto/secret.js'
import { SigningKeyRepository } from '../../src/domain/signing-keys/repository.js'
import { SigningKeyWrapper } from '../../src/domain/signing-keys/signing-key-wrapper.js'
import type { NamedKey } from './forged-token.js'
import type { PostgresqlTarget } from './targets.js'

/** The signing keys that a server generated, decrypted, by the name of their API. */
export async function readSigningKeys({ db, masterKey }: PostgresqlTarget): Promise<ReadonlyMap<string, NamedKey>> {
  const key = new MasterKey(new Secret(masterKey))
  const wrapper = new SigningKeyWrapper({
    current: key.derive('signing keys'),
    previous: undefined,
    isMigrating: () => false,
  })
  const stored = await new SigningKeyRepository(key.fingerprint).listAll(db)
  return new Map(
    stored
      .filter(({ isImported }) => !isImported)
      .map((row) => [row.api, { kid: row.id, algorithm: row.algorithm as Algorithm, key: wrapper.unwrap(row).key }]),
  )
}
