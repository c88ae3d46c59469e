import type { AskAudience, Hours, MakeAsk, Onward, SubjectKind, TiesAudience, Wish } from '@kith/contract'

/** An ask as it is being written: every text a string, what is not said yet null. */
export interface AskDraft {
  title: string
  words: string
  kind: SubjectKind | null
  place: string
  /** The town of the gazetteer that was picked for `place`. */
  placeId: number | null
  trade: string
  region: string
  urgent: boolean
  role: string
  field: string
  hours: Hours | null
  /** A day as a date field writes it. */
  until: string
  audience: AskAudience
  onward: Onward
  /** Names this writing to the API, so that a second send asks nothing twice. */
  key: string
}

const ALL_TIES: TiesAudience = { form: 'ties', all: true, circles: [], singles: [], excepted: [] }
const USUAL_DAYS = 14
const DAY_MS = 86_400_000

/** A blank sheet, open for two weeks, perhaps with words that a search did not find. */
export function blankAsk(key: string, now: Date, title = ''): AskDraft {
  return {
    title,
    words: '',
    kind: null,
    place: '',
    placeId: null,
    trade: '',
    region: '',
    urgent: false,
    role: '',
    field: '',
    hours: null,
    until: dayAfter(now, USUAL_DAYS),
    audience: ALL_TIES,
    onward: 1,
    key,
  }
}

/** So many days after a moment, as a date field writes it. */
export function dayAfter(moment: Date, days: number): string {
  return new Date(moment.getTime() + days * DAY_MS).toISOString().slice(0, 10)
}

/** Whether a kind may give somebody away: health, and whoever looks for another job. */
export function isSensitive(kind: SubjectKind | null): boolean {
  return kind === 'health' || kind === 'job'
}

/** Chooses a kind. What may give somebody away stays with the audience, unless whoever asks says otherwise. */
export function withKind(kind: SubjectKind): Partial<AskDraft> {
  return isSensitive(kind) ? { kind, onward: 0 } : { kind, onward: 1 }
}

/** Whether anything was written that would be missed. */
export function isBlank({ title, words }: AskDraft): boolean {
  return title.trim() === '' && words.trim() === ''
}

export type MissingInAsk = 'title' | 'kind' | 'until' | 'audience'

/** What still has to be said before it can be sent, in the order of the page. */
export function missingIn({ title, kind, until, audience }: AskDraft): MissingInAsk[] {
  const isForNobody =
    audience.form === 'ties' && !audience.all && audience.circles.length + audience.singles.length === 0
  return [
    ...(title.trim() === '' ? (['title'] as const) : []),
    ...(kind === null ? (['kind'] as const) : []),
    ...(until === '' ? (['until'] as const) : []),
    ...(isForNobody ? (['audience'] as const) : []),
  ]
}

/** The draft as the API takes it: what belongs to another kind stays behind. */
export function askOf(draft: AskDraft, kind: SubjectKind, language: MakeAsk['language']): MakeAsk {
  const { until, audience, onward } = draft
  return {
    wish: wishOf(draft, kind),
    until,
    audience,
    onward: audience.form === 'club' ? 0 : onward,
    language,
  }
}

function wishOf(draft: AskDraft, kind: SubjectKind): Wish {
  const isCraft = kind === 'craftsman'
  const isJob = kind === 'job'
  const place = said(draft.place)
  return {
    kind,
    title: draft.title.trim(),
    words: said(draft.words),
    place,
    ...(place !== null && draft.placeId !== null ? { placeId: draft.placeId } : {}),
    trade: isCraft ? said(draft.trade) : null,
    region: isCraft ? said(draft.region) : null,
    urgent: isCraft && draft.urgent,
    role: isJob ? said(draft.role) : null,
    field: isJob ? said(draft.field) : null,
    hours: isJob ? draft.hours : null,
  }
}

function said(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
