import type { Audience, Onward, PersonId, TiesAudience } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { BookOpenText, Flag, UsersRound } from 'lucide-react'
import { tieWithFace } from '../../../lib/face.ts'
import { circlesQuery, clubsQuery, tiesQuery } from '../../../lib/my-queries.ts'
import { useCircleName } from '../../../lib/words/circle-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { CircleChips } from '../../../ui/circle-chips.tsx'
import { Icon } from '../../../ui/icon.tsx'
import layout from '../../../ui/layout.module.css'
import { RadioList } from '../../../ui/radio-list.tsx'
import { Sheet, SheetPart } from '../../../ui/sheet.tsx'
import text from '../../../ui/text.module.css'
import { TieChecks } from '../../../ui/tie-checks.tsx'
import { useOnwardWords } from './audience-words.ts'
import { ALL_TIES, type Draft } from './draft.ts'

/** Circles, single people, "not for …", the notebook; and how far it may travel. */
export function AudienceSheet({ draft, hasNotebook, onChange, onClose }: AudienceSheetProps) {
  const { t } = useLingui()
  const { audience } = draft
  return (
    <Sheet
      title={t`Who hears it`}
      onClose={onClose}
      foot={
        <Button variant="primary" wide onClick={onClose}>
          {t`That is right`}
        </Button>
      }
    >
      <SheetPart>
        <div className={layout.chips}>
          {hasNotebook && (
            <Chip
              chosen={audience.form === 'notebook'}
              onClick={() => onChange({ audience: { form: 'notebook' } })}
            >
              <Icon of={BookOpenText} />
              {t`Nobody but you`}
            </Chip>
          )}
          <Chip
            chosen={audience.form === 'ties' && audience.all}
            onClick={() => onChange({ audience: ALL_TIES })}
          >
            <Icon of={UsersRound} />
            {t`All your people`}
          </Chip>
          {audience.form !== 'ties' && (
            <Chip
              chosen={false}
              onClick={() => onChange({ audience: { ...ALL_TIES, all: false } })}
            >{t`Some of your people`}</Chip>
          )}
        </div>
      </SheetPart>
      <ClubChoice audience={audience} onChoose={(chosen) => onChange({ audience: chosen })} />
      {audience.form === 'ties' && (
        <>
          <TiesChoice
            audience={audience}
            onChange={(change) => onChange({ audience: { ...audience, ...change } })}
          />
          <OnwardChoice onward={draft.onward} onChange={(onward) => onChange({ onward })} />
        </>
      )}
    </Sheet>
  )
}

interface AudienceSheetProps {
  draft: Pick<Draft, 'audience' | 'onward'>
  hasNotebook: boolean
  onChange: (change: Partial<Pick<Draft, 'audience' | 'onward'>>) => void
  onClose: () => void
}

/** One of my clubs, instead of my own people; nothing where I am in none. */
function ClubChoice({ audience, onChoose }: { audience: Audience; onChoose: (chosen: Audience) => void }) {
  const { t } = useLingui()
  const { data } = useQuery(clubsQuery)
  if (data === undefined || data.clubs.length === 0) return null
  return (
    <SheetPart title={t`Or a club`}>
      <div className={layout.chips}>
        {data.clubs.map(({ id, name }) => (
          <Chip
            key={id}
            chosen={audience.form === 'club' && audience.club === id}
            onClick={() => onChoose({ form: 'club', club: id })}
          >
            <Icon of={Flag} />
            {name}
          </Chip>
        ))}
      </div>
      {audience.form === 'club' && (
        <p className={text.hint}>{t`All its members hear it, and nobody carries it on.`}</p>
      )}
    </SheetPart>
  )
}

/** Circles, single people, “not for …”. */
export function TiesChoice({ audience, onChange }: TiesChoiceProps) {
  const { t } = useLingui()
  const circleName = useCircleName()
  const { data: circles = [] } = useQuery(circlesQuery)
  const { data: ties = [] } = useQuery(tiesQuery)
  return (
    <>
      <SheetPart title={t`Circles`}>
        <CircleChips
          circles={circles.map((circle) => ({ ...circle, name: circleName(circle) }))}
          chosen={audience.circles}
          onChoose={(chosen) =>
            onChange({ all: false, circles: circles.map(({ id }) => id).filter((id) => chosen.includes(id)) })
          }
        />
      </SheetPart>
      {!audience.all && (
        <SheetPart title={t`Single people`}>
          <TieChecks
            few
            label={t`Find a person`}
            ties={ties.map(tieWithFace)}
            chosen={audience.singles}
            onChoose={(singles) => onChange({ singles, excepted: without(audience.excepted, singles) })}
          />
        </SheetPart>
      )}
      <SheetPart title={t`Not for …`}>
        <div className={layout.stack}>
          <p className={text.hint}>{t`Whoever you leave out does not get it from others either.`}</p>
          <TieChecks
            few
            label={t`Find a person to leave out`}
            ties={ties.map(tieWithFace)}
            chosen={audience.excepted}
            onChoose={(excepted) => onChange({ excepted, singles: without(audience.singles, excepted) })}
          />
        </div>
      </SheetPart>
    </>
  )
}

interface TiesChoiceProps {
  audience: TiesAudience
  onChange: (change: Partial<TiesAudience>) => void
}

function without(people: readonly PersonId[], others: readonly PersonId[]): PersonId[] {
  return people.filter((id) => !others.includes(id))
}

const RINGS: Record<'0' | '1' | '2', Onward> = { '0': 0, '1': 1, '2': 2 }

function OnwardChoice({ onward, onChange }: { onward: Onward; onChange: (onward: Onward) => void }) {
  const { t } = useLingui()
  const words = useOnwardWords()
  return (
    <SheetPart>
      <RadioList
        legend={t`How far may it travel beyond them?`}
        value={onward === 0 ? '0' : onward === 1 ? '1' : '2'}
        onChoose={(choice: keyof typeof RINGS) => onChange(RINGS[choice])}
        choices={[
          { value: '0', title: words(0), line: t`Only those you chose.` },
          { value: '1', title: words(1), line: t`Also the people of those you chose, as somebody’s friend.` },
          { value: '2', title: words(2), line: t`And the people of those.` },
        ]}
      />
    </SheetPart>
  )
}
