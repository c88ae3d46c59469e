import type { Basis, CircleKind, Hours, Interest, Language, SubjectKind, Verdict } from '@kith/contract'
import type { SqlReader } from '../database/client.ts'
import { checkWitnesses, type Proposal } from './witness-check.ts'

/**
 * A voice that is loaded: the proposal with the number `ord`. Of people other than the viewer only those come who may be
 * named: the statement itself leaves the others out.
 */
export interface VoiceRow {
  ord: number
  heard: boolean
  postId: string
  postNo: number
  created: Date
  since: Date
  form: 'notebook' | 'ties' | 'held' | 'club'
  allTies: boolean
  onward: 0 | 1 | 2
  hasCircles: boolean
  /** The club that it is for, where the viewer is in it. */
  clubId: string | null
  clubName: string
  subjectId: string
  kind: SubjectKind
  verdict: Verdict
  interest: Interest | null
  interestWords: string | null
  title: string
  subjectPlace: string | null
  placeId: number | null
  creator: string | null
  year: number | null
  trade: string | null
  region: string | null
  role: string | null
  field: string | null
  why: string | null
  forWhom: string | null
  notForWhom: string | null
  basis: Basis
  whenSaid: string | null
  price: string | null
  link: string | null
  contact: string | null
  photoVersion: string | null
  photoWords: string | null
  photoWidth: number
  photoHeight: number
  partnersSought: boolean
  occasion: string | null
  hours: Hours | null
  ends: string | null
  language: Language
  edited: boolean
  authorId: string | null
  authorHandle: string
  authorName: string
  authorPhoto: string | null
  middleId: string | null
  middleHandle: string
  middleName: string
  middlePhoto: string | null
  tiePersonId: string | null
  tieHandle: string
  tieName: string
  tiePhoto: string | null
  closeness: number | null
  ring: CircleKind | null
  /** Whether it puts somebody forward for a job, or did until he was gone; if the viewer may name him, who that is. */
  hasCandidate: boolean
  agreed: boolean
  /** What the viewer is asked, if it is he. */
  asked: Date | null
  candidateId: string | null
  candidateHandle: string
  candidateName: string
  candidatePhoto: string | null
  candidateCloseness: number | null
  candidateRing: CircleKind | null
  /** Whether the viewer wants to find it again, and why. */
  remembered: boolean
  reason: string | null
  /** Whether he has thanked for it, and with what words. */
  thanked: boolean
  thanksWords: string | null
}

export interface VoiceRequest {
  readonly proposals: readonly Proposal[]
  readonly heardOnly: boolean
  /** How many voices of a card are loaded; the others are checked and counted. */
  readonly perCard: number
  readonly now: Date
}

/** What the database answered, all of one snapshot. */
export interface VoiceAnswer {
  /** One past the newest transaction that the snapshot may have seen. */
  readonly horizon: bigint
  /** The numbers of the proposals that hold, whether they are loaded or not. */
  readonly held: readonly number[]
  /** In the order of the proposals. */
  readonly voices: readonly VoiceRow[]
}

// The first row says what holds, the others are the voices: what is only counted has no row of its own.
type AnswerRow = VoiceRow & { readonly horizon: string | null; readonly held: readonly number[] | null }

