/** The server in a process that gets a first SIGINT twice, as below npm, and throws where nothing catches it on SIGWINCH. Run by `test/process/graceful-shutdown.test.ts`. */
process.once('SIGINT', () => process.kill(process.pid, 'SIGINT'))
process.on('SIGWINCH', () => {
  throw new Error('CANARY')
})
await import('../../src/main.js')
