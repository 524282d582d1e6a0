/*
 * What the documentation page adds to Swagger UI: "Try it out" works with what is prefilled.
 * Served to the browser as it is. Swagger UI finds it as `tokenwright`, through the configuration in `docs.ts`.
 */

{
  /** A placeholder of an example: `{operationId#/pointer}`; `{operationId#}` is the whole body. */
  const placeholder = /\{(\w+)#((?:\/[^{}"\s]*)?)\}/g
  /** The same, as it stands in a URL. */
  const encodedPlaceholder = /%7B(\w+)%23((?:(?!%7B|%7D)[^/?&])*)%7D/gi

  const form = 'application/x-www-form-urlencoded'

  /** What is served of a contract, by the ending of its address, and what it is called. */
  const forms = {
    json: 'OpenAPI 3.1: ',
    yaml: 'or ',
    '3.0.json': 'OpenAPI 3.0: ',
    'postman.json': 'Postman: ',
  }

  /** The contracts by their URL, as far as they have been loaded. */
  const documents = new Map()
  /** The answers by path, the last one first. They are kept in memory only, since they carry tokens. */
  const answers = new Map()
  /**
   * The credentials by contract and scheme, `null` after a logout. Swagger UI forgets them whenever another contract is opened.
   * Like the answers they are kept in memory only.
   */
  const credentials = new Map()
  /** How many answers of a path are kept: enough to find the last success behind failures tried since. */
  const keptAnswers = 20
  /** Swagger UI, once it has started. */
  let system

  /** What `value` is, where it is a reference into its own document. */
  function target(document, value) {
    if (typeof value?.$ref !== 'string') return value
    return valueAt(document, decodeURIComponent(value.$ref.slice(1)))
  }

  /** What stands at a JSON pointer, or `undefined`. */
  function valueAt(root, pointer) {
    let value = root
    for (const part of pointer.split('/').slice(1)) {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
      value = value[key]
    }
    return value
  }

  function parsed(text) {
    try {
      return JSON.parse(text)
    } catch {
      return text
    }
  }

  function remember(path, text) {
    answers.set(path, [parsed(text), ...(answers.get(path) ?? [])].slice(0, keptAnswers))
  }

  /** The value in the last answer of a path that has one there: a failure tried in between does not hide it. */
  function remembered(path, pointer) {
    for (const answer of answers.get(path) ?? []) {
      const value = valueAt(answer, pointer)
      if (value !== undefined) return value
    }
    return undefined
  }

  /** Loads the contracts that the menu offers and that have not been shown yet. */
  async function loadDocuments() {
    const missing = system
      .getConfigs()
      .urls.map(({ url }) => url)
      .filter((url) => !documents.has(url))
    await Promise.all(
      missing.map(async (url) => {
        const response = await fetch(url)
        if (response.ok) documents.set(url, asShown(await response.json()))
      }),
    )
  }

  /** The operation of that id, in whichever contract. */
  async function findOperation(operationId) {
    await loadDocuments()
    for (const document of documents.values()) {
      for (const [path, item] of Object.entries(document.paths)) {
        for (const [method, operation] of Object.entries(item)) {
          if (operation?.operationId === operationId) return { document, path, method, operation }
        }
      }
    }
    throw new Error(`The example needs an answer of ${operationId}, which this server does not offer here.`)
  }

  function firstKey(object) {
    return Object.keys(object ?? {})[0]
  }

  /** The request of an operation's first example. */
  function firstExample({ document, path, method, operation }) {
    const [mediaType, content] = Object.entries(target(document, operation.requestBody)?.content ?? {})[0] ?? []
    const authorizations = operation['x-authorization-examples'] ?? {}
    const name = firstKey(content?.examples) ?? firstKey(authorizations)

    let url = document.servers[0].url.replace(/\/$/, '') + path
    const query = new URLSearchParams()
    const headers = {}
    const shared = document.paths[path].parameters ?? []
    for (const reference of [...shared, ...(operation.parameters ?? [])]) {
      const parameter = target(document, reference)
      const value = target(document, parameter.examples?.[name])?.value ?? parameter.example
      if (value === undefined) continue
      if (parameter.in === 'path') url = url.replace(`{${parameter.name}}`, encodeURIComponent(value))
      if (parameter.in === 'query') query.set(parameter.name, value)
      if (parameter.in === 'header') headers[parameter.name] = value
    }

    const scheme = firstKey(operation.security?.[0])
    const { type, name: header, 'x-example': example } = document.components?.securitySchemes?.[scheme] ?? {}
    const credential = Object.hasOwn(authorizations, name) ? authorizations[name] : example
    if (typeof credential === 'object') Object.assign(headers, credential)
    else if (credential) headers[type === 'apiKey' ? header : 'Authorization'] = credential
    if (mediaType !== undefined) headers['Content-Type'] = mediaType
    const value = target(document, content?.examples?.[name])?.value
    const body =
      value === undefined || typeof value === 'string'
        ? value
        : mediaType === form
          ? new URLSearchParams(value).toString()
          : JSON.stringify(value)
    return { url: query.size > 0 ? `${url}?${query}` : url, method: method.toUpperCase(), headers, body }
  }

  /**
   * The value that a placeholder stands for. Where nothing has been answered yet, the operation is called with its first example.
   * `callers` are the operations that wait for this value: one that waits for itself would never end.
   */
  async function answeredValue(operationId, pointer, callers) {
    const found = await findOperation(operationId)
    const known = remembered(found.path, pointer)
    if (known !== undefined) return known
    if (!system.getConfigs().demo || callers.includes(operationId)) {
      throw new Error(`The example needs an answer of ${operationId}: execute that operation first.`)
    }
    const { url, ...request } = await filledIn(withoutDialog(firstExample(found)), [...callers, operationId])
    const response = await fetch(url, request)
    remember(found.path, await response.text())
    const value = remembered(found.path, pointer)
    if (value === undefined) {
      throw new Error(
        `The example needs an answer of ${operationId}, which was called for it and answered ${response.status} without that value.`,
      )
    }
    return value
  }

  /** The browser asks for a password, and the request waits, where an answer demands HTTP Basic and the browser may send credentials of its own. */
  function withoutDialog(request) {
    request.credentials = 'omit'
    return request
  }

  /** A text with every match of a placeholder replaced. One after the other: two of one operation share one answer. */
  async function replaced(text, pattern, replacement) {
    let result = ''
    let end = 0
    for (const match of text.matchAll(pattern)) {
      result += text.slice(end, match.index) + (await replacement(match))
      end = match.index + match[0].length
    }
    return result + text.slice(end)
  }

  function asText(value) {
    return typeof value === 'string' ? value : JSON.stringify(value)
  }

  /** The request with the placeholders of its URL, its headers and its body replaced; everything else stays as it was typed. */
  async function filledIn(request, callers = []) {
    request.url = await replaced(request.url, encodedPlaceholder, async ([, operationId, pointer]) =>
      encodeURIComponent(asText(await answeredValue(operationId, decodeURIComponent(pointer), callers))),
    )
    for (const [name, value] of Object.entries(request.headers ?? {})) {
      if (typeof value !== 'string') continue
      request.headers[name] = await replaced(value, placeholder, async ([, operationId, pointer]) =>
        asText(await answeredValue(operationId, pointer, callers)),
      )
    }
    if (typeof request.body === 'string' && request.headers?.['Content-Type'] === form) {
      request.body = await replaced(request.body, encodedPlaceholder, async ([, operationId, pointer]) =>
        encodeURIComponent(asText(await answeredValue(operationId, decodeURIComponent(pointer), callers))),
      )
    } else if (typeof request.body === 'string') {
      const isJson = parsed(request.body) !== request.body
      request.body = await replaced(request.body, placeholder, async (match) => {
        const text = asText(await answeredValue(match[1], match[2], callers))
        // Inside the quotes of a JSON string.
        return isJson ? JSON.stringify(text).slice(1, -1) : text
      })
    }
    return request
  }

  function pathOf(server) {
    return new URL(server.url, window.location.href).pathname
  }

  /** Puts a placeholder into an example's value wherever a call needs what another operation answered (`x-chain`). */
  function showPlaceholders(example) {
    for (const [pointer, source] of Object.entries(example?.['x-chain'] ?? {})) {
      const keys = ['value', ...pointer.split('/').slice(1)]
      const last = keys.pop()
      keys.reduce((at, key) => at[key], example)[last] = `{${source}}`
    }
  }

  /** All examples of the requests of a document, references left out. */
  function requestExamples(document) {
    const ofParameters = (parameters) => (parameters ?? []).flatMap(({ examples }) => Object.values(examples ?? {}))
    const ofBody = (body) =>
      Object.values(body?.content ?? {}).flatMap((content) => [
        ...Object.values(content.examples ?? {}),
        ...Object.values(content['x-invalid-examples'] ?? {}),
      ])
    const items = Object.values(document.paths)
    const operations = items.flatMap((item) => Object.values(item).filter((operation) => operation?.operationId))
    return [
      ...Object.values(document.components?.examples ?? {}),
      ...ofParameters(Object.values(document.components?.parameters ?? {})),
      ...[...items, ...operations].flatMap(({ parameters }) => ofParameters(parameters)),
      ...operations.flatMap(({ requestBody }) => ofBody(requestBody)),
    ]
  }

  /**
   * The contract as the page uses it: what an example needs of another operation is a placeholder in it, and the examples that the schema
   * refuses stand in the menu behind the others. The server is that of the page, whatever a proxy in between has the document say.
   */
  function asShown(document) {
    const shown = structuredClone(document)
    shown.servers = shown.servers.map((server) => ({ ...server, url: pathOf(server) }))
    for (const example of requestExamples(shown)) showPlaceholders(example)
    for (const item of Object.values(shown.paths)) {
      for (const operation of Object.values(item)) {
        const first = operation?.['x-default-example']
        for (const content of Object.values(target(shown, operation?.requestBody)?.content ?? {})) {
          const examples = { ...content.examples, ...content['x-invalid-examples'] }
          if (firstKey(examples))
            content.examples = first in examples ? { [first]: examples[first], ...examples } : examples
        }
      }
    }
    return shown
  }

  function credentialKey(scheme) {
    return `${system.specSelectors.url()} ${scheme}`
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
  function presentCredentials() {
    const schemes = system.specSelectors.specJson().getIn(['components', 'securitySchemes'])?.toJS() ?? {}
    for (const [name, schema] of Object.entries(schemes)) {
      const given = credentials.get(credentialKey(name))
      const example = system.getConfigs().demo ? schema['x-example'] : undefined
      if (given) system.authActions.authorize({ [name]: given })
      else if (given === undefined && example !== undefined) {
        const text = schema.type === 'http' ? example.replace(/^\w+ /, '') : example
        const value = schema.scheme === 'basic' ? basicCredentials(text) : text
        system.authActions.authorize({ [name]: { name, schema, value } })
      }
    }
  }

  /** Picking an example of the body picks the parameters of the same name, since they belong together. */
  function pickParameters([path, method], name) {
    const parameters = system.specSelectors.operationWithMeta(path, method)?.get('parameters') ?? []
    for (const parameter of parameters) {
      const value = parameter.getIn(['examples', name, 'value'])
      if (value === undefined) continue
      // The menu of the parameter follows its value; naming the example as well has both correct each other without end.
      system.specActions.changeParamByIdentity([path, method], parameter, value, false)
    }
  }

  function plugin(ui) {
    system = ui
    const { createElement } = ui.React
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
        spec: {
          wrapActions: {
            setResponse: (next) => (path, method, response) => {
              const text = response?.text
              if (typeof text === 'string') remember(path, text)
              return next(path, method, response)
            },
          },
        },
        oas3: {
          wrapActions: {
            setActiveExamplesMember: (next) => (change) => {
              const { name, pathMethod, contextType, contextName } = change
              // Swagger UI repeats the choice at every turn; only a new one may overwrite what was typed into the parameters.
              const last = system.oas3Selectors.activeExamplesMember(...pathMethod, contextType, contextName)
              const result = next(change)
              if (contextType === 'requestBody' && name !== last) pickParameters(pathMethod, name)
              return result
            },
          },
        },
      },
      wrapComponents: {
        // The logo of Swagger UI has a style sheet of its own, which the page's policy forbids; ours takes its place.
        Logo: () => () => null,
        // Swagger UI renders every text anew at each change of the page, which is a tenth of its time.
        Markdown: (Original) => {
          const Markdown = ui.React.memo(Original, (one, other) => one.source === other.source)
          return (props) => createElement(Markdown, props)
        },
        // The contract in every form, to look at or to keep.
        InfoUrl: () => (props) =>
          createElement(
            'p',
            { className: 'contract-links' },
            ...Object.entries(forms).flatMap(([format, label]) => {
              const href = props.url.replace(/\.json$/, `.${format}`)
              return [label, createElement('a', { key: format, href, target: '_blank', rel: 'noopener' }, href)]
            }),
          ),
      },
    }
  }

  window.tokenwright = {
    plugins: () => [
      window.SwaggerUIBundle.plugins.DownloadUrl,
      plugin,
      window.tokenwrightForms,
      window.tokenwrightResolver,
    ],

    /** Called by Swagger UI before it sends anything. */
    requestInterceptor: (request) => (request.loadSpec ? request : filledIn(withoutDialog(request))),

    /** Called by Swagger UI with every answer. */
    responseInterceptor: (response) => {
      const { pathname } = new URL(response.url, window.location.href)
      if (!response.ok || !system.getConfigs().urls.some(({ url }) => url === pathname)) return response
      const document = asShown(JSON.parse(response.text))
      documents.set(pathname, document)
      response.text = JSON.stringify(document)
      return response
    },

    /** Called by Swagger UI once it shows a contract. */
    onComplete: presentCredentials,
  }
}
