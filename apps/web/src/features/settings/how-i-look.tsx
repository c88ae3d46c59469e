import type { ShownTie } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { tiesQuery } from '../../lib/my-queries.ts'
import { useMe } from '../../lib/use-me.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { usePersonWords } from '../../lib/words/person-words.ts'
import { Chain } from '../../ui/chain.tsx'
import text from '../../ui/text.module.css'
import css from './settings.module.css'

/** How I look to a friend of my closest tie's, by the two switches above it. Whether that tie is open is his to know. */
export function HowILook() {
  const { data: ties = [] } = useQuery(tiesQuery)
  const [closest] = ties.toSorted((one, other) => (other.person.closeness ?? 2) - (one.person.closeness ?? 2))
  return closest === undefined ? null : <Look tie={closest.person} />
}

function Look({ tie }: { tie: ShownTie }) {
  const { t } = useLingui()
  const me = useMe()
  const words = usePersonWords()
  const unnamed = words({ shown: 'via', via: tie, rings: 2 }).who
  const name = firstName(tie.name)
  return (
    <figure className={css.look} aria-label={t`How you look to somebody whom ${name} knows`}>
      <Chain
        tie={{ name: tie.name, closeness: null, ring: 'unsorted' }}
        beyond={[me.open ? { shown: 'named', name: me.name } : { shown: 'hollow' }]}
      />
      <figcaption className={text.meta}>
        {me.open ? (
          <Trans>
            Somebody whom {name} knows reads “{me.name}”, if {name} is open as well; else “{unnamed}”.
          </Trans>
        ) : (
          <Trans>
            Somebody whom {name} knows reads “{unnamed}” above what you wrote, and no name.
          </Trans>
        )}{' '}
        {me.carries ? (
          <Trans>What {name} recommends may reach your other people through you.</Trans>
        ) : (
          <Trans>What {name} recommends ends with you.</Trans>
        )}
      </figcaption>
    </figure>
  )
}
