import type { Transaction } from 'kysely'
import type { Database } from '../db/schema.js'
import type { Digester } from '../domain/digest.js'
import type { KeyFingerprint } from '../domain/key-fingerprint.js'

/** The demo rows of one area. They have fixed ids, so that they can be told from real ones and restored. */
export interface DemoData {
  /** Removes the demo rows and whatever was made of them. */
  remove(db: Transaction<Database>): Promise<void>
  insert(db: Transaction<Database>, digest: Digester, masterKey: KeyFingerprint): Promise<void>
}
