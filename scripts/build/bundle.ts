import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Packages with files beside their code (native addons, WebAssembly): they are loaded from `node_modules`, where they are used. */
const external = ['@electric-sql/pglite', '@node-rs/argon2', '@node-rs/bcrypt', 'fs-native-extensions']

/**
 * What a module knows about itself, and the `navigator` that Node has from version 21 on: where `pg` finds none it makes a `Response`
 * to see where it runs, and Node loads its whole `fetch` for that.
 */
const beginning = `const requireOfBundle = require
const urlOfBundle = require('node:url').pathToFileURL(__filename).href
const navigatorOfBundle = { userAgent: 'Node.js' }`

/**
 * Bundles a program with the packages that it uses into one file in CommonJS, so that a start reads one file instead of a thousand,
 * and V8 can keep what it has compiled of it.
 * @param entryPoint a file below the project, such as `src/cli/tokenwright.ts`
 * @param outfile ends with `.cjs`, inside the project: packages that are not bundled are found from there
 * @throws where a file cannot be bundled
 */
export async function bundle(entryPoint: string, outfile: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: [entryPoint],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    // Names stay, for traces; Node keeps the text of what it has loaded.
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: true,
    external: [...external, 'pg-native'],
    banner: { js: beginning },
    define: { navigator: 'navigatorOfBundle', 'import.meta.url': 'urlOfBundle' },
    plugins: [judgedOutline, filesOfSwaggerUi],
    logLevel: 'warning',
  })
}

/**
 * Glue judges the outline of routes that it gets by the schema of OpenAPI documents, which it compiles at each start: a third of
 * the time until the server is ready. The outline is made by the server itself (`src/contract/bind.ts`) and judged whenever it runs from
 * source, as in all tests, so that the bundle takes it as valid.
 */
const judgedOutline: Plugin = {
  name: 'judged-outline',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@seriousme\/openapi-schema-validator$/ }, ({ path }) => ({
      path,
      namespace: 'judged-outline',
    }))
    onLoad({ filter: /.*/, namespace: 'judged-outline' }, () => ({
      contents: `export class Validator {
        version = '3.0'
        async validate(specification) {
          this.specification = specification
          return { valid: true }
        }
        resolveRefs() {
          return this.specification
        }
      }`,
    }))
  },
}

/** Swagger UI serves files of its package, which it looks for beside its code. */
const filesOfSwaggerUi: Plugin = {
  name: 'files-of-swagger-ui',
  setup({ onLoad }) {
    onLoad({ filter: /\/@fastify\/swagger-ui\/lib\/routes\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(
        '__dirname',
        "path.dirname(requireOfBundle.resolve('@fastify/swagger-ui/lib/routes.js'))",
      ),
    }))
  },
}
