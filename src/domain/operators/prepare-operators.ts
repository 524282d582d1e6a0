import { randomUUID } from 'node:crypto'
import { hintOf, type Secret } from '../../crypto/secret.js'
import type { Dependencies } from '../../services.js'
import { generateOperatorKey, type OperatorId } from './operator.js'

/**
 * Makes the operator of the configuration the one that the database has, and, where nobody could call the operator API, a first
 * admin, if there is a terminal to show its key on.
 * @returns the key of the first admin, where one was made: it can be read this once
 */
export async function prepareOperators(
  { repositories: { transaction }, digest, random, clock }: Dependencies,
  configuredKey: Secret | undefined,
  isTerminal: boolean,
): Promise<Secret | undefined> {
  const stored = (key: Secret) => ({
    id: randomUUID() as string as OperatorId,
    digest: digest(key.reveal()),
    hint: hintOf(key),
    createdAt: clock(),
  })
  return transaction(async ({ operators }) => {
    await operators.setEnvironmentKey(configuredKey && stored(configuredKey))
    if (!isTerminal || (await operators.hasAdmin())) return undefined
    const key = generateOperatorKey(random)
    // Of two instances that start at once one makes it.
    return (await operators.insert({ name: 'first admin', role: 'admin', ...stored(key) })) ? key : undefined
  })
}
