/* The copy buttons of the front door. Served to the browser as it is. */

const status = document.getElementById('copied')

for (const button of document.querySelectorAll('button[data-copy]')) {
  button.addEventListener('click', async () => {
    const source = document.getElementById(button.dataset.copy)
    const isCopied = await copy(source)
    button.textContent = isCopied ? 'Copied' : 'Press Ctrl+C'
    status.textContent = isCopied ? 'Copied' : 'The text is selected: press Ctrl+C to copy it'
    setTimeout(() => {
      button.textContent = 'Copy'
      status.textContent = ''
    }, 2000)
  })
}

/** Copies a text. Over plain HTTP a browser has no clipboard for a page, but on localhost: then the text is selected. */
async function copy(source) {
  try {
    await navigator.clipboard.writeText(source.textContent)
    return true
  } catch {
    getSelection().selectAllChildren(source)
    return false
  }
}
