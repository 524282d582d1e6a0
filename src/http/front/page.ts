import { docsAddress, type ListedContract } from '../pages/catalogue.js'
import { type Html, html } from '../pages/html.js'
import { document } from '../pages/layout.js'
import { card } from './card.js'
import type { ExampleCall } from './example-call.js'

/** What the front door shows. */
export interface FrontPage {
  /** Of this listener, as the reader has called it. */
  readonly origin: string
  /** Whether the demo credentials work here. */
  readonly demo: boolean
  readonly contracts: readonly ListedContract[]
  /** By the name of the contract; empty without the demo. */
  readonly calls: ReadonlyMap<string, ExampleCall>
  readonly hasMetrics: boolean
  readonly hasConsole: boolean
}

/** The front door: what this server is, what it serves, and how to begin. */
export function frontPage(page: FrontPage): Html {
  return document({
    title: 'Tokenwright',
    styles: ['/assets/front.css'],
    scripts: ['/assets/front.js'],
    links: [
      { href: '/docs', text: 'Documentation' },
      ...(page.hasConsole ? [{ href: '/console', text: 'Console' }] : []),
    ],
    content: html`
      <main id="main">
        <div class="hero">
          <h1>Published token APIs, <em>answered as published</em></h1>
          <p class="lead">
            Tokenwright is one server that speaks five published token APIs exactly as their documents say: an unmodified
            client points at it and works.
          </p>
        </div>
        ${page.demo && demoNotice()} ${steps(page)}
        <section aria-labelledby="apis">
          <h2 id="apis">What this address serves</h2>
          <div class="cards">
            ${page.contracts.map((contract) => card(contract, page.calls.get(contract.name)))}
          </div>
        </section>
        ${operating(page)}
      </main>
      <p id="copied" class="visually-hidden" role="status"></p>
    `,
  })
}

function demoNotice(): Html {
  return html`
    <p class="notice">
      <strong>Demo data.</strong> The credentials on this page and in the examples of the contracts are the demo
      credentials. They work here, and they are public: they stand in every copy of Tokenwright. <code>DEMO=0</code> removes
      them.
    </p>
  `
}

function steps({ demo, origin }: FrontPage): Html {
  return html`
    <section aria-labelledby="start">
      <h2 id="start">Three steps to start</h2>
      <ol class="steps">
        ${
          demo
            ? html`<li>
                <strong>Call it.</strong> Copy a line from below into a terminal, or press <em>Try it out</em>: everything
                is filled in.
              </li>`
            : html`<li>
                <strong>Get a credential</strong> from whoever operates this server: the operator API or the command line
                creates it.
              </li>`
        }
        <li>
          <strong>Take the contract.</strong> OpenAPI for your generator, a collection for Postman, or the typed client as
          one file.
        </li>
        <li>
          <strong>Point your client here.</strong> Its base URL becomes <code id="origin">${origin}</code>
          <button class="copy" data-copy="origin" aria-label="Copy the base URL">Copy</button> Nothing else changes.
        </li>
      </ol>
    </section>
  `
}

function operating({ contracts, hasMetrics, hasConsole }: FrontPage): Html {
  const hasOperator = contracts.some(({ name }) => name === 'operator')
  return html`
    <section aria-labelledby="operating">
      <h2 id="operating">Operating it</h2>
      <ul class="links">
        ${hasConsole && html`<li><a href="/console">Console</a> issue, rotate and revoke credentials in a browser</li>`}
        ${
          hasOperator &&
          html`<li><a href="${docsAddress('operator')}">Operator API</a> the same for programs, and for the command line</li>`
        }
        ${hasMetrics && html`<li><a href="/metrics">Metrics</a> for Prometheus</li>`}
        <li><a href="/readyz">Readiness</a> and <a href="/livez">liveness</a> for load balancers</li>
        <li><code>OPERATIONS.md</code> of the installation: install, size, watch, back up and upgrade</li>
      </ul>
    </section>
  `
}
