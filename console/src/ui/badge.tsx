import type { ReactNode } from 'react'

export type Tone = 'good' | 'bad' | 'warning' | 'neutral' | 'accent'

/** A short word about a thing. The word says it, the colour repeats it. */
export function Badge({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return <span className={`badge badge-${tone}`}>{children}</span>
}

const tones: Readonly<Record<string, Tone>> = {
  active: 'good',
  pending: 'warning',
  expired: 'neutral',
  inactive: 'neutral',
  revoked: 'bad',
  signing: 'good',
  published: 'accent',
  verifying: 'neutral',
  succeeded: 'good',
  refused: 'bad',
}

/** The state of a credential, a key or an event. */
export function StateBadge({ state }: { readonly state: string }) {
  return <Badge tone={tones[state] ?? 'neutral'}>{state}</Badge>
}
