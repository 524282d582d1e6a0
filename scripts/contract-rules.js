/**
 * The rules of `openapi/README.md` that the configuration of Redocly cannot express, as its plugin `contracts`.
 * Each rule is a function that gives a visitor of the document (https://redocly.com/docs/cli/custom-plugins/custom-rules).
 */
export default function contractRules() {
  return {
    id: 'contracts',
    rules: {
      oas3: {
        'audit-action': auditAction,
        'bounded-strings': boundedStrings,
        'closed-replies': closedReplies,
        'described-properties': describedProperties,
        'named-schemas': namedSchemas,
        'no-null-in-enum': noNullInEnum,
        'no-recursion': noRecursion,
        'security-alternatives': securityAlternatives,
        'parameter-names': parameterNames,
        'protocol-replies': protocolReplies,
        'reply-examples': replyExamples,
        'used-components': usedComponents,
      },
    },
  }
}

/** The statuses of protocol failures that every contract marks, besides the one for malformed input. */
const protocolStatuses = [405, 413, 415, 500, 503]
const fixedLengthFormats = ['uuid', 'date-time', 'date']

/** In a contract with a schema AuditAction each operation that is no GET names its action, or says that it changes nothing. */
function auditAction() {
  let actions = []
  return {
    Root(root) {
      actions = root.components?.schemas?.AuditAction?.enum ?? []
    },
    Operation(operation, { key, location, report }) {
      if (actions.length === 0) return
      const action = operation['x-audit-action']
      if (key === 'get' && action !== undefined) {
        report({
          message: 'A GET changes nothing and has no x-audit-action.',
          location: location.child('x-audit-action'),
        })
      }
      if (key !== 'get' && action !== 'none' && !actions.includes(action)) {
        const message = 'x-audit-action is one of AuditAction, or none where the operation changes nothing.'
        report({ message, location: location.child('operationId') })
      }
    },
  }
}

function boundedStrings() {
  return {
    Schema(schema, { report }) {
      const isBounded =
        ['maxLength', 'enum', 'const'].some((keyword) => keyword in schema) ||
        fixedLengthFormats.includes(schema.format)
      if (typesOf(schema).includes('string') && !isBounded) {
        report({ message: 'A string has a maxLength, an enum, a const or a format of fixed length.' })
      }
    },
  }
}

/** An object in a reply is closed, so that no key is added unnoticed. */
function closedReplies() {
  return {
    Response: {
      Schema(schema, { report }) {
        if (typesOf(schema).includes('object') && !('additionalProperties' in schema)) {
          report({ message: 'An object in a reply is closed: additionalProperties: false.' })
        }
      },
    },
  }
}

function describedProperties() {
  return {
    SchemaProperties(properties, { location, report }) {
      for (const [name, property] of Object.entries(properties)) {
        const at = location.child(name)
        if (typeof property === 'boolean') {
          report({ message: 'A property is no boolean, which generators cannot read: { not: {} }.', location: at })
        }
        if (typeof property !== 'object' || property.$ref || property.not) continue
        if (!property.description) report({ message: 'A property has a description.', location: at })
        if (!property.examples && !('const' in property)) report({ message: 'A property has examples.', location: at })
      }
    },
  }
}

