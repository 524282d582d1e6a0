import { docsAddress, type ListedContract, type ListedOperation } from '../pages/catalogue.js'
import { type Html, html, jsonData } from '../pages/html.js'
import { document } from '../pages/layout.js'
import type { DocumentForm } from './documents.js'
import { generatorsOf } from './generators.js'

/** What the documentation shows. */
export interface DocsPage {
  /** Of this listener, as the reader has called it. */
  readonly origin: string
  /** Whether the demo credentials work here. */
  readonly demo: boolean
  readonly contracts: readonly ListedContract[]
}

/** What a link of the overview leads to, by the form of the contract. */
const forms: Readonly<Record<DocumentForm, string>> = {
  json: 'OpenAPI 3.1',
  yaml: 'YAML',
  '3.0.json': 'OpenAPI 3.0',
  'postman.json': 'Postman',
  'arazzo.yaml': 'Arazzo sequences',
  'client.ts': 'TypeScript client',
}

/** The documentation: a navigation over all contracts and operations, an overview, and the place for Swagger UI. */
export function docsPage(page: DocsPage): Html {
  const configuration = {
    demo: page.demo,
    contracts: page.contracts.map(({ name, title, forms }) => ({ name, title, forms, url: `/openapi/${name}.json` })),
  }
  return document({
    title: 'Documentation · Tokenwright',
    styles: ['/docs/static/swagger-ui.css', '/docs/page/docs.css', '/docs/page/swagger.css'],
    libraries: ['/docs/static/swagger-ui-bundle.js'],
    scripts: ['/docs/page/main.js'],
    links: [{ href: '/', text: 'Start' }],
    control: html`<button id="menu" class="button" aria-expanded="false" aria-controls="navigation">Contents</button>`,
    content: html`
      <script type="application/json" id="configuration">${jsonData(configuration)}</script>
      <div class="columns">
        ${navigation(page.contracts)}
        <main id="main" tabindex="-1">
          <div id="overview">${overview(page)}</div>
          <div id="contract" hidden><div id="swagger-ui"></div></div>
        </main>
      </div>
    `,
  })
}

function navigation(contracts: readonly ListedContract[]): Html {
  return html`
    <nav id="navigation" aria-label="Contracts and operations">
      <div class="search">
        <label for="search" class="visually-hidden">Search the operations</label>
        <input id="search" type="search" placeholder="Search ( / )" autocomplete="off" aria-keyshortcuts="/" />
        <p id="found" role="status"></p>
      </div>
      <a class="overview" href="#/">Overview</a>
      ${contracts.map(
        ({ name, title, operations }) => html`
          <div class="group">
            <h2><a href="#/${name}">${title}</a></h2>
            <ul>
              ${operations.map((operation) => navigationItem(name, title, operation))}
            </ul>
          </div>
        `,
      )}
    </nav>
  `
}

function navigationItem(name: string, title: string, operation: ListedOperation): Html {
  const { operationId, method, path, summary, isDeprecated } = operation
  const text = [title, method, path, operationId, summary].join(' ').toLowerCase()
  return html`<li data-text="${text}">
    <a href="#/${name}/${operationId}" title="${method} ${path}"
      ><span class="method ${method.toLowerCase()}">${method}</span
      ><span>${summary}${isDeprecated && html` <small>deprecated</small>`}</span></a
    >
  </li>`
}

function overview({ contracts, origin, demo }: DocsPage): Html {
  return html`
    <h1>Documentation</h1>
    <p>
      The contracts that ${origin} serves. Choose an operation: its request is filled in, and <em>Execute</em> sends it to
      this server.
      ${demo && 'The credentials that are filled in are the public ones of the demo data.'}
    </p>
    ${contracts.map(
      (contract) => html`
        <section class="entry" aria-labelledby="overview-${contract.name}">
          <h2 id="overview-${contract.name}"><a href="#/${contract.name}">${contract.title}</a></h2>
          <p>${contract.summary}</p>
          ${firstOperation(contract)}
          <p class="contract-links">
            ${contract.forms.map((form) => html`<a href="/openapi/${contract.name}.${form}">${forms[form]}</a>`)}
          </p>
          ${generators(contract, origin)}
        </section>
      `,
    )}
  `
}

function firstOperation({ name, operations }: ListedContract): Html {
  const [first, ...others] = operations
  return html`
    <p class="first">
      ${
        first &&
        html`<a href="${docsAddress(name, first.operationId).replace('/docs', '')}"
            ><span class="method ${first.method.toLowerCase()}">${first.method}</span> <code>${first.path}</code></a
          >`
      }
      ${others.length > 0 && html` and <a href="#/${name}">${others.length} more operation${others.length > 1 && 's'}</a>`}
    </p>
  `
}

function generators({ name, title }: ListedContract, origin: string): Html {
  return html`
    <details id="generators-${name}">
      <summary>Generate a client of ${title} in Java, Python, C# or Go</summary>
      ${generatorsOf(name, origin).map(
        ({ language, text }) => html`
          <p class="label">${language}</p>
          <pre><code>${text}</code></pre>
        `,
      )}
    </details>
  `
}
