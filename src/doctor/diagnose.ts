import { systemClock } from '../clock.js'
import { readConfig } from '../config.js'
import { ConfigError, type Environment } from '../config-reader.js'
import { checkConfiguration } from './configuration.js'
import { type Finding, problem } from './finding.js'
import { identityProviderChecks } from './identity-provider.js'
import { checkListeners } from './listeners.js'
import { checkDatabase } from './open-database.js'
import { checkTraces } from './traces.js'

/** Checks everything that a server of this configuration needs, one check after the other, and changes nothing. */
export async function* diagnose(env: Environment, clock = systemClock): AsyncGenerator<Finding> {
  let config: ReturnType<typeof readConfig>
  try {
    config = readConfig(env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    for (const line of error.problems) {
      const [message = line, ...action] = line.split('; ')
      yield problem('configuration', message, action.join('; ') || 'correct it')
    }
    return
  }
  yield* await checkConfiguration(config, clock())
  for (const { run } of identityProviderChecks(config.oidc)) yield* await run()
  yield* checkDatabase(config, clock)
  yield* await checkListeners(config)
  yield* await checkTraces(config)
}
