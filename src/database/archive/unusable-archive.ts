import { StartupError } from '../../errors.js'

/** An archive cannot be read, or not into this database. No row of it was kept. */
export class UnusableArchive extends StartupError {
  override readonly name: string = 'UnusableArchive'
}