/** Checks the proposals and loads what holds, in one statement and snapshot. */
export async function selectVoices(
  sql: SqlReader,
  { proposals, heardOnly, perCard, now }: VoiceRequest,
): Promise<VoiceAnswer> {
  const [holds, ...voices] = await sql<AnswerRow[]>`
    with ${checkWitnesses(sql, proposals, now)},
    placed as materialized (
      select c.*, row_number() over (partition by c.card order by c.ord) as place
      from checked c where c.heard or not ${heardOnly}
    ),
    told as (
      select k.ord, k.heard, p.id as "postId", p.no as "postNo", p.created_at as created, p.since, p.form,
        p.all_ties as "allTies", p.onward, exists (select from post_circle c where c.post = p.no offset 0) as "hasCircles",
        s.id as "subjectId", s.kind, r.verdict, r.interest, r.interest_words as "interestWords",
        r.title, r.place as "subjectPlace", r.place_id as "placeId", r.creator, r.year, r.trade, r.region, r.role, r.field,
        r.why, r.for_whom as "forWhom",
        r.not_for_whom as "notForWhom", r.basis, r.when_said as "whenSaid", r.price, r.link, r.contact, r.language,
        r.partners_sought as "partnersSought", r.occasion, r.hours, r.ends::text as ends,
        r.edited_at is not null as edited,
        ph.version as "photoVersion", ph.words as "photoWords", ph.width as "photoWidth", ph.height as "photoHeight",
        author.id as "authorId", author.handle as "authorHandle", author.name as "authorName", author.image as "authorPhoto",
        middle.id as "middleId", middle.handle as "middleHandle", middle.name as "middleName", middle.image as "middlePhoto",
        tie.id as "tiePersonId", tie.handle as "tieHandle", tie.name as "tieName", tie.image as "tiePhoto",
        club.id as "clubId", club.name as "clubName",
        side.closeness, ring.kind as ring, kept.post is not null as remembered, kept.reason,
        given.post is not null as thanked, given.words as "thanksWords",
        p.form = 'held' or put.post is not null as "hasCandidate", p.form <> 'held' as agreed,
        case when put.person = k.viewer then put.asked_at end as asked,
        candidate.id as "candidateId", candidate.handle as "candidateHandle", candidate.name as "candidateName", candidate.image as "candidatePhoto",
        beside.closeness as "candidateCloseness", sorted.kind as "candidateRing"
      from placed k
      join post p on p.no = k.post
      join recommendation r on r.post = p.no
      join subject s on s.no = r.subject
      left join photo ph on ph.post = p.no
      left join club on club.no = p.club
        and exists (select from club_member c where c.club = p.club and c.person = k.viewer offset 0)
      left join remembered kept on kept.viewer = k.viewer and kept.post = k.post
      left join thanks given on given.thanker = k.viewer and given.post = k.post
      left join person tie on tie.no = k.tie
      left join tie_side side on side.owner = k.viewer and side.other = k.tie
      left join lateral (${ringKind(sql, sql`side.owner`, sql`side.other`)}) ring on true
      -- Names: beyond my own ties only who is open, with everybody between us.
      left join person middle on middle.no = k.second and tie.open and middle.open
      left join person author on author.no = k.author and (
        k.way in ('own', 'club') or k.author = k.tie
        or (k.way = 'chain' and author.open and tie.open and (k.second is null or middle.no is not null))
      )
      -- He is on no chain: but for himself only his own ties may know who it is.
      left join candidacy put on put.post = k.post
      left join tie_side beside on beside.owner = k.viewer and beside.other = put.person
        and exists (select from tie t where t.id = beside.tie_id and t.ended_at is null offset 0)
      left join lateral (${ringKind(sql, sql`beside.owner`, sql`beside.other`)}) sorted on true
      left join person candidate on candidate.no = put.person
        and (put.person = k.viewer or beside.owner is not null)
      where k.place <= ${perCard}
    )
    select told.*, holds.horizon, holds.held
    from told
    full join (
      select pg_snapshot_xmax(pg_current_snapshot())::text as horizon, array(select k.ord from placed k order by k.ord) as held
    ) holds on false
    order by told.ord nulls first`
  return { horizon: BigInt(holds?.horizon ?? '0'), held: holds?.held ?? [], voices }
}

/** How `owner` sorted `other`: the kind of the first circle that he is in. One row or none. */
export function ringKind(sql: SqlReader, owner: ReturnType<SqlReader>, other: ReturnType<SqlReader>) {
  return sql`
    select c.kind from circle_member m join circle c on c.no = m.circle
    where m.owner = ${owner} and m.other = ${other} order by c.position, c.no limit 1`
}
