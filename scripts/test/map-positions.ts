import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { join } from 'node:path'

/**
 * Replaces positions in compiled files by those in their sources. Node's own source maps made tests take a third longer, since tap
 * looks up the position of every assertion; here it is done for failures alone.
 * @param text with positions such as `.test/build-x/test/unit/digest.test.js:10:5`
 * @param compiled the folder with the compiled files
 */
export function mapPositions(text: string, root: string, compiled: string): string {
  const folder = compiled.slice(root.length + 1).replaceAll('.', '\\.')
  const position = new RegExp(`(?:file://)?(?:${root}/)?${folder}/(\\S+?)\\.js:(\\d+):(\\d+)`, 'g')
  return text.replaceAll(position, (_, file: string, line: string, column: string) => {
    const map = new SourceMap(JSON.parse(readFileSync(join(compiled, `${file}.js.map`), 'utf8')))
    const origin = map.findOrigin(Number(line), Number(column))
    return 'lineNumber' in origin
      ? `${file}.ts:${origin.lineNumber}:${origin.columnNumber}`
      : `${file}.ts:${line}:${column}`
  })
}
