import { useCombobox } from 'downshift'
import { useState } from 'react'
import { usePartner, usePartnerSearch } from './use-partners.js'

interface PartnerFieldProps {
  readonly label: string
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  /** What stands for no partner. */
  readonly none: string
  readonly hint?: string
}

interface Choice {
  readonly id: string | null
  readonly name: string
}

/** Chooses a partner by a part of its name. An empty field is no partner. */
export function PartnerField({ label, value, onChange, none, hint }: PartnerFieldProps) {
  const { data: chosen } = usePartner(value)
  const name = value === null ? '' : (chosen?.name ?? value)
  /** What is being typed; `undefined` while nothing is. */
  const [typed, setTyped] = useState<string>()
  const { data: found = [] } = usePartnerSearch(typed ?? '')
  const choices: readonly Choice[] = typed ? found : [{ id: null, name: none }, ...found]

  const { isOpen, highlightedIndex, getLabelProps, getInputProps, getMenuProps, getItemProps } = useCombobox<Choice>({
    items: [...choices],
    itemToString: (choice) => choice?.name ?? '',
    itemToKey: (choice) => choice?.id ?? '',
    inputValue: typed ?? name,
    selectedItem: value === null ? null : { id: value, name },
    defaultHighlightedIndex: typed ? 0 : -1,
    onStateChange({ type, inputValue, selectedItem }) {
      if (type === useCombobox.stateChangeTypes.InputChange) {
        setTyped(inputValue)
        if (inputValue === '') onChange(null)
      } else if (selectedItem !== undefined) onChange(selectedItem?.id ?? null)
    },
    // Text that chose nothing does not stay.
    onIsOpenChange: ({ isOpen }) => !isOpen && setTyped(undefined),
  })

  const { htmlFor, ...labelProps } = getLabelProps()
  return (
    <div className="field combobox">
      <label htmlFor={htmlFor} {...labelProps}>
        {label}
      </label>
      <input
        {...getInputProps({
          // Closes the menu, and not the dialog around it.
          onKeyDown: (event) => isOpen && event.key === 'Escape' && event.preventDefault(),
        })}
        placeholder={none}
        maxLength={255}
        spellCheck={false}
      />
      <ul {...getMenuProps()} className={isOpen ? 'combobox-list' : ''}>
        {isOpen &&
          choices.map((choice, index) => (
            <li
              key={choice.id ?? 'none'}
              {...getItemProps({ item: choice, index })}
              className={index === highlightedIndex ? 'combobox-item is-active' : 'combobox-item'}
            >
              {choice.name}
            </li>
          ))}
        {isOpen && choices.length === 0 && <li className="combobox-item hint">No partner has this name.</li>}
      </ul>
      {hint && <p className="hint">{hint}</p>}
    </div>
  )
}
