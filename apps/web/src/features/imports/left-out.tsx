import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Plural, useLingui } from '@lingui/react/macro'
import text from '../../ui/text.module.css'
import type { ReadFile, RowFault } from './things.ts'

const WORDS: Record<RowFault, MessageDescriptor> = {
  noName: msg`has no name, and stays out`,
  longName: msg`has too long a name, and stays out`,
  longWords: msg`comes without your review, which is longer than 1,000 characters`,
}

/** What does not come as it is, row by row with its reason. */
export function LeftOut({ file: { left } }: { file: ReadFile }) {
  const { t } = useLingui()
  if (left.length === 0) return null
  return (
    <details>
      <summary className={text.tapLink}>
        <Plural
          value={left.length}
          one="# row does not come as it is"
          other="# rows do not come as they are"
        />
      </summary>
      <ul>
        {left.map(({ name, fault }, at) => (
          <li key={`${at} ${name}`} className={text.small}>
            {name === '' ? '…' : name}: {t(WORDS[fault])}
          </li>
        ))}
      </ul>
    </details>
  )
}
