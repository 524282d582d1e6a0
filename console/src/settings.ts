/** What the server tells the page; see `src/http/console/console-settings.ts`. */
export interface Settings {
  readonly publicPort: number | null
  readonly basePaths: Readonly<Record<string, string>>
  readonly demoKeys: Readonly<Record<string, string>> | null
}

const defaults: Settings = { publicPort: null, basePaths: {}, demoKeys: null }

function readSettings(): Settings {
  const content = document.querySelector<HTMLMetaElement>('meta[name="console-settings"]')?.content ?? '{}'
  return { ...defaults, ...(JSON.parse(content) as Partial<Settings>) }
}

export const settings: Settings = readSettings()
