import type { ToInvite } from '@kith/contract'
import { useQuery } from '@tanstack/react-query'
import { type ComponentType, useEffect, useState } from 'react'
import type { InviteSheetProps } from '../features/invitations/invite-sheet.tsx'
import { toInviteQuery, useTakeOff } from '../features/to-invite/to-invite-queries.ts'
import { useTellOff } from '../features/to-invite/use-tell-off.ts'
import type { SheetProps } from '../lib/use-sheet.ts'

/**
 * The sheet in which one invites, for somebody on my list where the address names one. Once the invitation is made he goes
 * from the list at once; that is said when the sheet is closed, since the link that stands in it is shown only there.
 */
export function ofWanted(Named: ComponentType<InviteSheetProps>) {
  return function OfWanted({ of, onClose }: SheetProps) {
    const { data = [] } = useQuery({ ...toInviteQuery, enabled: of !== undefined })
    const takeOff = useTakeOff()
    const tellOff = useTellOff()
    const [gone, setGone] = useState<ToInvite | null>(null)
    const wanted = gone ?? data.find(({ id }) => id === of)
    const drop = async (one: ToInvite) => {
      if (await takeOff(one)) setGone(one)
    }
    useEffect(() => {
      if (gone !== null) return () => tellOff(gone.name)
      // Only that he is gone makes it be told, not a new rendering.
    }, [gone])
    return (
      <Named
        name={wanted?.name}
        onMade={() => {
          if (wanted !== undefined && gone === null) void drop(wanted)
        }}
        onClose={onClose}
      />
    )
  }
}
