import { LIMITS } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { FileUp } from 'lucide-react'
import { useState } from 'react'
import type { SheetProps } from '../../lib/use-sheet.ts'
import { Refusal } from '../../ui/field.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import layout from '../../ui/layout.module.css'
import { Sheet } from '../../ui/sheet.tsx'
import text from '../../ui/text.module.css'
import { type Contacts, contactsOf } from './contacts.ts'
import { FoundContacts } from './found-contacts.tsx'
import { readCards } from './vcards.ts'

const CONTACT_FILES = ['.vcf', 'text/vcard', 'text/x-vcard', 'text/directory']

/** Names out of an address book: the file is read here, and what is ticked is all that leaves the device. */
export function ContactsSheet({ onClose }: SheetProps) {
  const { t } = useLingui()
  const { contacts, fault, isReading, choose, again } = useContacts()
  if (contacts !== null) return <FoundContacts contacts={contacts} onAgain={again} onClose={onClose} />
  return (
    <Sheet title={t`From your contacts`} onClose={onClose}>
      <div className={layout.stack}>
        <p className={text.lead}>
          <Trans>
            Address books save their contacts as a vCard, a file that ends in .vcf. It is read on this device.
            Kith gets the names that you tick, nothing else.
          </Trans>
        </p>
        {fault !== null && <FaultWords fault={fault} />}
        <ChooseFile isReading={isReading} onChoose={choose} />
      </div>
    </Sheet>
  )
}

function ChooseFile({ isReading, onChoose }: { isReading: boolean; onChoose: (file: File) => void }) {
  const { t } = useLingui()
  return (
    <div>
      <FileButton
        label={t`A file of contacts`}
        accept={CONTACT_FILES}
        variant="primary"
        busy={isReading}
        busyLabel={t`Reading`}
        onChoose={onChoose}
      >
        <Icon of={FileUp} />
        <Trans>Choose a file</Trans>
      </FileButton>
    </div>
  )
}

type Fault = 'tooLarge' | 'tooMany' | 'unknown' | 'broken'

function FaultWords({ fault }: { fault: Fault }) {
  return (
    <Refusal>
      {fault === 'tooLarge' && <Trans>This file is larger than 50 MB.</Trans>}
      {fault === 'tooMany' && <Trans>This file holds more than 10,000 contacts.</Trans>}
      {fault === 'unknown' && <Trans>There are no contacts in this file. vCards end in .vcf.</Trans>}
      {fault === 'broken' && <Trans>This file cannot be read. Save it once more, and try again.</Trans>}
    </Refusal>
  )
}

function useContacts() {
  const [contacts, setContacts] = useState<Contacts | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [isReading, setReading] = useState(false)
  const choose = async (file: File) => {
    setReading(true)
    const found = await readContacts(file)
    setReading(false)
    setFault(typeof found === 'string' ? found : null)
    if (typeof found !== 'string') setContacts(found)
  }
  return {
    ...{ contacts, fault, isReading },
    choose: (file: File) => void choose(file),
    again: () => setContacts(null),
  }
}

async function readContacts(file: File): Promise<Contacts | Fault> {
  if (file.size > LIMITS.contactBytes) return 'tooLarge'
  try {
    const found = contactsOf(readCards(new Uint8Array(await file.arrayBuffer())))
    if (found.cards === 0) return 'unknown'
    return found.cards > LIMITS.importRows ? 'tooMany' : found
  } catch {
    // The device took the file away meanwhile.
    return 'broken'
  }
}
