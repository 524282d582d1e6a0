import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ConsoleSettings } from './console-settings.js'

/** What the index of the build has in place of the settings. */
const placeholder = 'name="console-settings" content="{}"'

/**
 * Gives a function that reads the index of the console with the settings of this server.
 * @returns `undefined` where the console is not built
 */
export function openConsoleIndex(directory: string, settings: ConsoleSettings): () => Promise<string | undefined> {
  const content = `name="console-settings" content="${escaped(JSON.stringify(settings))}"`
  let index: string | undefined
  return async () => {
    // Once: the build does not change while the server runs.
    index ??= await readIndex(directory)
    return index?.replace(placeholder, () => content)
  }
}

async function readIndex(directory: string): Promise<string | undefined> {
  try {
    return await readFile(join(directory, 'index.html'), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
