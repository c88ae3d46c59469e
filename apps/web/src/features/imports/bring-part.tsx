import { Trans, useLingui } from '@lingui/react/macro'
import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { Refusal } from '../../ui/field.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import layout from '../../ui/layout.module.css'
import text from '../../ui/text.module.css'
import { BroughtList } from './brought-list.tsx'
import { FoundFile } from './found-file.tsx'
import type { FileFault } from './read-file.ts'
import type { ReadFile } from './things.ts'

const FILES = ['.csv', '.zip', 'text/csv', 'application/zip']

/** What one kept elsewhere, into the notebook: a file is chosen, looked at, and brought. */
export function BringPart() {
  const { t } = useLingui()
  const { file, fault, isReading, choose, close } = useFile()
  return (
    <div className={layout.stack}>
      <p className={text.muted}>
        <Trans>
          Films from Letterboxd, books from Goodreads: choose the file that they let you download. It is read
          on this device, and what it holds comes into your notebook, where you alone see it.
        </Trans>
      </p>
      {file === null && (
        <div>
          <FileButton
            label={t`A file of Letterboxd or Goodreads`}
            accept={FILES}
            busy={isReading}
            busyLabel={t`Reading`}
            onChoose={choose}
          >
            <Icon of={FileUp} />
            <Trans>Choose a file</Trans>
          </FileButton>
        </div>
      )}
      {fault !== null && <FaultWords fault={fault} />}
      {file !== null && <FoundFile file={file} onClose={close} />}
      <BroughtList />
    </div>
  )
}

function FaultWords({ fault }: { fault: FileFault }) {
  return (
    <Refusal>
      {fault === 'tooLarge' && <Trans>This file is larger than 10 MB.</Trans>}
      {fault === 'tooMany' && <Trans>This file holds more than 10,000 things.</Trans>}
      {fault === 'unknown' && (
        <Trans>Neither Letterboxd nor Goodreads writes such files. They end in .zip or .csv.</Trans>
      )}
      {fault === 'broken' && <Trans>This file cannot be read. Download it once more, and try again.</Trans>}
    </Refusal>
  )
}

function useFile() {
  const [file, setFile] = useState<ReadFile | null>(null)
  const [fault, setFault] = useState<FileFault | null>(null)
  const [isReading, setReading] = useState(false)
  const choose = async (chosen: File) => {
    setReading(true)
    setFault(null)
    const { FileError, readFile } = await import('./read-file.ts')
    try {
      setFile(await readFile(chosen))
    } catch (error) {
      setFault(error instanceof FileError ? error.fault : 'broken')
    } finally {
      setReading(false)
    }
  }
  return {
    file,
    fault,
    isReading,
    choose: (chosen: File) => void choose(chosen),
    close: () => setFile(null),
  }
}
