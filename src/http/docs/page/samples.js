/* The request of an operation as code: for curl, for the typed client and for Python. */

import { choices, chosenExample } from './chosen-examples.js'
import { contractAt } from './configuration.js'
import { firstKey } from './json.js'

const languages = { curl: 'curl', typescript: 'TypeScript', python: 'Python' }
const notSent = '// The typed client cannot send this request: its types forbid it.'

/** The answers of the server by address. */
const loaded = new Map()

function load(address) {
  if (!loaded.has(address)) {
    const request = fetch(address).then((response) => (response.ok ? response.json() : {}))
    loaded.set(address, request)
    // Asked for again at the next time.
    request.catch(() => loaded.delete(address))
  }
  return loaded.get(address)
}

export function samplesPlugin({ React, specSelectors }) {
  const { createElement, useEffect, useState } = React
  /** The reader's language, for every operation. */
  let language = 'curl'

  function Samples({ path, method }) {
    const operationId = specSelectors.specJson().getIn(['paths', path, method, 'operationId'])
    const { name } = contractAt(specSelectors.url()) ?? {}
    const [samples, setSamples] = useState({})
    const [, setVersion] = useState(0)
    const [shown, setShown] = useState(language)
    useEffect(() => {
      let isCurrent = true
      load(`/docs/samples/${name}/${operationId}`).then(
        (all) => isCurrent && setSamples(all),
        () => {},
      )
      const refresh = () => setVersion((version) => version + 1)
      choices.addEventListener('choice', refresh)
      return () => {
        isCurrent = false
        choices.removeEventListener('choice', refresh)
      }
    }, [name, operationId])
    const chosen = chosenExample(path, method)
    const sample = samples[chosen in samples ? chosen : firstKey(samples)]
    if (!sample) return null
    const select = (one) => {
      language = one
      setShown(one)
    }
    return createElement(Panel, { code: sample[shown] ?? notSent, shown, select, operationId })
  }

  function Panel({ code, shown, select, operationId }) {
    const [copied, setCopied] = useState(false)
    const copy = () =>
      navigator.clipboard?.writeText(code).then(() => {
        setCopied(true)
        setTimeout(() => setCopied(false), 2000)
      })
    const buttons = Object.entries(languages).map(([key, label]) =>
      createElement('button', { key, 'aria-pressed': key === shown, onClick: () => select(key) }, label),
    )
    const copyButton = createElement(
      'button',
      { key: 'copy', className: 'copy', onClick: copy },
      copied ? 'Copied' : 'Copy',
    )
    return createElement(
      'div',
      { className: 'samples' },
      createElement('div', { className: 'opblock-section-header' }, createElement('h4', null, 'Code')),
      createElement(
        'div',
        { className: 'samples-menu', role: 'group', 'aria-label': `Code of ${operationId}` },
        ...buttons,
        navigator.clipboard ? copyButton : null,
      ),
      createElement('pre', { className: 'sample' }, createElement('code', null, code)),
    )
  }

  return {
    wrapComponents: {
      responses: (Original) => (props) =>
        createElement(
          'div',
          null,
          createElement(Samples, { path: props.path, method: props.method }),
          createElement(Original, props),
        ),
    },
  }
}
