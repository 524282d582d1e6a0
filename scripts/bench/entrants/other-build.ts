import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Entrant } from '../entrant.js'
import { masterKeyText, storeFixture } from '../fixture.js'
import { productEnvironment } from '../product.js'
import { CannotMeasure, type Workbench } from '../workbench.js'
import { allWorks, startedProduct } from './product.js'

/**
 * Another build of the product, on a database of its own with the same rows. It is started and migrated by its own `npm start` and
 * `npm run migrate`.
 * @param path a checkout that is built
 */
export function otherBuild(path: string): Entrant {
  const directory = resolve(path)
  return {
    name: `build in ${basename(directory)}`,
    works: allWorks,
    hasAftermath: true,
    start: async (field) => {
      const databaseUrl = await field.workbench.createDatabase('tokenwright_other')
      await migrate(field.workbench, directory, databaseUrl)
      await storeFixture(databaseUrl, field.fixture)
      const server = await field.workbench.startServer(
        scriptArguments(directory, 'start'),
        productEnvironment(databaseUrl),
        directory,
      )
      return startedProduct(server, field, allWorks)
    },
  }
}

async function migrate(workbench: Workbench, directory: string, databaseUrl: string): Promise<void> {
  const env = { DATABASE_URL: databaseUrl, MASTER_KEY: masterKeyText }
  const child = workbench.spawn(scriptArguments(directory, 'migrate'), env, directory)
  child.stdout?.resume()
  child.stderr?.resume()
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new CannotMeasure(`the migration of the build in ${directory} ended with the code ${code}`)
}

/** The arguments of Node in a script of the build's `package.json`. */
function scriptArguments(directory: string, script: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as {
    scripts: Record<string, string | undefined>
  }
  const [program, ...args] = (scripts[script] ?? '').split(' ')
  if (program !== 'node') throw new CannotMeasure(`${directory} has no script "${script}" that starts with node`)
  return args
}
