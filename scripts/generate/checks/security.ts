import type { JsonObject } from '../../../src/contract/contract.js'
import { isObject } from '../../../src/contract/document.js'
import type { ContractWalk, Place, PlacedOperation } from './contract-walk.js'

/** Schemes are HTTP bearer, HTTP basic or an API key in a header; alternatives are told apart by what a request presents. */
export function checkSecurity(walk: ContractWalk): void {
  for (const [, scheme] of walk.members(walk.at(['components']), 'securitySchemes')) checkScheme(walk, scheme)
  for (const operation of walk.operations()) checkAlternatives(walk, operation)
}

function checkScheme(walk: ContractWalk, { keys, value }: Place): void {
  const { type, scheme, in: place } = value
  const instead = 'use HTTP bearer, HTTP basic or an API key in a header'
  if (type === 'http') {
    if (!['bearer', 'basic'].includes(String(scheme).toLowerCase())) {
      walk.report(keys, `the HTTP scheme ${String(scheme)} is not known: ${instead}`)
    }
  } else if (type !== 'apiKey') {
    walk.report(keys, `security schemes of the type ${String(type)} are not known: ${instead}`)
  } else if (place !== 'header') {
    walk.report(keys, `an API key in the ${String(place)} ends up in logs and histories: ${instead}`)
  }
}

function checkAlternatives(walk: ContractWalk, { keys, value }: PlacedOperation): void {
  if (!Array.isArray(value.security)) {
    return walk.report(keys, 'the operation has no security: write [] where anybody may call')
  }
  const schemes = (walk.document.components as JsonObject | undefined)?.securitySchemes
  const known = isObject(schemes) ? schemes : {}
  const presented = new Set<string>()
  for (const [index, alternative] of (value.security as readonly JsonObject[]).entries()) {
    const at = [...keys, 'security', index]
    const names = Object.keys(alternative)
    if (names.length > 1) walk.report(at, 'an alternative has one scheme: two at once are not asked for')
    for (const name of names) {
      const scheme = known[name]
      if (!isObject(scheme)) {
        walk.report(at, `the security scheme ${name} is not declared`)
        continue
      }
      const kind = scheme.type === 'apiKey' ? String(scheme.name).toLowerCase() : String(scheme.scheme).toLowerCase()
      if (presented.has(kind))
        walk.report(at, `${name} cannot be told from another alternative: both are presented alike`)
      presented.add(kind)
    }
  }
  if (presented.has('authorization') && presented.size > 1) {
    walk.report([...keys, 'security'], 'a key in Authorization cannot be told from the other alternatives')
  }
}
