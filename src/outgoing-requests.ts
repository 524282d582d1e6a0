/** What holds for every request that this server sends to another one. */

/** Whether a text is the URL of another server. What goes to other machines is encrypted; `fetch` refuses user and password in a URL. */
export function isOutgoingUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  const isOnLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
  return username + password === '' && (protocol === 'https:' || (protocol === 'http:' && isOnLoopback))
}

/** Why `fetch` failed: the code of the system, such as ECONNREFUSED, or the name, such as TimeoutError. */
export function fetchFailureCode(error: unknown): string {
  const { cause, name } = error as { cause?: { code?: unknown }; name?: string }
  return typeof cause?.code === 'string' ? cause.code : (name ?? 'UNKNOWN')
}
