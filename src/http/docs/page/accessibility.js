/* What Swagger UI lacks for those who hear the page, or have no pointer. */

const fields = 'select:not([aria-label]), textarea:not([aria-label]), input:not([aria-label])'

/** Names each field as soon as it is shown, and lets the keyboard reach code that scrolls. */
export function makeAccessible(root) {
  const mend = () => {
    for (const code of root.querySelectorAll('pre.microlight:not([tabindex])')) code.tabIndex = 0
    for (const field of root.querySelectorAll(fields)) {
      if (field.labels?.length === 0 && !field.title) field.setAttribute('aria-label', nameOf(field))
    }
  }
  new MutationObserver(mend).observe(root, { childList: true, subtree: true })
}

/** What a field is for, from where it stands. */
function nameOf(field) {
  const parameter = field.closest('tr[data-param-name]')?.dataset.paramName
  const status = field.closest('tr.response')?.dataset.code
  const isExamples = field.closest('.examples-select') !== null || field.matches('.examples-select-element')
  if (parameter !== undefined) return isExamples ? `Examples of ${parameter}` : parameter
  if (status !== undefined)
    return isExamples ? `Examples of the answer ${status}` : `Media type of the answer ${status}`
  if (isExamples) return 'Examples of the request'
  return field.localName === 'select' ? 'Media type of the request' : 'Request body'
}
