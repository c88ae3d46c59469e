import { useLingui } from '@lingui/react/macro'
import { Button } from '../../../ui/button.tsx'
import { WaitingQuestion } from '../../../ui/waiting-question.tsx'
import type { SharedChoice } from './use-shared.ts'

/** Another app shared something, and there is a draft: which of the two goes on. */
export function SharedQuestion({ title, choice }: { title: string; choice: SharedChoice }) {
  const { t } = useLingui()
  return (
    <WaitingQuestion
      title={title === '' ? t`There is a draft here already` : t`There is a draft here already: “${title}”`}
      line={t`Only one is kept. If you begin with what you just shared, the draft is gone.`}
    >
      <Button onClick={choice.goOn}>{t`Go on with the draft`}</Button>
      <Button onClick={choice.beginAnew}>{t`Begin with what I shared`}</Button>
    </WaitingQuestion>
  )
}
