import { type Variable, variables } from '../../src/config-variables.js'

const begin = '<!-- Written by "npm run generate" from src/config-variables.ts. -->'
const end = '<!-- End of the written part. -->'

/**
 * Replaces the table of variables in the text of a page.
 * @throws where the page has no place for it, between two comments
 */
export function withVariableTable(page: string): string {
  const from = page.indexOf(begin)
  const to = page.indexOf(end)
  if (from < 0 || to < from) throw new Error(`the page has no lines "${begin}" and "${end}"`)
  return `${page.slice(0, from + begin.length)}\n\n${variableTable()}\n\n${page.slice(to)}`
}

function variableTable(): string {
  const rows = Object.entries(variables).map(([name, variable]) => {
    const cells = [`\`${name}\``, variable.type.label, defaultOf(variable), variable.description]
    return `| ${cells.join(' | ')} |`
  })
  return ['| variable | type | default | meaning |', '|---|---|---|---|', ...rows].join('\n')
}

function defaultOf(variable: Variable<unknown>): string {
  if (variable.defaultLabel !== undefined) return variable.defaultLabel
  const { default: value } = variable
  return value === undefined || (Array.isArray(value) && value.length === 0) ? 'none' : `\`${value}\``
}
