/*
 * How the documentation page follows the references of a contract. Swagger UI reads the whole contract anew for every operation that is
 * opened, which takes 0.8 s for the largest one. This reads only what the operation refers to.
 */

/** What a reference into the document leads to, or `undefined`. */
function targetOf(document, reference) {
  const keys = decodeURIComponent(reference).split('/').slice(1)
  return keys.reduce((value, key) => value?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], document)
}

/**
 * A copy of `value` with every reference into the components replaced by what it leads to. One that leads back to itself stays.
 * `$$ref` is what Swagger UI names a schema after.
 */
function dereferenced(document, value, within = []) {
  if (Array.isArray(value)) return value.map((item) => dereferenced(document, item, within))
  if (typeof value !== 'object' || value === null) return value
  const { $ref: reference, ...rest } = value
  const copy = Object.fromEntries(Object.entries(rest).map(([key, of]) => [key, dereferenced(document, of, within)]))
  if (reference === undefined) return copy
  if (!String(reference).startsWith('#/components/') || within.includes(reference)) return value
  const target = dereferenced(document, targetOf(document, reference), [...within, reference])
  return { ...target, ...copy, $$ref: new URL(reference, window.location.href).href }
}

/** An operation with what it inherits: the parameters of its path and the security of the document. */
function withInherited(document, path, operation) {
  const shared = dereferenced(document, document.paths[path].parameters ?? [])
  const security = operation.security ?? document.security
  return { ...operation, parameters: [...shared, ...(operation.parameters ?? [])], ...(security && { security }) }
}

export const resolverPlugin = {
  fn: {
    /** Called by Swagger UI for each part of the document that it is about to show in full. */
    resolveSubtree: async (document, path) => {
      const part = path.reduce((value, key) => value?.[key], document)
      const spec = dereferenced(document, part)
      const isOperation = path[0] === 'paths' && path.length === 3 && spec?.responses
      return { spec: isOperation ? withInherited(document, path[1], spec) : spec, errors: [] }
    },
  },
}
