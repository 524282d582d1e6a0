/** The server, in a process that has an error which nothing catches when it gets SIGWINCH. Run by `test/drain.test.ts`. */
process.on('SIGWINCH', () => {
  throw new Error('CANARY')
})
await import('../../src/server.js')
