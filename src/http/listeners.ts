import type { Config } from '../config.js'
import type { Surface } from '../contract/surface.js'
import { assertPortIsFree, type NamedListener } from './listen.js'

export interface SurfaceListener extends NamedListener {
  readonly surface: Surface
}

/** One listener for everything, or one for the public and one for the internal operations. */
export function listenersOf({ listener, internalListener }: Config): readonly SurfaceListener[] {
  if (!internalListener) return [{ ...listener, variable: 'PORT', surface: 'all' }]
  return [
    { ...listener, variable: 'PORT', surface: 'public' },
    { ...internalListener, variable: 'INTERNAL_PORT', surface: 'internal' },
  ]
}

/** @throws {StartupError} naming the variable to set */
export async function assertPortsAreFree(config: Config): Promise<void> {
  for (const listener of listenersOf(config)) await assertPortIsFree(listener)
}
