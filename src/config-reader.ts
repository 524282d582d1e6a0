import { type VariableName, type VariableValue, variables } from './config-variables.js'
import { StartupError } from './errors.js'
import { InvalidValue, type VariableType } from './variable-types.js'

/** Every problem of a configuration at once, each a line that says what to do. */
export class ConfigError extends StartupError {
  override readonly name: string = 'ConfigError'
  constructor(readonly problems: readonly string[]) {
    super(
      `the configuration has ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n${problems.map((line) => `  ${line}`).join('\n')}`,
    )
  }
}

export type Environment = Readonly<Record<string, string | undefined>>

/** Reads variables and collects their problems. */
export class Reader {
  readonly problems: string[] = []

  constructor(readonly env: Environment) {}

  /** Whether a variable is set. An empty one is not: compose files write unset variables so. */
  has(name: VariableName): boolean {
    return Boolean(this.env[name])
  }

  read<Name extends VariableName>(name: Name): VariableValue<Name> {
    const variable: { type: VariableType<unknown>; default?: unknown } = variables[name]
    return (this.readAs(name, variable.type) ?? variable.default) as VariableValue<Name>
  }

  /** Reads a variable as another type than the table has. */
  readAs<Value>(name: VariableName, type: VariableType<Value>): Value | undefined {
    const text = this.env[name]
    if (!text) return undefined
    try {
      return type.parse(text)
    } catch (error) {
      if (!(error instanceof InvalidValue)) throw error
      this.problems.push(...error.problems.map((problem) => `${name} ${problem}`))
      return undefined
    }
  }

  /** @throws {ConfigError} with every problem so far */
  assertValid(): void {
    if (this.problems.length > 0) throw new ConfigError(this.problems)
  }
}
