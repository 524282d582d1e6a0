import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Field, Started } from './entrant.js'

/** Starts a peer on a database of its own. @param name of its file below `peers/` */
export async function startPeer<Prepared>(
  { workbench }: Field,
  name: string,
): Promise<Pick<Started, 'pid' | 'url'> & { readonly prepared: Prepared }> {
  const databaseUrl = await workbench.createDatabase(`peer_${name.replaceAll('-', '_')}`)
  const file = join(workbench.directory, `${name}.json`)
  const server = await workbench.startServer([`scripts/bench/peers/${name}.mjs`], {
    DATABASE_URL: databaseUrl,
    PREPARED_FILE: file,
  })
  return { ...server, prepared: JSON.parse(await readFile(file, 'utf8')) }
}
