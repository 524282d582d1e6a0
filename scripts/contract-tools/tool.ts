import type { Contract, JsonObject } from '../../src/contract/contract.js'
import type { Command } from './run-command.js'

/** A contract as the running demo serves it. */
export interface ServedContract {
  readonly contract: Contract
  readonly document: JsonObject
  /** Its file in the folder of this run. */
  readonly file: string
  /** The same with values in its examples that other operations have just answered (`x-chain`). */
  readonly chainedFile: string
  /** A credential of the demo for its operations, without the scheme. */
  readonly credential: string | undefined
}

/** What a tool gets: the served contracts, the server behind them, and the ways to run it. */
export interface Bench {
  readonly contracts: readonly ServedContract[]
  readonly baseUrl: string
  /** For what a tool writes. */
  readonly folder: string
  /** Runs a command that `npm ci` brings. */
  readonly own: Command
  /** Runs a command of `packages/package.json`. */
  readonly installed: Command
  /** The folder of an installed package. */
  readonly packageFolder: (name: string) => string
}

/** What a tool has to say about a contract. */
export interface Finding {
  readonly tool: string
  readonly contract: string
  readonly message: string
}

/** What a tool did. */
export interface Outcome {
  readonly findings: readonly Omit<Finding, 'tool'>[]
  /** How much it looked at: `6 documents`. */
  readonly seen: string
}

export interface Tool {
  readonly name: string
  /** Whether `npm ci` brings it, so that the short form runs it. */
  readonly isOwn: boolean
  /** Whether it leaves other demo data behind than it found. */
  readonly changesDemo?: true
  run(bench: Bench): Promise<Outcome>
}
