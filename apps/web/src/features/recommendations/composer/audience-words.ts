import type { Audience, Onward } from '@kith/contract'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { circlesQuery, clubsQuery } from '../../../lib/my-queries.ts'
import { useCircleName } from '../../../lib/words/circle-words.ts'

/** An audience in a few words: "Family + Friends + 2 people". */
export function useAudienceWords(): (audience: Audience) => string {
  const { t } = useLingui()
  const circleName = useCircleName()
  const { data: circles = [] } = useQuery(circlesQuery)
  const { data: mine } = useQuery(clubsQuery)
  return (audience) => {
    if (audience.form === 'notebook') return t`Nobody but you`
    if (audience.form === 'club') return mine?.clubs.find(({ id }) => id === audience.club)?.name ?? t`A club`
    if (audience.all) return t`All your people`
    const chosen: ReadonlySet<string> = new Set(audience.circles)
    const names = circles.filter(({ id }) => chosen.has(id)).map(circleName)
    const singles = audience.singles.length
    const parts =
      singles === 0 ? names : [...names, t`${plural(singles, { one: '# person', other: '# people' })}`]
    return parts.length === 0 ? t`Nobody yet` : parts.join(' + ')
  }
}

/** How far something travels beyond its audience, in words. */
export function useOnwardWords(): (onward: Onward) => string {
  const { t } = useLingui()
  return (onward) => [t`No further`, t`One ring further`, t`Two rings further`][onward] ?? ''
}
