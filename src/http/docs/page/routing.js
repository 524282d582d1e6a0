/* The address of what is shown: `#/`, `#/NAME`, `#/NAME/OPERATION`, and `#/generators/NAME` in the overview. */

import { forgetChoices } from './chosen-examples.js'
import { configuration, swagger } from './configuration.js'
import { markCurrent } from './navigation.js'

const overview = document.getElementById('overview')
const contractView = document.getElementById('contract')
const pageTitle = document.title

/** The operation to show once its contract has been loaded. */
let wanted

export function startRouting() {
  window.addEventListener('hashchange', follow)
  document.addEventListener('click', (event) => {
    // To choose again what the address names already leads back to it.
    if (event.target.closest('a[href^="#/"]')?.getAttribute('href') === location.hash) follow()
  })
  follow()
}

function follow() {
  // Any other fragment names a place within what is shown.
  if (location.hash !== '' && !location.hash.startsWith('#/')) return
  const [, name = '', operationId] = location.hash.split('/')
  const contract = configuration.contracts.find((one) => one.name === name)
  overview.hidden = contract !== undefined
  contractView.hidden = contract === undefined
  markCurrent(location.hash || '#/')
  document.title = contract ? `${contract.title} · ${pageTitle}` : pageTitle
  if (!contract) return showOverview(name === 'generators' ? operationId : undefined)
  wanted = operationId
  if (swagger.system.specSelectors.url() === contract.url) return showWanted()
  forgetChoices()
  window.scrollTo(0, 0)
  swagger.system.specActions.updateUrl(contract.url)
  swagger.system.specActions.download(contract.url)
}

function showOverview(name) {
  const generators = name && document.getElementById(`generators-${name}`)
  if (!generators) return window.scrollTo(0, 0)
  generators.open = true
  generators.scrollIntoView()
}

/** Opens the operation that the address names, and scrolls to it. */
export function showWanted() {
  const operationId = wanted
  if (operationId === undefined) return window.scrollTo(0, 0)
  for (const [, item] of swagger.system.specSelectors.specJson().get('paths')) {
    for (const [, operation] of item) {
      if (operation?.get?.('operationId') !== operationId) continue
      const tag = operation.getIn(['tags', 0]) ?? 'default'
      swagger.system.layoutActions.show(['operations-tag', tag], true)
      swagger.system.layoutActions.show(['operations', tag, operationId], true)
    }
  }
  requestAnimationFrame(() => {
    const block = document.querySelector(`.opblock[id$="-${CSS.escape(operationId)}"]`)
    block?.scrollIntoView()
    block?.querySelector('.opblock-summary-control')?.focus({ preventScroll: true })
  })
}

/** An operation that the reader opens gets its address. */
export function routingPlugin() {
  return {
    statePlugins: {
      layout: {
        wrapActions: {
          show: (next) => (thing, isShown) => {
            const [kind, , operationId] = [thing].flat()
            if (kind === 'operations' && operationId !== undefined && isShown !== false) noteOperation(operationId)
            return next(thing, isShown)
          },
        },
      },
    },
  }
}

function noteOperation(operationId) {
  const contract = configuration.contracts.find(({ url }) => url === swagger.system.specSelectors.url())
  const hash = `#/${contract?.name}/${operationId}`
  if (location.hash === hash) return
  // No event: the operation is shown already.
  history.replaceState(null, '', hash)
  markCurrent(hash)
}
