import { diagnose } from '../doctor/diagnose.js'
import type { Finding } from '../doctor/finding.js'

/** Checks everything that a server of this environment needs. */
export function doctor(): AsyncGenerator<Finding> {
  return diagnose(process.env)
}
