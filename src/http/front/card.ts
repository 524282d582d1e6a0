import type { DocumentForm } from '../docs/documents.js'
import { docsAddress, type ListedContract, type ListedOperation } from '../pages/catalogue.js'
import { type Html, html } from '../pages/html.js'
import type { ExampleCall } from './example-call.js'

/** How many operations a card shows before the reader asks for the others. Deprecated ones are among the others. */
const shownOperations = 3

/** What a button downloads, by the form of the contract. */
const forms: Readonly<Partial<Record<DocumentForm, string>>> = {
  json: 'Contract 3.1',
  '3.0.json': '3.0',
  'postman.json': 'Postman',
  'client.ts': 'Client',
}

/** A contract: what it is, its operations, a call that works, and what there is of it. */
export function card(contract: ListedContract, call: ExampleCall | undefined): Html {
  const { name, title, summary, operations } = contract
  const shown = operations.filter(({ isDeprecated }) => !isDeprecated).slice(0, shownOperations)
  const others = operations.filter((operation) => !shown.includes(operation))
  return html`
    <article class="card" aria-labelledby="${name}">
      <h3 id="${name}">${title}</h3>
      <p class="summary">${summary}</p>
      <ul class="operations">
        ${shown.map((operation) => operationItem(name, operation))}
      </ul>
      ${
        others.length > 0 &&
        html`
        <details>
          <summary>${others.length} more operation${others.length > 1 && 's'}</summary>
          <ul class="operations">
            ${others.map((operation) => operationItem(name, operation))}
          </ul>
        </details>`
      }
      ${call && exampleOf(contract, call)} ${buttons(contract, call)}
    </article>
  `
}

function operationItem(contract: string, { operationId, method, path, summary, isDeprecated }: ListedOperation): Html {
  return html`<li>
    <a href="${docsAddress(contract, operationId)}"
      ><span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code></a
    >
    <span class="what">${summary}${isDeprecated && ' (deprecated)'}</span>
  </li>`
}

function exampleOf({ name, title }: ListedContract, { curl, answer }: ExampleCall): Html {
  return html`
    <div class="example">
      <p class="label">
        Call it <button class="copy" data-copy="curl-${name}" aria-label="Copy the call of ${title}">Copy</button>
      </p>
      <pre><code id="curl-${name}">${curl}</code></pre>
      <p class="label">Answer</p>
      <pre class="answer"><code>${answer}</code></pre>
    </div>
  `
}

function buttons({ name, title, forms: served }: ListedContract, call: ExampleCall | undefined): Html {
  return html`
    <p class="buttons">
      <a class="button primary" href="${docsAddress(name, call?.operationId)}"
        >${call ? 'Try it out' : 'Open'}<span class="visually-hidden">: ${title}</span></a
      >
      ${served
        .filter((form) => form in forms)
        .map(
          (form) =>
            html`<a class="button" href="/openapi/${name}.${form}"
              >${forms[form]}<span class="visually-hidden"> of ${title}</span></a
            >`,
        )}
    </p>
  `
}
