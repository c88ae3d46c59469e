import type { AudienceClass, Voice } from '@kith/contract'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import {
  BadgeCheck,
  BookOpenText,
  CornerUpRight,
  Ear,
  Eye,
  Flag,
  Hourglass,
  type LucideIcon,
  PenLine,
  UserRound,
  UsersRound,
} from 'lucide-react'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { agoWords } from '../../lib/words/dates.ts'
import { Tag, Tags } from '../../ui/tag.tsx'

/** The classes of an audience, as the reader and as the author of a post is told. */
const CLASSES: Record<
  AudienceClass,
  { icon: LucideIcon; reader: MessageDescriptor; author: MessageDescriptor }
> = {
  me: { icon: BookOpenText, reader: msg`Only you`, author: msg`Only you` },
  chosen: { icon: UserRound, reader: msg`You and perhaps others`, author: msg`Chosen people` },
  circles: { icon: UsersRound, reader: msg`You and others`, author: msg`Your circles` },
  // Where the club is not named its author is not in it any more.
  club: { icon: Flag, reader: msg`A club`, author: msg`Only you: for a club that you are not in` },
  onward: {
    icon: CornerUpRight,
    reader: msg`You and others, and onward`,
    author: msg`Your circles and onward`,
  },
}

/** Who can see it, whether it is still true, and how the author knows. */
export function VoiceTags({ voice, basis = false }: { voice: Voice; basis?: boolean }) {
  const { t } = useLingui()
  const { icon, reader, author } = CLASSES[voice.audience]
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
        <Tag icon={icon}>{voice.club?.name ?? t(voice.way === 'own' ? author : reader)}</Tag>
      )}
      {said !== null && <Tag icon={BadgeCheck}>{t`Still true, said ${said}`}</Tag>}
      {voice.candidate?.agreed === false && <Tag icon={Hourglass}>{t`Waits for a yes`}</Tag>}
      {voice.fading && <Tag icon={Hourglass}>{t`Fading`}</Tag>}
      {voice.edited && <Tag icon={PenLine}>{t`Edited`}</Tag>}
    </Tags>
  )
}
