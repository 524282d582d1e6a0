import { bundle } from '../build/bundle.js'
import type { RunningServer, Workbench } from './workbench.js'

/** Starts a server of the benchmark's own (`servers/NAME.ts`), bundled as the product is. */
export async function startOwnServer(
  workbench: Workbench,
  name: string,
  env: Record<string, string> = {},
  args: readonly string[] = [],
): Promise<RunningServer> {
  await bundle([`scripts/bench/servers/${name}.ts`], 'dist')
  return workbench.startServer([`dist/scripts/bench/servers/${name}.js`, ...args], env)
}
