import { setTimeout as delay } from 'node:timers/promises'
import type { Clock } from '../clock.js'
import type { Config } from '../config.js'
import { failureCauseOf } from '../database/failure-cause.js'
import type { OpenedDatabase } from '../database/open.js'
import { checkConfiguration } from './configuration.js'
import { databaseChecks } from './database.js'
import { type Check, type Finding, failedCheck, problem } from './finding.js'
import { identityProviderChecks } from './identity-provider.js'
import { type Counts, type RowCheckSettings, rowChecks } from './rows.js'

/** How long all checks may take. */
const timeoutMs = 10_000

export interface DiagnosisOptions {
  readonly connection: Pick<OpenedDatabase, 'kind' | 'db' | 'nearReads'>
  /** Absent: the server has no configuration of its own, as in a mock. */
  readonly config?: Config | undefined
  readonly settings: RowCheckSettings
  readonly services: Parameters<typeof rowChecks>[0]
  readonly counts: Counts
  readonly clock: Clock
  /** Told why a check could not be made. */
  readonly onFailed: (check: string, error: unknown) => void
  /** How long one check may take. */
  readonly checkTimeoutMs?: number
}

/** Checks an installation from its running server. */
export class Diagnosis {
  #running: Promise<readonly Finding[]> | undefined

  constructor(readonly options: DiagnosisOptions) {}

  /** What the checks find, within ten seconds. Callers at the same time share one run: it reads 8 MB of each large table. */
  run(): Promise<readonly Finding[]> {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  async #run(): Promise<readonly Finding[]> {
    const { checkTimeoutMs = 3_000 } = this.options
    const endsAtMs = performance.now() + timeoutMs
    const findings: Finding[] = []
    for (const check of this.#checks()) {
      const found = await this.#runOne(check, Math.min(checkTimeoutMs, endsAtMs - performance.now()))
      findings.push(...found)
      if (check.isNeeded && found.some(({ level }) => level !== 'ok')) break
    }
    return findings
  }

  #checks(): readonly Check[] {
    const { connection, config, settings, services, counts, clock } = this.options
    return [
      ...(config ? [{ name: 'configuration', run: () => checkConfiguration(config, clock()) }] : []),
      ...identityProviderChecks(config?.oidc),
      ...databaseChecks(connection, clock, config),
      ...rowChecks(services, connection.kind, settings, counts),
    ]
  }

  /** A check that fails, or does not end, is a finding itself. */
  async #runOne(check: Check, timeoutMs: number): Promise<readonly Finding[]> {
    const end = new AbortController()
    try {
      const late = delay(Math.max(0, timeoutMs), undefined, { signal: end.signal, ref: false }).then(() => {
        throw new Error('the check took too long')
      })
      return await Promise.race([check.run(), late])
    } catch (error) {
      this.options.onFailed(check.name, error)
      if (failureCauseOf(error).kind !== 'unknown') return [failedCheck(check, error)]
      return [problem(check.name, 'the check failed, or took too long', 'look at the log of the server')]
    } finally {
      end.abort()
    }
  }
}
