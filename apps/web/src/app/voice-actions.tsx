import type { Voice } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { PassAction } from '../features/for-me/pass-action.tsx'
import { useOpenWhy } from '../features/recommendations/open-why.ts'
import { RememberAction } from '../features/remembered/remember-action.tsx'
import { ThankAction } from '../features/thanks/thank-action.tsx'
import { Actions, MoreAction } from '../ui/action.tsx'

/** What one can do with what somebody else said, among other verbs. */
export function VoiceActions({ voice }: { voice: Voice }) {
  return (
    <>
      <RememberAction voice={voice} />
      <PassAction post={voice.post} />
      <ThankAction voice={voice} />
    </>
  )
}

/** The same where nothing else can be done; nothing with one's own words. */
export function VoiceActionRow({ voice }: { voice: Voice }) {
  const { t } = useLingui()
  const openMore = useOpenWhy('more')
  // Of what waits for my yes nothing is made yet.
  if (voice.way === 'own' || voice.candidate?.agreed === false) return null
  return (
    <Actions>
      <VoiceActions voice={voice} />
      <MoreAction label={t`More`} onPress={() => openMore(voice)} />
    </Actions>
  )
}
