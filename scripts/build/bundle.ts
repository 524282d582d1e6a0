import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Packages with files beside their code (native addons, WebAssembly): they are loaded from `node_modules`, where they are used. */
const external = ['@electric-sql/pglite', '@node-rs/argon2', '@node-rs/bcrypt', 'fs-native-extensions']

/** Each chunk has what packages in CommonJS call to load a module of Node. */
const commonJs = `import { createRequire as createRequireOfChunk } from 'node:module'
const requireOfChunk = createRequireOfChunk(import.meta.url)
const require = requireOfChunk`

/**
 * Bundles programs with the packages that they use, so that a start reads a few files instead of a thousand. What is imported
 * later is in chunks of its own, as is what several programs share.
 * @param entryPoints files below the project, such as `src/cli/tokenwright.ts`; each comes out under the same name below `outdir`
 * @param outdir a folder inside the project: packages that are not bundled are found from there
 * @throws where a file cannot be bundled
 */
export async function bundle(entryPoints: readonly string[], outdir: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: [...entryPoints],
    outdir,
    outbase: '.',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // Names stay, for traces; Node keeps the text of what it has loaded.
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: true,
    external: [...external, 'pg-native'],
    banner: { js: commonJs },
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
        "path.dirname(requireOfChunk.resolve('@fastify/swagger-ui/lib/routes.js'))",
      ),
    }))
  },
}
