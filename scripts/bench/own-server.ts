import type { RunningServer, Workbench } from './workbench.js'

/** Starts a server of the benchmark's own (`servers/NAME.ts`). */
export async function startOwnServer(
  workbench: Workbench,
  name: string,
  env: Record<string, string> = {},
): Promise<RunningServer> {
  return workbench.startServer(['--import', 'tsx', `scripts/bench/servers/${name}.ts`], env)
}
