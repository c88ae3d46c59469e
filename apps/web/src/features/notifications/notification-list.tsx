import type { Notification, NotificationReason, PostId, Season } from '@kith/contract'
import { Plural, useLingui } from '@lingui/react/macro'
import { Link, type LinkProps } from '@tanstack/react-router'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { agoWords } from '../../lib/words/dates.ts'
import { cx } from '../../ui/class-names.ts'
import { Marked } from '../../ui/marked.tsx'
import text from '../../ui/text.module.css'
import css from './notifications.module.css'
import { useReasonWords } from './reason-words.ts'

/** One entry a subject, thread or ask: what happened to it, by whom, the latest first. */
export function NotificationList({
  notifications,
  isNew,
}: {
  notifications: readonly Notification[]
  isNew: (notification: Notification) => boolean
}) {
  return (
    <ol className={css.list}>
      {notifications.map((one) => (
        <li key={keyOf(one)} className={cx(css.entry, isNew(one) && css.new)}>
          <Entry notification={one} isNew={isNew(one)} />
        </li>
      ))}
    </ol>
  )
}

/** What tells one entry from the others: its ask, its subject, its thread, its club, or that it is about care, a letter or what the operator did. */
export function keyOf({ subject, ask, club, lines }: Notification): string {
  if (isOfCare(lines)) return 'care'
  if (letterOf(lines) !== undefined) return 'letter'
  const [first] = lines
  if (isOfOperator(lines)) return first?.reason ?? ''
  return (
    ask?.post ??
    subject?.id ??
    first?.thread ??
    first?.introduction ??
    (club ? `club ${club.name}` : 'offers')
  )
}

function Entry({ notification, isNew }: { notification: Notification; isNew: boolean }) {
  const { t } = useLingui()
  const titleOf = useTitleOf()
  const words = useReasonWords()
  const { subject, ask, club, lines, more } = notification
  return (
    <>
      <Link {...placeOf(notification)} className={css.title}>
        {isNew && <span className={text.vh}>{t`New:`} </span>}
        <Marked>{ask?.title ?? subject?.title ?? club?.name ?? titleOf(notification)}</Marked>
      </Link>
      <ul>
        {lines.map((line) => (
          <li key={`${line.reason} ${line.at}`} className={css.line}>
            <span>{words(line)}</span>
            <time dateTime={line.at} className={text.meta}>
              {agoWords(line.at, now(), spokenLanguage())}
            </time>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className={text.meta}>
          <Plural value={more} one="and # more" other="and # more" />
        </p>
      )}
    </>
  )
}

/** What an entry without a subject or club is called. */
function useTitleOf(): (notification: Notification) => string {
  const { t } = useLingui()
  return ({ lines }) => {
    if (isOfCare(lines)) return t`Care`
    if (letterOf(lines) !== undefined) return t`Letter`
    if (isOfIntroduction(lines)) return t`An introduction`
    if (isOfOperator(lines)) return t`Reports`
    return lines.some(({ thread }) => thread !== null) ? t`A thread` : t`Offers`
  }
}

function isOfCare(lines: Notification['lines']): boolean {
  return lines.some(({ reason }) => reason === 'care')
}

function isOfOperator(lines: Notification['lines']): boolean {
  return lines.some(({ reason }) => reason === 'report' || reason === 'look')
}

function isOfIntroduction(lines: Notification['lines']): boolean {
  return lines.some(({ introduction }) => introduction !== undefined)
}

function letterOf(lines: Notification['lines']): Season | undefined {
  return lines.find(({ letter }) => letter !== undefined)?.letter
}

// What I am asked I can answer at once.
function askPlace(id: PostId, lines: Notification['lines']): LinkProps {
  const to = { to: '/asks/$id', params: { id } } as const
  if (!lines.some(({ reason }) => reason === 'sought')) return to
  return { ...to, search: { sheet: 'answer', of: id } }
}

const FOR_ME: ReadonlySet<NotificationReason> = new Set(['passed', 'addressed', 'asked'])

/** Where the latest of it is answered. */
function placeOf({ subject, ask, club, lines }: Notification): LinkProps {
  if (ask !== null) return askPlace(ask.post, lines)
  if (club !== null) return { to: '/clubs' }
  if (isOfCare(lines)) return { to: '/care' }
  if (isOfIntroduction(lines)) return { to: '/introductions' }
  if (isOfOperator(lines)) return { to: '/reports' }
  const season = letterOf(lines)
  if (season !== undefined) return { to: '/letter', search: { season: season.key } }
  const [latest] = lines
  if (latest !== undefined && latest.thread !== null)
    return { to: '/threads/$id', params: { id: latest.thread } }
  if (subject === null || latest === undefined || latest.post === null) return { to: '/' }
  if (FOR_ME.has(latest.reason)) return { to: '/for-me' }
  if (latest.reason === 'voice') return { to: '/subjects/$id', params: { id: subject.id } }
  return { to: '/recommendations/$id', params: { id: latest.post } }
}
