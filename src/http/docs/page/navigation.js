/* The navigation over all contracts and operations, and its search. */

const navigation = document.getElementById('navigation')
const search = document.getElementById('search')
const found = document.getElementById('found')
const menu = document.getElementById('menu')
const links = [...navigation.querySelectorAll('a')]

/** Starts the search, its keys and, on a small screen, the menu. */
export function startNavigation() {
  search.addEventListener('input', filter)
  menu.addEventListener('click', () => showMenu(menu.getAttribute('aria-expanded') !== 'true'))
  navigation.addEventListener('click', (event) => event.target.closest('a') && showMenu(false))
  navigation.addEventListener('keydown', moveBetweenLinks)
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && !isTyping(event.target)) {
      event.preventDefault()
      showMenu(true)
      search.focus()
    }
    if (event.key === 'Escape') leave()
  })
}

/** Marks where the reader is: `#/`, `#/NAME` or `#/NAME/OPERATION`. */
export function markCurrent(hash) {
  for (const link of links) {
    if (link.getAttribute('href') === hash) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
  const current = links.find((link) => link.getAttribute('href') === hash)
  current?.scrollIntoView({ block: 'nearest' })
}

/** Shows the operations that have every word of the search in their path, summary, id or method. */
function filter() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean)
  let count = 0
  for (const item of navigation.querySelectorAll('li')) {
    const isFound = words.every((word) => item.dataset.text.includes(word))
    item.hidden = !isFound
    if (isFound) count += 1
  }
  for (const group of navigation.querySelectorAll('.group')) {
    group.hidden = group.querySelector('li:not([hidden])') === null
  }
  found.textContent = words.length === 0 ? '' : count === 1 ? '1 operation' : `${count} operations`
}

/** The arrow keys lead from link to link; Enter in the search opens the first that was found. */
function moveBetweenLinks(event) {
  const shown = links.filter((link) => link.offsetParent !== null)
  if (event.key === 'Enter' && event.target === search) return openFirst(shown)
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  const next = shown[shown.indexOf(event.target) + step]
  if (next) next.focus()
  else if (step < 0) search.focus()
}

function openFirst(shown) {
  const first = shown.find((link) => link.closest('li'))
  if (search.value !== '') first?.click()
}

/** Ends a search, and closes the menu of a small screen. */
function leave() {
  if (document.activeElement === search && search.value !== '') {
    search.value = ''
    filter()
  } else if (menu.getAttribute('aria-expanded') === 'true') {
    showMenu(false)
    menu.focus()
  }
}

function showMenu(isShown) {
  menu.setAttribute('aria-expanded', String(isShown))
  document.body.classList.toggle('menu-open', isShown)
}

function isTyping({ tagName, isContentEditable }) {
  return isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(tagName)
}
