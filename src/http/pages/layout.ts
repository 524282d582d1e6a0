import { type Html, html } from './html.js'

export interface PageParts {
  readonly title: string
  readonly styles: readonly string[]
  /** Scripts that are no modules; they run before these. */
  readonly libraries?: readonly string[]
  /** Modules. */
  readonly scripts: readonly string[]
  /** Of the header, beside the logo that leads to the front door. */
  readonly links: readonly { readonly href: string; readonly text: string }[]
  /** Of the header, before the links. */
  readonly control?: Html
  readonly content: Html
}

/** A whole page: the header that all pages share, and its own content, which has an element `main`. */
export function document({ title, styles, libraries = [], scripts, links, control, content }: PageParts): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
    <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml" sizes="any" />
    ${['/assets/base.css', ...styles].map((href) => html`<link rel="stylesheet" href="${href}" />`)}
    ${libraries.map((src) => html`<script defer src="${src}"></script>`)}
    ${scripts.map((src) => html`<script type="module" src="${src}"></script>`)}
  </head>
  <body>
    <a class="skip" href="#main">Skip to the content</a>
    <header class="bar">
      <a class="brand" href="/"><img src="/assets/logo.svg" alt="Tokenwright" width="192" height="32" /></a>
      ${control}
      <nav aria-label="Pages">${links.map(({ href, text }) => html`<a href="${href}">${text}</a>`)}</nav>
    </header>
    ${content}
  </body>
</html>
`
}
