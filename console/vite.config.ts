import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const outDir = here('../dist/console')

/** Puts a compressed copy beside each file, which the server sends to whoever takes one. */
function compressFiles(): Plugin {
  return {
    name: 'compress-files',
    apply: 'build',
    async closeBundle() {
      const assets = join(outDir, 'assets')
      for (const name of await readdir(assets)) {
        if (!/\.(?:js|css|svg)$/.test(name)) continue
        const compressed = await promisify(gzip)(await readFile(join(assets, name)), { level: 9 })
        await writeFile(join(assets, `${name}.gz`), compressed)
      }
    },
  }
}

export default defineConfig({
  root: here('.'),
  base: '/console/',
  plugins: [compressFiles()],
  build: {
    outDir,
    emptyOutDir: true,
    // The Content-Security-Policy lets no script and no style stand in the page itself.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
    target: 'es2023',
    rolldownOptions: {
      onLog(level, log, handle) {
        // Of libraries that also run on servers. There are no servers here.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log)
      },
    },
  },
  server: {
    // `npm run console`: the page from source in front of a server on the default port.
    proxy: { '/operator': process.env.TOKENWRIGHT_URL ?? 'http://127.0.0.1:3000' },
    fs: { allow: [here('..')] },
  },
})
