import {
  type Audience,
  type Basis,
  type Hours,
  type Interest,
  KIND_OF_FIELD,
  type Onward,
  type PersonId,
  type Subject,
  type SubjectFacts,
  type SubjectId,
  type SubjectKind,
  type Verdict,
  type Words,
} from '@kith/contract'
import { typedLink } from '../../../lib/typed-link.ts'

/** A recommendation as it is being written: every text a string, what is not said yet null. */
export interface Draft {
  about: SubjectId | null
  title: string
  kind: SubjectKind | null
  place: string
  /** The town of the gazetteer that was picked for `place`. */
  placeId: number | null
  creator: string
  year: string
  trade: string
  region: string
  role: string
  field: string
  verdict: Verdict
  why: string
  forWhom: string
  notForWhom: string
  basis: Basis
  when: string
  price: string
  link: string
  contact: string
  interest: Interest | null
  interestWords: string
  partnersSought: boolean
  occasion: string
  hours: Hours | null
  /** A day as a date field writes it, or nothing. */
  ends: string
  /** Whom it recommends for a job. */
  candidate: PersonId | null
  /** A photo was chosen; it is not kept on the device with the words. */
  hasPhoto: boolean
  audience: Audience
  onward: Onward
  /** Names this writing to the API, so that a second send makes nothing twice. */
  key: string
}

/** All my ties: the audience somebody starts with who has chosen none yet. */
export const ALL_TIES: Extract<Audience, { form: 'ties' }> = {
  form: 'ties',
  all: true,
  circles: [],
  singles: [],
  excepted: [],
}

/** A blank sheet with the audience chosen last. */
export function blankDraft(key: string, last: Pick<Draft, 'audience' | 'onward'> | null): Draft {
  return {
    about: null,
    title: '',
    kind: null,
    place: '',
    placeId: null,
    creator: '',
    year: '',
    trade: '',
    region: '',
    role: '',
    field: '',
    verdict: 'recommend',
    why: '',
    forWhom: '',
    notForWhom: '',
    basis: 'own',
    when: '',
    price: '',
    link: '',
    contact: '',
    interest: null,
    interestWords: '',
    partnersSought: false,
    occasion: '',
    hours: null,
    ends: '',
    candidate: null,
    hasPhoto: false,
    audience: last?.audience ?? ALL_TIES,
    onward: last?.onward ?? 1,
    key,
  }
}

/** The draft about a subject that is known already. */
export function aboutSubject(draft: Draft, subject: Subject): Draft {
  return {
    ...draft,
    about: subject.id,
    title: subject.title,
    ...withKind(subject.kind),
    place: subject.place ?? '',
    placeId: subject.placeId ?? null,
    creator: subject.creator ?? '',
    year: subject.year === null ? '' : String(subject.year),
    trade: subject.trade ?? '',
    region: subject.region ?? '',
    role: subject.role ?? '',
    field: subject.field ?? '',
  }
}

/** Whether anything was written that would be missed. */
export function isBlank(draft: Draft): boolean {
  return draft.title.trim() === '' && draft.why.trim() === ''
}

/** Whether it is for nobody but me. */
export function isNote(draft: Pick<Draft, 'audience'>): boolean {
  return draft.audience.form === 'notebook'
}

/** Whether it is for a club, where it stays. */
export function isForClub(draft: Pick<Draft, 'audience'>): boolean {
  return draft.audience.form === 'club'
}

/** Whether nobody at all is chosen, not even the notebook. */
export function isForNobody({ audience }: Pick<Draft, 'audience'>): boolean {
  return audience.form === 'ties' && !audience.all && audience.circles.length + audience.singles.length === 0
}

/** Whether it may say whom it recommends: for a job, and to ties. */
export function takesCandidate(draft: Draft): boolean {
  return draft.kind === 'job' && draft.verdict === 'recommend' && draft.audience.form === 'ties'
}

/** How far it really travels: a paid post, advice against and what is for a club go no further than the audience. */
export function onwardOf({
  audience,
  onward,
  interest,
  verdict,
}: Pick<Draft, 'audience' | 'onward' | 'interest' | 'verdict'>): Onward {
  return interest === 'paid' || verdict === 'against' || audience.form === 'club' ? 0 : onward
}

/** The words of a draft as the API takes them; blank ones are null. */
export function wordsOf(draft: Draft): Words {
  return {
    why: said(draft.why),
    forWhom: said(draft.forWhom),
    notForWhom: said(draft.notForWhom),
    basis: draft.basis,
    when: said(draft.when),
    price: said(draft.price),
    link: typedLink(draft.link),
    contact: said(draft.contact),
    interestWords: draft.interest === 'none' ? null : said(draft.interestWords),
    partnersSought: draft.interest === 'paid' && draft.partnersSought,
    occasion: ofKind(draft, 'occasion', said(draft.occasion)),
    hours: ofKind(draft, 'hours', draft.hours),
    ends: ofKind(draft, 'ends', said(draft.ends)),
  }
}

/** The facts of the draft's subject as the API takes them: what belongs to another kind stays behind. */
export function factsOf(draft: Draft, kind: SubjectKind): SubjectFacts {
  return {
    kind,
    title: draft.title.trim(),
    place: said(draft.place),
    placeId: draft.placeId ?? undefined,
    creator: said(draft.creator),
    year: draft.year.length === 4 ? Number(draft.year) : null,
    trade: ofKind(draft, 'trade', said(draft.trade)),
    region: ofKind(draft, 'region', said(draft.region)),
    role: ofKind(draft, 'role', said(draft.role)),
    field: ofKind(draft, 'field', said(draft.field)),
  }
}

/** Chooses a kind. What is of health stays with the audience, unless its author says otherwise. */
export function withKind(kind: SubjectKind): Partial<Draft> {
  return kind === 'health' ? { kind, onward: 0 } : { kind }
}

function ofKind<Said>({ kind }: Draft, field: keyof typeof KIND_OF_FIELD, said: Said): Said | null {
  return KIND_OF_FIELD[field] === kind ? said : null
}

function said(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}

export type Missing = 'title' | 'kind' | 'why' | 'interest' | 'interestWords' | 'audience'

/** What still has to be said before it can be sent, in the order of the page; an answer is read whatever its audience. */
export function missingIn(draft: Draft, isAnswer = false): Missing[] {
  const missing: Missing[] = []
  if (draft.title.trim() === '') missing.push('title')
  if (draft.kind === null) missing.push('kind')
  if (isNote(draft) && !isAnswer) return missing
  if (draft.why.trim() === '') missing.push('why')
  if (isForNobody(draft)) missing.push('audience')
  if (draft.interest === null) missing.push('interest')
  else if (draft.interest !== 'none' && draft.interestWords.trim() === '') missing.push('interestWords')
  return missing
}
