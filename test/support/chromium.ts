import { existsSync } from 'node:fs'

/** The Chromium of this machine, where there is one. */
export const chromiumPath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path !== undefined && path !== '' && existsSync(path),
)

/** How tests start it: without a screen, and without calls to anybody. */
export const chromiumArguments = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking']
