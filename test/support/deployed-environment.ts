import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Environment } from '../../src/config-reader.js'
import { root } from './process.js'

/** The variables that the configuration asks for, and what it makes of them. */
export function observe<T>(env: Environment, read: (env: Environment) => T): { asked: Set<string>; config: T } {
  const asked = new Set<string>()
  const config = read(
    new Proxy(env, {
      get(target, name) {
        asked.add(String(name))
        return target[String(name)]
      },
    }),
  )
  return { asked, config }
}

/** What the image sets. */
export async function imageEnvironment(): Promise<Record<string, string>> {
  const dockerfile = await readFile(join(root, 'Dockerfile'), 'utf8')
  const [, block = ''] = /^ENV ((?:.*\\\n|\s*#.*\n)*.*)$/m.exec(dockerfile) ?? []
  return Object.fromEntries([...block.matchAll(/^\s*(\w+)=(\S+)/gm)].map(([, name = '', value = '']) => [name, value]))
}
