import { Decrypter, Encrypter } from 'age-encryption'
import type { MasterKey, MasterKeyPair } from '../../crypto/master-key.js'
import { UnusableArchive } from '../../database/archive/unusable-archive.js'

/** How expensive a guess is: 2 to the power of this, in the terms of scrypt. Nobody guesses 256 bits of a derived key. */
const scryptWorkFactor = 10

/** Encrypts an archive for whoever has the master key, in the format of age (https://age-encryption.org/v1). */
export function encrypt(
  archive: ReadableStream<Uint8Array>,
  masterKey: MasterKey,
): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphraseOf(masterKey))
  encrypter.setScryptWorkFactor(scryptWorkFactor)
  return encrypter.encrypt(archive)
}

/**
 * Decrypts an archive that was encrypted under one of the master keys.
 * @returns a stream that fails with {@link UnusableArchive} where the archive was cut or altered
 * @throws {UnusableArchive} where it is none, or was encrypted under another master key
 */
export async function decrypt(
  archive: ReadableStream<Uint8Array>,
  { current, previous }: MasterKeyPair,
): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter()
  for (const masterKey of previous ? [current, previous] : [current]) decrypter.addPassphrase(passphraseOf(masterKey))
  const decrypted = await decrypter.decrypt(archive).catch((error: unknown) => {
    throw new UnusableArchive(
      'the file is no archive, or was made under another master key; set MASTER_KEY to the one of the installation that made it',
      { cause: error },
    )
  })
  return ReadableStream.from(untilDamage(decrypted))
}

async function* untilDamage(decrypted: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* decrypted
  } catch (error) {
    throw new UnusableArchive('the archive was cut or altered', { cause: error })
  }
}

function passphraseOf(masterKey: MasterKey): string {
  return masterKey.derive('archive').toString('base64url')
}
