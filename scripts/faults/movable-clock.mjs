/**
 * Loaded into an instance by `node --import`: moves its clock by the milliseconds that the file CLOCK_OFFSET_FILE holds. The build itself has no
 * such hook.
 */
import { readFileSync } from 'node:fs'

const SystemDate = Date
let offsetMs = 0

function readOffset() {
  offsetMs = Number(readFileSync(process.env.CLOCK_OFFSET_FILE, 'utf8'))
}

function now() {
  return SystemDate.now() + offsetMs
}

readOffset()
setInterval(readOffset, 20).unref()
globalThis.Date = new Proxy(SystemDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})
