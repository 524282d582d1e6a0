import type { Entrant } from '../entrant.js'
import { argon2Loop } from './argon2-loop.js'
import { bare } from './bare.js'
import { betterAuthPeer } from './better-auth.js'
import { expressPeer } from './express.js'
import { oidcProviderPeer } from './oidc-provider.js'
import { bareLoader, product, singleQuery } from './product.js'
import { tracedAlways, tracedSeldom } from './traced.js'

/** Everybody who takes part, the units first. */
export const entrants: readonly Entrant[] = [
  bare,
  argon2Loop,
  product,
  tracedSeldom,
  tracedAlways,
  bareLoader,
  singleQuery,
  oidcProviderPeer,
  betterAuthPeer,
  expressPeer,
]

export const units: readonly Entrant[] = [bare, argon2Loop]
