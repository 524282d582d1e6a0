/**
 * The unit of password logins: verifies one hash over and over, as many at a time as there are cores, with nothing around it. A number of
 * seconds on a line of the standard input starts it; the answer is a line of JSON: `{"count":…,"seconds":…,"durations":[…]}`, in milliseconds.
 * @param argv the hash and its password
 */
import { availableParallelism } from 'node:os'
import { createInterface } from 'node:readline'
import { verify } from '@node-rs/argon2'

const [hash = '', password = ''] = process.argv.slice(2)
for await (const line of createInterface(process.stdin)) {
  const started = performance.now()
  const end = started + Number(line) * 1000
  const durations: number[] = []
  const lane = async (): Promise<void> => {
    while (performance.now() < end) {
      const begun = performance.now()
      if (!(await verify(hash, password))) throw new Error('the hash is of another password')
      durations.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, lane))
  console.log(JSON.stringify({ count: durations.length, seconds: (performance.now() - started) / 1000, durations }))
}
