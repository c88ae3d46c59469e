import type { Club, ClubMembers } from '@kith/contract'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { faceOf } from '../../lib/face.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/class-names.ts'
import { TextField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import layout from '../../ui/layout.module.css'
import { Ring, YouRing } from '../../ui/ring.tsx'
import rows from '../../ui/rows.module.css'
import { ShowMore } from '../../ui/show-more.tsx'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { membersQuery, useOfferTie } from './club-queries.ts'
import css from './clubs.module.css'
import { MemberSheet } from './member-sheet.tsx'

type Member = ClubMembers['members'][number]

/** Who is in a club, found by typing. `asked` are the handles of whom I asked for a tie already. */
export function MemberList({ club, asked }: { club: Club; asked: ReadonlySet<string> }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<Member | null>(null)
  const list = useInfiniteQuery(membersQuery(club.id, typed))
  const { data, error, refetch } = list
  return (
    <section className={layout.room}>
      <h2 className={text.section}>
        <Plural value={club.count} one="# member" other="# members" />
      </h2>
      <TextField
        label={t`Find a member`}
        value={typed}
        data
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
      {data === undefined ? (
        error === null ? (
          <RowSkeleton count={5} />
        ) : (
          <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
        )
      ) : (
        <>
          <ul className={cx(rows.rows, css.members)}>
            {data.pages.flatMap(({ members }) =>
              members.map((member) => (
                <MemberRow
                  key={member.id}
                  club={club}
                  member={member}
                  isAsked={asked.has(member.handle)}
                  onOpen={() => setOpen(member)}
                />
              )),
            )}
          </ul>
          {data.pages[0]?.count === 0 && (
            <p className={text.hint}>
              <Trans>Nobody here is called that.</Trans>
            </p>
          )}
          <ShowMore of={list} words={words} />
        </>
      )}
      {open !== null && <MemberSheet club={club} member={open} onClose={() => setOpen(null)} />}
    </section>
  )
}

interface MemberRowProps {
  club: Club
  member: Member
  isAsked: boolean
  onOpen: () => void
}

function MemberRow({ club, member, isAsked, onOpen }: MemberRowProps) {
  const { t } = useLingui()
  const { shown, name, handle } = member
  const isHost = club.host !== null && 'id' in club.host && club.host.id === member.id
  const isMine = club.host?.shown === 'self'
  return (
    <li>
      {shown === 'self' ? (
        <YouRing name={name} face={faceOf(member)} size={40} />
      ) : (
        <Ring pattern={shown === 'tie' ? member.ring : 'unsorted'} name={name} face={faceOf(member)} />
      )}
      <div>
        <p className={text.name}>
          {shown === 'tie' ? (
            <Link to="/people/$handle" params={{ handle }}>
              {name}
            </Link>
          ) : (
            name
          )}
        </p>
        <p className={text.meta}>
          {[shown === 'self' ? t`You` : null, isHost ? t`Host` : null].filter(Boolean).join(' · ')}
        </p>
      </div>
      {shown === 'named' && <OfferTie club={club} member={member} isAsked={isAsked} />}
      {isMine && shown !== 'self' && (
        <IconButton label={t`More about ${name}`} onClick={onOpen}>
          <Icon of={Ellipsis} />
        </IconButton>
      )}
    </li>
  )
}

function OfferTie({ club, member, isAsked }: Omit<MemberRowProps, 'onOpen'>) {
  const { t } = useLingui()
  const words = useErrorWords()
  const offer = useOfferTie(club.id)
  if (isAsked) return <span className={text.meta}>{t`Asked for a tie`}</span>
  return (
    <>
      <Button disabled={offer.isPending} onClick={() => offer.mutate(member.id)}>
        <Trans>Offer a tie</Trans>
        <span className={text.vh}> {member.name}</span>
      </Button>
      {offer.error !== null && (
        <p className={text.meta} role="alert">
          {words(offer.error)}
        </p>
      )}
    </>
  )
}
