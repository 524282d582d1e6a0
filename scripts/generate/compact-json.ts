/** JSON with two spaces of indentation in which an array or object that fits into a line stands on one. */
export function compactJson(value: unknown, lineWidth = 120): string {
  function write(item: unknown, indent: string, used: number): string {
    const line = JSON.stringify(item)
    if (typeof item !== 'object' || item === null || indent.length + used + line.length <= lineWidth) return line
    const inner = `${indent}  `
    const isArray = Array.isArray(item)
    const members = Object.entries(item).map(([key, member]) => {
      const label = isArray ? '' : `${JSON.stringify(key)}: `
      return `${inner}${label}${write(member, inner, label.length)}`
    })
    const [open, close] = isArray ? '[]' : '{}'
    return `${open}\n${members.join(',\n')}\n${indent}${close}`
  }
  return `${write(value, '', 0)}\n`
}
