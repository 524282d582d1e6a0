import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Document, isAlias, isCollection, isNode, LineCounter, parseDocument } from 'yaml'
import type { JsonObject } from '../../src/contract/contract.js'
import { isObject } from '../../src/contract/document.js'

/** A path of keys into a contract: `['paths', '/login', 'post']`. */
export type Keys = readonly (string | number)[]

/** A finding about a contract, at the line that it is about. */
export interface Finding {
  readonly file: string
  readonly line: number
  readonly message: string
}

/** A file that is no YAML, or no contract. The message has file and line. */
export class UnreadableContract extends Error {
  override readonly name = 'UnreadableContract'
}

/** A hand-written contract, as read from `openapi/NAME.yaml`. */
export class ContractSource {
  readonly name: string
  readonly document: JsonObject
  readonly #yaml: Document
  readonly #lines = new LineCounter()

  constructor(
    readonly file: string,
    readonly text: string,
  ) {
    this.name = basename(file, '.yaml')
    this.#yaml = parseDocument(text, { lineCounter: this.#lines, strict: true, uniqueKeys: true, merge: true })
    const [error] = this.#yaml.errors
    if (error)
      throw new UnreadableContract(`${file}:${error.linePos?.[0].line ?? 1}: ${error.message.split('\n', 1)[0]}`)
    const document = this.#toJson()
    if (!isObject(document) || !isObject(document.paths))
      throw new UnreadableContract(`${file}:1: the file has no paths`)
    this.document = document
  }

  #toJson(): unknown {
    try {
      return this.#yaml.toJS()
    } catch (error) {
      // An alias without its anchor, which has no position.
      throw new UnreadableContract(`${this.file}:1: ${String((error as Error).message)}`)
    }
  }

  /** A finding at the node that `keys` lead to, or at its nearest parent. */
  finding(keys: Keys, message: string): Finding {
    for (let length = keys.length; length >= 0; length--) {
      const node: unknown = this.#yaml.getIn(keys.slice(0, length), true)
      if (!isNode(node) || isAlias(node) || !node.range) continue
      // A collection starts behind its key; the key's line is the one before its first entry.
      const line = this.#lines.linePos(node.range[0]).line - (isCollection(node) && !node.flow && length > 0 ? 1 : 0)
      return { file: this.file, line, message }
    }
    return { file: this.file, line: 1, message }
  }
}

/** All contracts of a folder, in order of their names. */
export async function readContracts(folder: string): Promise<ContractSource[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort()
  return Promise.all(
    files.map(async (file) => {
      const path = join(folder, file)
      return new ContractSource(path, await readFile(path, 'utf8'))
    }),
  )
}
