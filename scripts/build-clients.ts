/** `npm run build:clients`: builds the packages in `clients/`, ready for `npm pack` and `npm publish`. */
import { fileURLToPath } from 'node:url'
import { buildClient, clientFolders } from './clients/build-client.js'

const root = fileURLToPath(new URL('..', import.meta.url))
for (const folder of await clientFolders(root)) {
  await buildClient(root, folder)
  console.log(`built ${folder}`)
}
