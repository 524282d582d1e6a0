/** The page of what an event is about, where the console has one. */
export function pageOfSubject(action: string, subject: string | null): string | undefined {
  if (subject === null) return undefined
  const [kind = '', verb = ''] = action.split('.')
  if (verb === 'delete') return undefined
  const path = pages[kind]
  return path === undefined ? undefined : `${path}/${encodeURIComponent(subject)}`
}

const pages: Readonly<Record<string, string>> = {
  partner: '/partners',
  'broker-user': '/broker-users',
  'access-key': '/access-keys',
  'security-user': '/security-users',
  'gateway-token': '/gateway-tokens',
}
