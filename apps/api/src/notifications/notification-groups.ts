import { LIMITS, type Notification, type NotificationLine, type Subject } from '@kith/contract'

/** A line with the subject, the club or the ask that it is about. */
export interface Line extends NotificationLine {
  readonly subject: Subject | null
  readonly club: { readonly name: string } | null
  readonly ask: Notification['ask']
}

/** Where a notification stands in the list; the next page begins behind it. */
export interface GroupKey {
  readonly at: string
  /** What it is about: the id of a subject, an ask, a thread or an introduction, a club, care, a letter or what the operator did; empty for a question about offers. */
  readonly about: string
}

export interface Group {
  readonly key: GroupKey
  readonly notification: Notification
}

/** One notification a subject, ask, club or thread, the newest first. The same line said again and again counts once, as of the last time. */
export function groupLines(lines: readonly Line[], seen: Date): Group[] {
  const byTopic = Map.groupBy(lines, topicOf)
  return [...byTopic]
    .map(([about, said]) => toGroup(about, said, seen))
    .sort((one, other) => compareKeys(one.key, other.key))
}

function topicOf({ reason, subject, club, ask, thread, introduction, care, letter }: Line): string {
  if (reason === 'report' || reason === 'look') return reason
  if (care !== undefined) return 'care'
  if (letter !== undefined) return 'letter'
  return ask?.post ?? subject?.id ?? thread ?? introduction ?? (club ? `club ${club.name}` : '')
}

/** Those that stand behind the key. */
export function behind(groups: readonly Group[], after: GroupKey | undefined): readonly Group[] {
  return after === undefined ? groups : groups.filter(({ key }) => compareKeys(after, key) < 0)
}

function toGroup(about: string, said: readonly Line[], seen: Date): Group {
  const lines = distinct(said.toSorted((one, other) => compare(other.at, one.at)))
  const newest = lines[0]
  if (newest === undefined) throw new Error('expected a group of lines to hold one')
  return {
    key: { at: newest.at, about },
    notification: {
      subject: newest.subject,
      club: newest.club,
      ask: newest.ask,
      lines: lines
        .slice(0, LIMITS.linesPerNotification)
        .map(({ subject: _subject, club: _club, ask: _ask, ...line }) => line),
      more: Math.max(0, lines.length - LIMITS.linesPerNotification),
      unseen: new Date(newest.at) > seen,
    },
  }
}

function distinct(lines: readonly Line[]): Line[] {
  const known = new Map<string, Line>()
  for (const line of lines) {
    const key = JSON.stringify([line.reason, line.person])
    if (!known.has(key)) known.set(key, line)
  }
  return [...known.values()]
}

function compareKeys(one: GroupKey, other: GroupKey): number {
  return compare(other.at, one.at) || compare(one.about, other.about)
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
