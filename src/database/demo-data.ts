import type { Transaction } from 'kysely'
import type { Digester } from '../crypto/digest.js'
import type { KeyFingerprint } from '../crypto/master-key.js'
import type { Database } from './schema.js'

/** The demo rows of one area. They have fixed ids, so that they can be told from real ones and restored. */
export interface DemoData {
  /** Removes the demo rows and whatever was made of them. */
  remove(db: Transaction<Database>): Promise<void>
  insert(db: Transaction<Database>, digest: Digester, masterKey: KeyFingerprint): Promise<void>
}
