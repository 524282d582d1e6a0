import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'

/** Writes what the benchmark is to present to this peer, as JSON, to the file that it named. */
export async function tell(prepared) {
  await writeFile(process.env.PREPARED_FILE ?? '', JSON.stringify(prepared))
}

/** Listens on a free port of the loopback address and prints where. */
export function listen(handler) {
  const server = createServer(handler)
  server.keepAliveTimeout = 65_000
  server.listen(0, '127.0.0.1', () => console.log(`listens on http://127.0.0.1:${server.address().port}`))
}
