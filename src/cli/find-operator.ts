import type { OperatorClient } from '../../generated/operator/client.js'
import type { components } from '../../generated/operator/types.js'
import { expectSuccess } from './expect-success.js'
import { findOne } from './find-one.js'
import { allItems } from './pagination.js'

/** Finds an operator by its id, the beginning of its id or its name. There are so few that no call answers one of them. */
export function findOperator(
  client: OperatorClient,
  text: string,
): Promise<components['schemas']['Operator'] | undefined> {
  const operators = allItems(async (query) => expectSuccess(await client.listOperators({ query })))
  return findOne(operators, text)
}
