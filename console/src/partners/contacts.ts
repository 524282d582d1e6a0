import type { components } from '../../../generated/operator/types.js'

type Contact = components['schemas']['PartnerContact']

/** Contacts as a person writes them: `Jane Doe <jane@example.org>`, one on each line. */
export function formatContacts(contacts: readonly Contact[]): string {
  return contacts.map(({ name, email }) => `${name} <${email}>`).join('\n')
}

/** @returns the first line that is no contact, where there is one */
export function parseContacts(text: string): { readonly contacts: Contact[] } | { readonly unreadable: string } {
  const lines = text.split('\n').map((line) => line.trim())
  const contacts: Contact[] = []
  for (const line of lines.filter((one) => one !== '')) {
    const [, name, email = line] = /^(.*\S)\s*<([^<>]+)>$/.exec(line) ?? []
    if (!/^\S+@\S+$/.test(email)) return { unreadable: line }
    contacts.push({ name: name ?? email, email })
  }
  return { contacts }
}
