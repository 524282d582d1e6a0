import { bundle } from '../build/bundle.js'
import type { RunningServer, Workbench } from './workbench.js'

/** Starts a server of the benchmark's own (`servers/NAME.ts`), bundled as the product is. */
export async function startOwnServer(
  workbench: Workbench,
  name: string,
  env: Record<string, string> = {},
): Promise<RunningServer> {
  const program = `dist/bench/${name}.cjs`
  await bundle(`scripts/bench/servers/${name}.ts`, program)
  return workbench.startServer([program], env)
}
