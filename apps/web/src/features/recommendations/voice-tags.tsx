import type { Voice } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { BadgeCheck, Ear, Eye, Hourglass, PenLine } from 'lucide-react'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { agoWords } from '../../lib/words/dates.ts'
import { Tag, Tags } from '../../ui/tag.tsx'
import { AudienceTag } from './audience-tag.tsx'

/** Who can see it, whether it is still true, and how the author knows. */
export function VoiceTags({ voice, basis = false }: { voice: Voice; basis?: boolean }) {
  const { t } = useLingui()
  const ago = (iso: string) => agoWords(iso, now(), spokenLanguage())
  const said = voice.stillTrue === null ? null : ago(voice.stillTrue)
  const written = ago(voice.created)
  return (
    <Tags>
      {basis ? (
        voice.words.basis === 'own' ? (
          <Tag icon={Eye}>{t`Own experience, ${written}`}</Tag>
        ) : (
          <Tag icon={Ear}>{t`Heard of, ${written}`}</Tag>
        )
      ) : (
        <AudienceTag told={voice} />
      )}
      {said !== null && <Tag icon={BadgeCheck}>{t`Still true, said ${said}`}</Tag>}
      {voice.candidate?.agreed === false && <Tag icon={Hourglass}>{t`Waits for a yes`}</Tag>}
      {voice.fading && <Tag icon={Hourglass}>{t`Fading`}</Tag>}
      {voice.edited && <Tag icon={PenLine}>{t`Edited`}</Tag>}
    </Tags>
  )
}
