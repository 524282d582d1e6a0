/*
 * What the documentation page adds to the forms of Swagger UI: a menu of their examples, and optional fields that are left out while they are empty.
 */

import { form } from './first-example.js'

/** The examples of a form, or `undefined` where the body is none. */
function examplesOf({ contentType, requestBody }) {
  const content = requestBody?.get('content')
  const mediaType = contentType || content?.keySeq().first()
  return mediaType === form ? content.getIn([mediaType, 'examples']) : undefined
}

/** Fills in every field of the form: those that the example lacks become empty. */
function fillIn({ requestBody, onChange }, example) {
  const fields = requestBody.getIn(['content', form, 'schema', 'properties'])
  for (const name of fields.keys()) onChange(String(example.getIn(['value', name]) ?? ''), [name])
}

/** The body of a request, with a menu above a form: Swagger UI has one for every body but that. */
function withExamplesMenu(Original, { createElement, useEffect, useState }) {
  return function RequestBody(props) {
    const examples = examplesOf(props)
    const [first] = examples?.keys() ?? []
    const [chosen, setChosen] = useState(first)
    const choose = (name) => {
      setChosen(name)
      fillIn(props, examples.get(name))
      props.updateActiveExamplesKey(name)
    }
    // Swagger UI fills in the examples of the fields, which do not belong together.
    useEffect(() => {
      if (props.isExecute && first !== undefined) choose(first)
    }, [props.isExecute, first])
    if (first === undefined || !props.isExecute) return createElement(Original, props)
    const options = [...examples.entries()].map(([name, example]) =>
      createElement('option', { key: name, value: name }, example.get('summary') || name),
    )
    const menu = createElement(
      'div',
      { className: 'examples-select' },
      createElement('span', { className: 'examples-select__section-label' }, 'Examples: '),
      createElement('select', { value: chosen, onChange: (event) => choose(event.target.value) }, options),
    )
    return createElement('div', null, menu, createElement(Original, props))
  }
}

/** The box "Send empty value" of an optional field, not ticked at first. */
function withoutEmptyFields(Original, { createElement }) {
  return function ParameterIncludeEmpty(props) {
    const isIncludedOptions = { ...props.isIncludedOptions, defaultValue: false }
    return createElement(Original, { ...props, isIncludedOptions })
  }
}

export function formsPlugin({ React }) {
  return {
    wrapComponents: {
      RequestBody: (Original) => withExamplesMenu(Original, React),
      ParameterIncludeEmpty: (Original) => withoutEmptyFields(Original, React),
    },
  }
}
