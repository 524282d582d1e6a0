/* What the server tells the page, and Swagger UI once it has started. */

/** `{ demo, contracts: [{ name, title, url, forms }] }`, from the page itself. */
export const configuration = JSON.parse(document.getElementById('configuration').textContent)

/** The contract whose document has this address. */
export function contractAt(url) {
  return configuration.contracts.find((contract) => contract.url === url)
}

/** Swagger UI as its plugins get it; set by the first plugin that starts. */
export const swagger = { system: undefined }
