import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../test/free-port.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The built server as a process of its own, with its demo data and one listener for everything. */
export class DemoServer {
  private constructor(
    readonly baseUrl: string,
    readonly process: ChildProcess,
  ) {}

  /** @param folder for its data */
  static async start(folder: string): Promise<DemoServer> {
    const port = await freePort()
    const server = spawn(process.execPath, ['dist/src/cli/tokenwright.js', 'serve'], {
      cwd: root,
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        PORT: String(port),
        DATA_DIR: join(folder, 'data'),
        DATABASE_URL: '',
        DEMO: '1',
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const listening = new Promise<void>((resolve, reject) => {
      let text = ''
      server.stdout.on('data', (chunk: Buffer) => {
        text += chunk.toString()
        if (text.includes('listens on')) resolve()
      })
      server.once('exit', (code) => reject(new Error(`the demo ended with the code ${code} before it listened`)))
    })
    await listening
    return new DemoServer(`http://127.0.0.1:${port}`, server)
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return
    const exited = once(this.process, 'exit')
    this.process.kill('SIGTERM')
    await exited
  }
}
