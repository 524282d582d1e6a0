import { useState } from 'react'
import { CopyButton } from '../ui/copy-button.js'
import { TextField } from '../ui/fields.js'
import { addressesBelow, keepPublicAddress, publicAddress } from './public-address.js'
import type { AddressOf, Step } from './steps.js'

/** What the partner does next, as lines to send on. */
export function NextSteps({ stepsAt }: { readonly stepsAt: (addressOf: AddressOf) => readonly Step[] }) {
  const [address, setAddress] = useState(publicAddress)

  return (
    <section className="stack" aria-label="What the partner does next">
      <h3>What the partner does next</h3>
      <TextField
        label="Address of this server, as partners reach it"
        type="url"
        value={address}
        onChange={(typed) => {
          setAddress(typed)
          keepPublicAddress(typed)
        }}
      />
      <ol className="steps">
        {stepsAt(addressesBelow(address)).map(({ title, command }) => (
          <li key={title}>
            <div className="panel-head">
              <span>{title}</span>
              <CopyButton value={command} what={`command: ${title}`} />
            </div>
            <pre>{command}</pre>
          </li>
        ))}
      </ol>
    </section>
  )
}