/** Generated types have the names of schemas. */
function namedSchemas() {
  return {
    Response: {
      MediaType(content, { key, location, report }) {
        if (/json$/.test(key) && !content.schema?.$ref) {
          report({ message: 'The schema of a reply is a $ref to a named schema.', location: location.child('schema') })
        }
      },
    },
    Schema(schema, { location, report }) {
      if (/^#\/components\/schemas\/[^/]+$/.test(location.pointer)) return
      for (const keyword of ['oneOf', 'anyOf', 'allOf']) {
        if (keyword in schema) {
          report({
            message: `A schema with ${keyword} is a named schema of its own.`,
            location: location.child(keyword),
          })
        }
      }
    },
  }
}

function noNullInEnum() {
  return {
    Schema(schema, { location, report }) {
      if (schema.enum?.includes(null)) {
        const message = "null is written as type: [string, 'null'], not inside an enum."
        report({ message, location: location.child('enum') })
      }
    },
  }
}

/** Types, serializers and documentation resolve every reference. */
function noRecursion() {
  return {
    Root(root, { location, report }) {
      const done = new Set()
      const visit = (value, keys, above) => {
        if (typeof value !== 'object' || value === null) return
        if (typeof value.$ref === 'string') follow(value.$ref, keys, above)
        for (const [key, item] of Object.entries(value)) visit(item, [...keys, key], above)
      }
      const follow = (reference, keys, above) => {
        const at = location.child(keys)
        if (!reference.startsWith('#/')) {
          report({ message: 'A contract stands alone: no references to other files.', location: at })
        } else if (above.includes(reference)) {
          report({ message: `${reference} contains itself.`, location: at })
        } else if (!done.has(reference)) {
          visit(valueAt(root, reference), keysOf(reference), [...above, reference])
          done.add(reference)
        }
      }
      visit(root, [], [])
    },
  }
}

/** Each operation says for itself who may call; alternatives are told apart by what a request presents. */
function securityAlternatives() {
  return {
    Operation({ security }, { location, report }) {
      if (!security || security.some((alternative) => Object.keys(alternative).length > 1)) {
        const message =
          'security is a list of alternatives with one scheme each; {} lets callers without a credential in.'
        report({ message, location: location.child('security') })
      }
    },
    SecurityScheme({ type, scheme, in: place }, { report }) {
      const isKnown = type === 'http' ? ['bearer', 'basic'].includes(scheme) : type === 'apiKey' && place === 'header'
      if (!isKnown) {
        report({
          message: 'A security scheme is HTTP bearer, HTTP basic or an API key in a header. The server knows no other.',
        })
      }
    },
  }
}

/** Names of the path and the query are keys of the code; a header has the name that HTTP or the vendor gave it. */
function parameterNames() {
  return {
    Parameter({ in: place, name }, { location, report }) {
      if (place === 'header' || /^[a-z]([a-zA-Z0-9]*|[a-z0-9]*(_[a-z0-9]+)*)$/.test(name)) return
      report({ message: 'A parameter is named in snake_case or in camelCase.', location: location.child('name') })
    },
  }
}

/** The server answers a protocol failure with the one example of its reply. */
function protocolReplies() {
  return {
    Responses(responses, { location, report, resolve }) {
      for (const [status, reference] of Object.entries(responses)) {
        const marked = resolve(reference).node?.['x-protocol-status']
        if (marked !== undefined && marked !== Number(status)) {
          report({ message: `This protocol failure has the status ${marked}.`, location: location.child(status) })
        }
      }
    },
    NamedResponses(responses, { location, report }) {
      const marked = Object.entries(responses).filter(([, response]) => response['x-protocol-status'] !== undefined)
      const statuses = marked.map(([, response]) => response['x-protocol-status'])
      for (const status of protocolStatuses.filter((one) => !statuses.includes(one))) {
        report({ message: `No reply is marked x-protocol-status: ${status}.` })
      }
      if (!statuses.some((status) => status < 405 && status !== 403))
        report({ message: 'No protocol reply is marked for malformed input.' })
      for (const [index, [name, response]] of marked.entries()) {
        const status = statuses[index]
        const at = location.child(name)
        if (statuses.indexOf(status) !== index) {
          report({ message: `Two replies are marked x-protocol-status: ${status}.`, location: at })
        }
        if (status >= 405 && examplesOf(response).length > 1) {
          report({ message: 'A protocol failure has one example: its body.', location: at })
        }
        if (status === 405 && !response.headers?.Allow) {
          report({ message: 'The reply 405 declares the header Allow.', location: at })
        }
      }
    },
  }
}

/** Documentation, mocks and generated tests show a reply by its examples; without one they make up a wrong one. */
function replyExamples() {
  const checked = new Set()
  return {
    Responses(responses, context) {
      for (const [status, reply] of Object.entries(responses)) {
        const isProtocolReply = context.resolve(reply).node['x-protocol-status'] !== undefined
        if (isProtocolReply || checked.has(`${status} ${reply.$ref}`)) continue
        if (reply.$ref) checked.add(`${status} ${reply.$ref}`)
        checkExamples(reply, Number(status), status, context)
      }
    },
    NamedResponses(responses, context) {
      for (const [name, reply] of Object.entries(responses)) {
        const status = reply['x-protocol-status']
        if (status !== undefined) checkExamples(reply, status, name, context)
      }
    },
  }
}

/** @param key of the reply in the node that is visited */
function checkExamples(reply, status, key, { location, report, resolve }) {
  const response = resolve(reply).node
  const at = reply.$ref ? resolve(reply).location : location.child(key)
  if (!response.content) {
    if (response['x-answers']?.length) return
    report({ message: 'A reply without a body names the requests that it answers in x-answers.', location: at })
  } else if (examplesOf(response).length === 0) {
    report({ message: 'A reply has an example of its own.', location: at })
  }
  for (const [name, example] of examplesOf(response)) {
    const value = resolve(example).node?.value
    const told = typeof value?.status === 'number' ? value.status : status
    if (told !== status) {
      report({ message: `The example ${name} of the status ${status} has the status ${told} in it.`, location: at })
    }
  }
}

/** As `no-unused-components`, but protocol replies need no operation that refers to them. */
function usedComponents() {
  return {
    Root(root, { location, report }) {
      const references = new Set(JSON.stringify(root).match(/(?<="\$ref":")[^"]+/g))
      for (const [section, components] of Object.entries(root.components ?? {})) {
        for (const [name, component] of Object.entries(components)) {
          const isUsed = section === 'securitySchemes' || references.has(`#/components/${section}/${name}`)
          if (!isUsed && component['x-protocol-status'] === undefined) {
            report({ message: `${name} is never used.`, location: location.child(['components', section, name]) })
          }
        }
      }
    },
  }
}

function typesOf(schema) {
  return [schema.type ?? []].flat()
}

function examplesOf(response) {
  return Object.values(response.content ?? {}).flatMap((content) => Object.entries(content.examples ?? {}))
}

function keysOf(reference) {
  const parts = reference.slice('#/'.length).split('/')
  return parts.map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
}

function valueAt(root, reference) {
  return keysOf(reference).reduce((value, key) => value?.[key], root)
}
