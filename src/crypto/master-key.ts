import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Secret } from './secret.js'

/** Identifies a master key without revealing anything of it: 32 bits that are derived from the key, as a signed integer. */
export type KeyFingerprint = number

/** The one secret of an installation. Every other server key is derived from it (HKDF-SHA-256, RFC 5869). */
export class MasterKey {
  readonly #key: Buffer

  /** @param hex 32 bytes as 64 hex digits */
  constructor(hex: Secret) {
    this.#key = Buffer.from(hex.reveal(), 'hex')
    if (this.#key.length !== 32) throw new Error('the master key is not 64 hex digits')
  }

  /** A key of 32 bytes for one purpose. */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#key, '', `tokenwright ${purpose}`, 32))
  }

  /** Identifies the key without revealing anything of it. */
  get fingerprint(): KeyFingerprint {
    return this.derive('fingerprint').readInt32BE()
  }
}

/** The master key that everything new is written under, and while it rotates the other one that is accepted as well. */
export interface MasterKeyPair {
  readonly current: MasterKey
  readonly previous: MasterKey | undefined
}

/** True for what `MASTER_KEY` may hold. */
export function isMasterKey(text: string): boolean {
  return /^[0-9a-f]{64}$/i.test(text)
}

/** The configured master key, else the one that is kept beside the embedded database; and the one that is accepted as well. */
export async function openMasterKeys(config: {
  readonly masterKey: Secret | undefined
  readonly previousMasterKey: Secret | undefined
  readonly dataDirectory: string
}): Promise<MasterKeyPair> {
  const current = new MasterKey(config.masterKey ?? (await embeddedMasterKey(config.dataDirectory)))
  const previous = config.previousMasterKey && new MasterKey(config.previousMasterKey)
  // What the configuration cannot see: a key that is kept in a file.
  if (previous?.fingerprint === current.fingerprint) {
    throw new Error('MASTER_KEY_PREVIOUS is the same key as the one in use; set it to the other key of a rotation')
  }
  return { current, previous }
}

/** The master key of an embedded database: made at the first start, readable by its owner only. */
export async function embeddedMasterKey(directory: string): Promise<Secret> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const path = join(directory, 'master.key')
  // "wx": of two processes one makes the file, and both read the same.
  await writeFile(path, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  const text = (await readFile(path, 'utf8')).trim()
  if (!isMasterKey(text)) throw new Error(`${path} does not hold 64 hex digits; restore it from a backup`)
  return new Secret(text)
}

const ivLength = 12
const tagLength = 16

/**
 * Encrypts a key (AES-256-GCM) for storage.
 * @param context what the key is for; the same has to be given to {@link unwrap}, so that wrapped keys cannot be swapped
 */
export function wrap(wrappingKey: Buffer, key: Buffer, context: string): Buffer {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, iv).setAAD(Buffer.from(context))
  return Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()])
}

/** @throws where the key was wrapped under another master key or for another context, or was altered */
export function unwrap(wrappingKey: Buffer, wrapped: Buffer, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, wrapped.subarray(0, ivLength), {
    authTagLength: tagLength,
  })
    .setAAD(Buffer.from(context))
    .setAuthTag(wrapped.subarray(-tagLength))
  return Buffer.concat([decipher.update(wrapped.subarray(ivLength, -tagLength)), decipher.final()])
}
