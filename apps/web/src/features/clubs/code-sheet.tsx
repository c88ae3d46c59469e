import type { Club, JoinCode } from '@kith/contract'
import { LIMITS } from '@kith/contract'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Refusal, TextField } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { QrCode } from '../../ui/qr-code.tsx'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { codeQuery, useEndCode, useMakeCode } from './club-queries.ts'
import css from './clubs.module.css'

// Who is in the room sees at once that somebody has come in.
const LOOK_MS = 4_000
const USUAL_MOST = 40
const MINUTE_MS = 60_000

/** The code by which people in one room join: made, shown big, and ended. */
export function CodeSheet({ club, onClose }: { club: Club; onClose: () => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const { data: code, error, refetch } = useQuery({ ...codeQuery(club.id), refetchInterval: LOOK_MS })
  const [letters, setLetters] = useState<string | null>(null)
  return (
    <Sheet title={t`Join “${club.name}” by a code`} onClose={onClose}>
      {code === undefined ? (
        error === null ? (
          <RowSkeleton />
        ) : (
          <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
        )
      ) : code === null ? (
        <NewCode club={club} onMade={setLetters} />
      ) : (
        <GoodCode club={club} code={code} letters={letters} onMade={setLetters} />
      )}
    </Sheet>
  )
}

interface MadeProps {
  club: Club
  onMade: (letters: string | null) => void
}

function NewCode({ club, onMade }: MadeProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  const make = useMakeCode(club.id)
  const [hours, setHours] = useState<(typeof LIMITS.joinCodeHours)[number]>(3)
  const [most, setMost] = useState(String(USUAL_MOST))
  const count = Number(most)
  const isRight = Number.isInteger(count) && count >= 1 && count <= LIMITS.clubMembers
  const send = () => {
    if (isRight) make.mutate({ hours, most: count }, { onSuccess: ({ code }) => onMade(code) })
  }
  return (
    <>
      <p className={text.lead}>
        <Trans>
          Whoever is in the room types it under “Clubs” and is in. Read it out only to people who belong
          there.
        </Trans>
      </p>
      <SheetPart title={t`How long is it good?`}>
        <div className={layout.chips}>
          {LIMITS.joinCodeHours.map((each) => (
            <Chip key={each} chosen={each === hours} onClick={() => setHours(each)}>
              <Plural value={each} one="# hour" other="# hours" />
            </Chip>
          ))}
        </div>
      </SheetPart>
      <SheetPart>
        <TextField
          label={t`How many may join by it?`}
          value={most}
          data
          inputMode="numeric"
          error={isRight ? undefined : t`A number from 1 to ${LIMITS.clubMembers}, please.`}
          onChange={(event) => setMost(event.target.value)}
        />
      </SheetPart>
      <SheetPart>
        {make.error !== null && <Refusal>{words(make.error)}</Refusal>}
        <Button variant="primary" wide busy={make.isPending} busyLabel={t`One moment`} onClick={send}>
          <Trans>Make the code</Trans>
        </Button>
      </SheetPart>
    </>
  )
}

function GoodCode({ club, code, letters, onMade }: MadeProps & { code: JoinCode; letters: string | null }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const end = useEndCode(club.id)
  return (
    <>
      {letters === null ? (
        <p className={text.lead}>
          <Trans>A code is good now. Its letters are shown only where it was made, and only then.</Trans>
        </p>
      ) : (
        <Shown letters={letters} />
      )}
      <p className={text.muted} role="status">
        <Plural
          value={code.joined}
          _0="Nobody has joined by it yet."
          one="# has joined by it."
          other="# have joined by it."
        />{' '}
        <TimeLeft expires={code.expires} />
      </p>
      <SheetPart>
        {end.error !== null && <Refusal>{words(end.error)}</Refusal>}
        <Button
          wide
          busy={end.isPending}
          busyLabel={t`One moment`}
          onClick={() => end.mutate(undefined, { onSuccess: () => onMade(null) })}
        >
          <Trans>End the code</Trans>
        </Button>
        <p className={text.hint}>
          <Trans>Whoever has joined stays a member. You can make another at any time.</Trans>
        </p>
      </SheetPart>
    </>
  )
}

/** For whoever types it, and for whoever points a camera at it. */
function Shown({ letters }: { letters: string }) {
  const { t } = useLingui()
  return (
    <>
      <p className={text.lead}>
        <Trans>Type it under “Clubs”, or point a camera here.</Trans>
      </p>
      <p className={css.code}>
        <span className={text.vh}>{t`The code:`} </span>
        {letters}
      </p>
      <QrCode text={`${location.origin}/join/${letters}`} label={t`The same code, for a camera`} />
    </>
  )
}

function TimeLeft({ expires }: { expires: string }) {
  const minutes = Math.max(1, Math.ceil((Date.parse(expires) - useNow().getTime()) / MINUTE_MS))
  const hours = Math.round(minutes / 60)
  return minutes > 90 ? (
    <Plural
      value={hours}
      one="It is good for about # more hour."
      other="It is good for about # more hours."
    />
  ) : (
    <Plural value={minutes} one="It is good for # more minute." other="It is good for # more minutes." />
  )
}
