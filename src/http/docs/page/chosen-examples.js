/* Which example of an operation the reader has chosen. */

/** By method and path. */
const chosen = new Map()
/** Tells of a choice by an event `choice`. */
export const choices = new EventTarget()

/** The name of the example that was chosen for an operation, or `undefined` before any choice. */
export function chosenExample(path, method) {
  return chosen.get(`${method} ${path}`)
}

function choose([path, method], name) {
  if (chosenExample(path, method) === name) return
  chosen.set(`${method} ${path}`, name)
  choices.dispatchEvent(new Event('choice'))
}

/** Another contract may have the same path. */
export function forgetChoices() {
  chosen.clear()
}

/** Picking an example of the body picks the parameters of the same name, since they belong together. */
function pickParameters({ specSelectors, specActions }, [path, method], name) {
  const parameters = specSelectors.operationWithMeta(path, method)?.get('parameters') ?? []
  for (const parameter of parameters) {
    const value = parameter.getIn(['examples', name, 'value'])
    if (value === undefined) continue
    // The menu of the parameter follows its value; naming the example as well has both correct each other without end.
    specActions.changeParamByIdentity([path, method], parameter, value, false)
  }
}

/** Follows the choices in the menus of examples. */
export function chosenExamplesPlugin(system) {
  return {
    statePlugins: {
      oas3: {
        wrapActions: {
          setActiveExamplesMember: (next) => (change) => {
            const { name, pathMethod, contextType, contextName } = change
            // Swagger UI repeats the choice at every turn; only a new one may overwrite what was typed into the parameters.
            const last = system.oas3Selectors.activeExamplesMember(...pathMethod, contextType, contextName)
            const result = next(change)
            if (name !== last) {
              choose(pathMethod, name)
              if (contextType === 'requestBody') pickParameters(system, pathMethod, name)
            }
            return result
          },
        },
      },
    },
  }
}
