/* The credentials that "Try it out" presents. */

import { configuration, swagger } from './configuration.js'

/**
 * The credentials by contract and scheme, `null` after a logout. Swagger UI forgets them whenever another contract is opened.
 * Like the answers they are kept in memory only.
 */
const credentials = new Map()

function credentialKey(scheme) {
  return `${swagger.system.specSelectors.url()} ${scheme}`
}

/** Swagger UI takes user name and password of HTTP Basic one by one. */
function basicCredentials(encoded) {
  const text = atob(encoded)
  const colon = text.indexOf(':')
  return { username: text.slice(0, colon), password: text.slice(colon + 1) }
}

/** Whether nothing was filled in: Swagger UI would present a user and a password that are empty (`Basic Og==`). */
function isEmpty({ value }) {
  return !value || (typeof value === 'object' && !value.username && !value.password)
}

/** Presents what the reader has given for the shown contract, else its demo credentials. */
export function presentCredentials() {
  const { specSelectors, authActions } = swagger.system
  const schemes = specSelectors.specJson().getIn(['components', 'securitySchemes'])?.toJS() ?? {}
  for (const [name, schema] of Object.entries(schemes)) {
    const given = credentials.get(credentialKey(name))
    const example = configuration.demo ? schema['x-example'] : undefined
    if (given) authActions.authorize({ [name]: given })
    else if (given === undefined && example !== undefined) {
      const text = schema.type === 'http' ? example.replace(/^\w+ /, '') : example
      const value = schema.scheme === 'basic' ? basicCredentials(text) : text
      authActions.authorize({ [name]: { name, schema, value } })
    }
  }
}

/** Remembers what the reader gives. */
export function credentialsPlugin() {
  return {
    statePlugins: {
      auth: {
        wrapActions: {
          authorize: (next) => (given) => {
            const filled = Object.entries(given).filter(([, credential]) => !isEmpty(credential))
            for (const [name, credential] of filled) credentials.set(credentialKey(name), credential)
            return next(Object.fromEntries(filled))
          },
          logout: (next) => (names) => {
            for (const name of names) credentials.set(credentialKey(name), null)
            return next(names)
          },
        },
      },
    },
  }
}
