/* How a contract is shown: its description folded, one row of documents, and its operations at once. */

import { contractAt } from './configuration.js'

/** What is served of a contract, by the ending of its address, and what it is called. */
const forms = {
  json: 'OpenAPI 3.1',
  yaml: 'YAML',
  '3.0.json': 'OpenAPI 3.0',
  'postman.json': 'Postman',
  'arazzo.yaml': 'Arazzo sequences',
  'client.ts': 'TypeScript client',
}

/** What the tables of answers leave out. */
const ofEveryAnswer =
  'Every answer has the headers `X-Request-Id` and `Cache-Control`; the contract says what they are.'

export function layoutPlugin({ React }) {
  const { createElement, memo } = React

  function Layout({ getComponent, specSelectors }) {
    const status = specSelectors.loadingStatus()
    const url = specSelectors.url()
    const info = specSelectors.specJson().get('info')
    if (status === 'failed' || status === 'failedConfig') {
      return createElement('p', { role: 'alert' }, `${url} cannot be loaded. Is the server still there?`)
    }
    if (!info || status === 'loading') return createElement('p', { role: 'status' }, 'Loading …')
    const part = (name, isContainer = true) => createElement(getComponent(name, isContainer))
    return createElement(
      'div',
      { className: 'swagger-ui' },
      part('SvgAssets', false),
      createElement(Info, { info, contract: contractAt(url), Markdown: getComponent('Markdown', true) }),
      specSelectors.securityDefinitions() && part('AuthorizeBtnContainer'),
      part('errors'),
      // The headings of the operations are one level below.
      createElement('h2', { className: 'visually-hidden' }, 'Operations'),
      part('operations'),
      part('Models'),
    )
  }

  /** What the API is. The first paragraph of its description; the others on request. */
  function Info({ info, contract, Markdown }) {
    const [first, ...others] = (info.get('description') ?? '').split(/\n{2,}/)
    return createElement(
      'div',
      { className: 'info' },
      createElement('h1', { className: 'title' }, info.get('title')),
      createElement(Markdown, { source: first }),
      createElement(
        'details',
        { key: contract?.name },
        createElement('summary', null, 'More about this API'),
        createElement(Markdown, { source: [...others, ofEveryAnswer].join('\n\n') }),
      ),
      createElement(Documents, { contract }),
    )
  }

  /** The contract in every form, to look at or to keep. */
  function Documents({ contract }) {
    const links = (contract?.forms ?? []).map((form) =>
      createElement('a', { key: form, href: `/openapi/${contract.name}.${form}` }, forms[form]),
    )
    const generators = createElement(
      'a',
      { key: 'generators', href: `#/generators/${contract?.name}` },
      'Java, Python, Go …',
    )
    return createElement('p', { className: 'contract-links' }, ...links, generators)
  }

  return {
    components: { TokenwrightLayout: Layout },
    wrapComponents: {
      // Swagger UI renders every text anew at each change of the page, which is a tenth of its time.
      Markdown: (Original) => {
        const Markdown = memo(Original, (one, other) => one.source === other.source)
        return (props) => createElement(Markdown, props)
      },
    },
  }
}

/** The look of Swagger UI follows that of the system. */
export function followColorScheme() {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const apply = () => document.documentElement.classList.toggle('dark-mode', dark.matches)
  dark.addEventListener('change', apply)
  apply()
}
