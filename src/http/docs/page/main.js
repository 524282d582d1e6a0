/* The documentation page: Swagger UI for the contract that the address names, and what this page adds to it. */

import { makeAccessible } from './accessibility.js'
import { answersPlugin, filledIn, withoutDialog } from './answers.js'
import { chosenExamplesPlugin } from './chosen-examples.js'
import { contractAt, swagger } from './configuration.js'
import { credentialsPlugin, presentCredentials } from './credentials.js'
import { shownDocument } from './documents.js'
import { formsPlugin } from './forms.js'
import { followColorScheme, layoutPlugin } from './layout.js'
import { startNavigation } from './navigation.js'
import { resolverPlugin } from './resolve.js'
import { routingPlugin, showWanted, startRouting } from './routing.js'
import { samplesPlugin } from './samples.js'

function rememberSystem(system) {
  swagger.system = system
  return {}
}

/** Swagger UI gets the contract as the page shows it. */
function responseInterceptor(response) {
  const { pathname } = new URL(response.url, window.location.href)
  if (response.ok && contractAt(pathname)) response.text = JSON.stringify(shownDocument(pathname, response.text))
  return response
}

followColorScheme()
makeAccessible(document.getElementById('swagger-ui'))
window.SwaggerUIBundle({
  dom_id: '#swagger-ui',
  layout: 'TokenwrightLayout',
  presets: [window.SwaggerUIBundle.presets.apis],
  plugins: [
    rememberSystem,
    window.SwaggerUIBundle.plugins.DownloadUrl,
    answersPlugin,
    chosenExamplesPlugin,
    credentialsPlugin,
    formsPlugin,
    layoutPlugin,
    () => resolverPlugin,
    routingPlugin,
    samplesPlugin,
  ],
  requestInterceptor: (request) => (request.loadSpec ? request : filledIn(withoutDialog(request))),
  responseInterceptor,
  onComplete: () => {
    presentCredentials()
    showWanted()
  },
  tryItOutEnabled: true,
  persistAuthorization: false,
  displayOperationId: true,
  displayRequestDuration: true,
  deepLinking: false,
  validatorUrl: null,
  // The usual colours of code are too dark to be read.
  syntaxHighlight: { theme: 'tomorrow-night' },
  defaultModelsExpandDepth: 0,
})
startNavigation()
startRouting()
