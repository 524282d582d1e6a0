import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '../../test/free-port.js'
import { prepareFixture } from '../fixture.js'
import type { Report, Setting } from '../mode.js'
import { figure, printBars, printTable } from '../print.js'
import { productEnvironment, serve } from '../product.js'
import { ratios } from '../ratios.js'
import { type Spread, spreadOf } from '../spread.js'
import type { Workbench } from '../workbench.js'

const defaultRounds = 10
/** Milliseconds between two questions whether it is ready. */
const pause = 2
const longest = 60_000

/** From the start of the process to the first answer that it is ready. */
export async function start({ workbench, options, progress }: Setting): Promise<Report> {
  const { rounds = defaultRounds } = options
  const { databaseUrl } = await prepareFixture(workbench)
  const dataDirectory = join(workbench.directory, 'data')
  const starters = {
    'plain Fastify + pg': () =>
      timeStart(workbench, ['scripts/bench/servers/plain-server.mjs'], { DATABASE_URL: databaseUrl }),
    'Tokenwright on PostgreSQL': () => timeStart(workbench, serve, productEnvironment(databaseUrl)),
    'Tokenwright, embedded, again': () => timeStart(workbench, serve, { DATA_DIR: dataDirectory, LOG_LEVEL: 'warn' }),
  }
  const names = Object.keys(starters) as (keyof typeof starters)[]
  const times = new Map(names.map((name) => [name, [] as number[]]))
  // The first start of an installation makes its keys, and the embedded one its database.
  const first: Partial<Record<string, number>> = {}
  for (const name of names) first[name] = await starters[name]()
  for (let round = 0; round < rounds; round++) {
    const at = round % names.length
    for (const name of [...names.slice(at), ...names.slice(0, at)]) {
      progress.update(round, rounds, name)
      times.get(name)?.push(await starters[name]())
    }
  }
  const of = (name: keyof typeof starters): number[] => times.get(name) ?? []
  const plain = of('plain Fastify + pg')
  const results = names.map((name) => ({
    name,
    milliseconds: spreadOf(of(name)),
    ratio: spreadOf(ratios(of(name), plain)),
    firstStart: first[name] ?? Number.NaN,
  }))
  return {
    results,
    goals: [
      {
        what: 'start on PostgreSQL, not the first one',
        most: 2,
        measured: spreadOf(of('Tokenwright on PostgreSQL')).median / 1000,
        unit: ' s',
      },
      {
        what: 'start on the embedded database, not the first one',
        most: 3,
        measured: spreadOf(of('Tokenwright, embedded, again')).median / 1000,
        unit: ' s',
      },
    ],
    print: () => print(results),
  }
}

/** Milliseconds from the start of a process until it is ready. Then it is stopped in order, as an embedded database needs it. */
async function timeStart(workbench: Workbench, args: readonly string[], env: Record<string, string>): Promise<number> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/readyz`
  const started = performance.now()
  const child = workbench.spawn(args, { ...env, PORT: String(port) })
  const exit = once(child, 'exit')
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += chunk))
  for (;;) {
    const isReady = await fetch(url).then(
      async (answer) => {
        await answer.body?.cancel()
        return answer.status === 200
      },
      () => false,
    )
    if (isReady) break
    if (child.exitCode !== null || performance.now() - started > longest)
      throw new Error(`${args.join(' ')} is never ready\n${text}`)
    await delay(pause)
  }
  const time = performance.now() - started
  child.kill('SIGINT')
  await exit
  return time
}

interface Line {
  readonly name: string
  readonly milliseconds: Spread
  readonly ratio: Spread
  readonly firstStart: number
}

function print(lines: readonly Line[]): void {
  printTable<Line>(
    'From the start of the process to the first 200 of /readyz',
    [
      { name: 'process', of: ({ name }) => name },
      { name: 'ms', of: ({ milliseconds }) => figure(milliseconds.median, 0) },
      { name: 'min', of: ({ milliseconds }) => figure(milliseconds.min, 0) },
      { name: 'max', of: ({ milliseconds }) => figure(milliseconds.max, 0) },
      { name: 'ratio', of: ({ ratio }) => figure(ratio.median) },
      { name: 'min', of: ({ ratio }) => figure(ratio.min) },
      { name: 'max', of: ({ ratio }) => figure(ratio.max) },
      { name: 'very first ms', of: ({ firstStart }) => figure(firstStart, 0) },
    ],
    lines,
  )
  console.log()
  printBars(lines.map(({ name, milliseconds }) => ({ name, value: milliseconds.median })))
}
