import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'

/** The text of the smallest contract that keeps every rule. */
export const smallContract = await readFile('test/fixtures/small-contract.yaml', 'utf8')

// biome-ignore lint/suspicious/noExplicitAny: a test changes whatever it likes in the document
export type Node = any

/** The parts of the small contract that tests change. */
export interface Parts {
  readonly document: Node
  readonly get: Node
  readonly delete: Node
  readonly thing: Node
  readonly failures: Node
}

/** The small contract after an edit. JSON is YAML. */
export function edited(edit: (parts: Parts) => void): string {
  const document = parse(smallContract, { merge: true, maxAliasCount: -1 }) as Node
  // What aliases share is edited in one place only.
  const own = JSON.parse(JSON.stringify(document)) as Node
  const path = own.paths['/things/{thing_id}']
  edit({
    document: own,
    get: path.get,
    delete: path.delete,
    thing: own.components.schemas.Thing.properties,
    failures: own.components.responses,
  })
  return JSON.stringify(own, null, 1)
}
