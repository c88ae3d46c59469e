import type { AudienceClass, Voice } from '@kith/contract'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { BookOpenText, CornerUpRight, Flag, type LucideIcon, UserRound, UsersRound } from 'lucide-react'
import { Tag } from '../../ui/tag.tsx'

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

/** Who can see a post, a recommendation or an ask. */
export function AudienceTag({
  told: { audience, club, way },
}: {
  told: Pick<Voice, 'audience' | 'club' | 'way'>
}) {
  const { t } = useLingui()
  const { icon, reader, author } = CLASSES[audience]
  return <Tag icon={icon}>{club?.name ?? t(way === 'own' ? author : reader)}</Tag>
}
