import type { Contract, ReplyEntry } from '../../src/contract/contract.js'
import { replyExamples } from '../../src/contract/examples.js'
import { banner, docComment, propertyName } from './source-text.js'

/** `generated/NAME/reply-examples.ts`: the sentences that the contract publishes, so that no code repeats them. */
export function replyExamplesSource(contract: Contract): string {
  const groups = new Map<string, Record<string, unknown>>()
  for (const { owner, examples } of failureExamples(contract)) groups.set(owner, { ...groups.get(owner), ...examples })
  const members = [...groups].map(([owner, bodies]) => {
    const lines = Object.entries(bodies).map(([name, body]) => `    ${propertyName(name)}: ${JSON.stringify(body)},\n`)
    return `  ${propertyName(owner)}: {\n${lines.join('')}  },\n`
  })
  return [
    `${banner}\n`,
    docComment([
      `The bodies of the failures that \`${contract.name}\` publishes, by the operation or the shared reply that declares them and by the name of the example.`,
    ]),
    `export const replyExamples = {\n${members.join('')}} as const\n`,
  ].join('')
}

interface Group {
  readonly owner: string
  readonly examples: Readonly<Record<string, unknown>>
}

function failureExamples(contract: Contract): Group[] {
  const { entry: invalidRequest, status: invalidStatus } = contract.invalidRequestReply
  const declared = Object.values(contract.operations).flatMap(({ operationId, replies }) =>
    Object.entries(replies).flatMap(([status, entry]): Group[] => {
      const owner = componentName(entry) ?? operationId
      const examples = replyExamples(contract, entry)
      if (Number(status) >= 400) return [{ owner, examples }]
      if (Number(status) !== invalidStatus) return []
      // An API that answers failures with 200 has successes under the same status; these have other keys.
      const [failure] = Object.values(replyExamples(contract, invalidRequest))
      return [{ owner, examples: withKeysOf(failure, examples) }]
    }),
  )
  const shared = [invalidRequest, ...Object.values(contract.protocolReplies)].map((entry) => ({
    owner: componentName(entry) ?? '',
    examples: replyExamples(contract, entry),
  }))
  return [...declared, ...shared]
}

function withKeysOf(model: unknown, bodies: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const keysOf = (body: unknown): string => JSON.stringify(Object.keys(body as object))
  return Object.fromEntries(Object.entries(bodies).filter(([, body]) => keysOf(body) === keysOf(model)))
}

/** The name of a reply that several operations share. */
function componentName({ at }: ReplyEntry): string | undefined {
  return /^#\/components\/responses\/(.+)$/.exec(at)?.[1]
}
