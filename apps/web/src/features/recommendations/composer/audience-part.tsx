import type { AudiencePreview, PostId } from '@kith/contract'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { BookOpenText, CircleAlert, CornerUpRight, Flag, type LucideIcon, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { tiesQuery } from '../../../lib/my-queries.ts'
import { useErrorWords } from '../../../lib/use-error-words.ts'
import { firstName } from '../../../lib/words/first-name.ts'
import { AudiencePicture } from '../../../ui/audience-picture.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Icon } from '../../../ui/icon.tsx'
import layout from '../../../ui/layout.module.css'
import { SheetPart } from '../../../ui/sheet.tsx'
import { Tag } from '../../../ui/tag.tsx'
import text from '../../../ui/text.module.css'
import { AudienceSheet } from './audience-sheet.tsx'
import { useAudienceWords, useOnwardWords } from './audience-words.ts'
import css from './composer.module.css'
import { previewQuery } from './composer-queries.ts'
import { type Draft, isForClub, isForNobody, isNote, onwardOf } from './draft.ts'

const NAMED_AT_FIRST = 6

/** Whom it is for and how far it may travel, always visible, with who hears it now. */
export function AudiencePart({ draft, error, hasNotebook = true, onChange }: AudiencePartProps) {
  const { t } = useLingui()
  const audienceWords = useAudienceWords()
  const onwardWords = useOnwardWords()
  const [choosing, setChoosing] = useState(false)
  const onward = onwardOf(draft)
  const stays = onward === 0 && draft.onward !== 0 && !isForClub(draft)
  return (
    <SheetPart>
      <div className={css.audience}>
        <div>
          <h2 className={text.section}>{t`Who hears it`}</h2>
          <div className={layout.chips}>
            <Chip opens onClick={() => setChoosing(true)}>
              <Icon of={ICONS[draft.audience.form]} />
              {audienceWords(draft.audience)}
            </Chip>
            {draft.audience.form === 'ties' && (
              <Chip opens disabled={stays} onClick={() => setChoosing(true)}>
                <Icon of={CornerUpRight} />
                {onwardWords(onward)}
              </Chip>
            )}
          </div>
          {stays && (
            <p className={text.hint}>
              {draft.interest === 'paid' ? (
                <Trans>A paid post goes no further than your own people.</Trans>
              ) : (
                <Trans>Advice against something is not carried on.</Trans>
              )}
            </p>
          )}
          {draft.kind === 'health' && onward === 0 && draft.audience.form === 'ties' && !stays && (
            <p className={text.hint}>
              <Trans>
                Words about health may give somebody away: they stay with your own people at first.
              </Trans>
            </p>
          )}
          {error !== undefined && (
            <p className={text.hint} role="alert">
              <Tag tone="against" icon={CircleAlert}>
                {error}
              </Tag>
            </p>
          )}
          <Heard draft={draft} />
        </div>
        <Picture draft={draft} />
      </div>
      {choosing && (
        <AudienceSheet
          draft={draft}
          hasNotebook={hasNotebook}
          onChange={onChange}
          onClose={() => setChoosing(false)}
        />
      )}
    </SheetPart>
  )
}

/** What of a draft decides who hears it. */
export type Travelling = Pick<Draft, 'audience' | 'onward' | 'interest' | 'verdict' | 'kind'>

interface AudiencePartProps {
  draft: Travelling
  error: string | undefined
  /** Whether it may be for nobody but me. */
  hasNotebook?: boolean
  onChange: (change: Partial<Pick<Draft, 'audience' | 'onward'>>) => void
}

const ICONS: Record<Draft['audience']['form'], LucideIcon> = {
  notebook: BookOpenText,
  ties: UsersRound,
  club: Flag,
}

const NOBODY: AudiencePreview = { ring1: [], about: null }

/** Who would hear a draft now, or see the `post` that it is to become; undefined until it is known. */
export function usePreview(draft: Travelling, post?: PostId) {
  const { audience, interest, verdict } = draft
  const reachesNobody = isNote(draft) || isForNobody(draft)
  const preview = useQuery({
    ...previewQuery({ post, audience, onward: onwardOf(draft), interest, verdict }),
    enabled: !reachesNobody,
  })
  return reachesNobody ? { data: NOBODY, error: null } : preview
}

function Heard({ draft }: { draft: Travelling }) {
  const words = useErrorWords()
  const { data, error } = usePreview(draft)
  if (isNote(draft)) {
    return (
      <p className={css.heard}>
        <Trans>It stays in your notebook.</Trans>
      </p>
    )
  }
  if (error !== null) return <p className={text.hint}>{words(error)}</p>
  if (data === undefined) return <p className={css.heard}>…</p>
  const { ring1, about } = data
  return (
    <>
      <p className={css.heard} aria-live="polite">
        {about === null ? (
          <b>
            <Plural value={ring1.length} _0="Nobody now" one="# person now" other="# people now" />
          </b>
        ) : (
          <Trans>
            <b>
              <Plural value={ring1.length} one="# person now" other="# people now" />
            </b>
            , about {about} through them
          </Trans>
        )}
      </p>
      <Names names={ring1.map(({ name }) => name)} />
      <LeftOut draft={draft} />
    </>
  )
}

function Names({ names }: { names: readonly string[] }) {
  const { i18n } = useLingui()
  const [all, setAll] = useState(false)
  const shown = (all ? names : names.slice(0, NAMED_AT_FIRST)).map(all ? (name) => name : firstName)
  const more = names.length - shown.length
  return (
    <p className={`${text.muted} ${text.small}`}>
      {new Intl.ListFormat(i18n.locale, { type: more > 0 ? 'unit' : 'conjunction' }).format(shown)}{' '}
      {more > 0 && (
        <button type="button" className={text.link} onClick={() => setAll(true)}>
          <Plural value={more} one="and # more by name" other="and # more by name" />
        </button>
      )}
    </p>
  )
}

function LeftOut({ draft: { audience } }: { draft: Travelling }) {
  const { i18n } = useLingui()
  const { data: ties = [] } = useQuery(tiesQuery)
  if (audience.form !== 'ties' || audience.excepted.length === 0) return null
  const excepted: ReadonlySet<string> = new Set(audience.excepted)
  const left = ties
    .filter(({ person }) => excepted.has(person.id))
    .map(({ person }) => firstName(person.name))
  const names = new Intl.ListFormat(i18n.locale).format(left)
  return (
    <p className={`${text.muted} ${text.small}`}>
      <Trans>Left out: {names}. Nobody can pass it on to them.</Trans>
    </p>
  )
}

function Picture({ draft }: { draft: Travelling }) {
  const { t } = useLingui()
  const { data } = usePreview(draft)
  const ring1 = data?.ring1.length ?? 0
  const about = data?.about ?? null
  return (
    <AudiencePicture
      ring1={ring1}
      about={about}
      label={
        about === null
          ? t`${ring1} on your first ring`
          : t`${ring1} on your first ring, about ${about} beyond`
      }
    />
  )
}
