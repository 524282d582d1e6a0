import { readdirSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Lets the routes of a scope send files. */
export async function allowFiles(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, { root: import.meta.dirname, serve: false })
}

/**
 * Serves files of a folder, each at an address of its own: there is no other way into the folder.
 * @param prefix of the addresses, with a slash at its end
 * @param names all files where none are named
 */
export function serveFiles(
  app: FastifyInstance,
  prefix: string,
  folder: string,
  names: readonly string[] = readdirSync(folder),
): void {
  for (const name of names) app.get(prefix + name, (_request, reply) => reply.sendFile(name, folder))
}
