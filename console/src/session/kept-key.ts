/** The operator key of this tab, where its user asked to keep it. The browser forgets it when the tab is closed. */
const name = 'tokenwright.operator-key'

export function keepKey(key: string): void {
  sessionStorage.setItem(name, key)
}

export function keptKey(): string | undefined {
  return sessionStorage.getItem(name) ?? undefined
}

export function forgetKey(): void {
  sessionStorage.removeItem(name)
}
