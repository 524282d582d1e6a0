import { settings } from '../settings.js'
import type { AddressOf } from './steps.js'

const storageName = 'tokenwright.public-address'

/** Where partners reach the server. Who knows a better address than the one that is guessed has typed it once. */
export function publicAddress(): string {
  return localStorage.getItem(storageName) ?? guessedAddress()
}

export function keepPublicAddress(address: string): void {
  localStorage.setItem(storageName, address)
}

function guessedAddress(): string {
  const { origin, protocol, hostname } = window.location
  return settings.publicPort === null ? origin : `${protocol}//${hostname}:${settings.publicPort}`
}

/** Where each API is, below the address of the server. */
export function addressesBelow(address: string): AddressOf {
  return (api) => address.replace(/\/+$/, '') + (settings.basePaths[api] ?? '')
}
