import { send } from './http.js'

/** The samples of a `/metrics` page: `name{label="value",…}`, as it is written there, to its value. */
export type Samples = ReadonlyMap<string, number>

/** Asks a server for its metrics, as Prometheus does. */
export async function readMetrics(baseUrl: string): Promise<Samples> {
  const { status, text } = await send(baseUrl, { method: 'GET', path: '/metrics' })
  if (status !== 200) throw new Error(`/metrics answered ${status}: ${text}`)
  const samples = [...text.matchAll(/^([a-z0-9_]+(?:\{[^}]*\})?) (\S+)$/gm)]
  return new Map(samples.map(([, name = '', value]) => [name, Number(value)]))
}
