import type { Basis, CircleKind, Hours, Interest, Language, SubjectKind, Verdict } from '@kith/contract'
import type { SqlReader } from '../database/client.ts'
import {
  type PostAnswer,
  type PostRequest,
  ringKind,
  selectTold,
  type ToldPost,
  toldColumns,
  toldJoins,
} from './told-posts.ts'

/** A recommendation that is loaded. */
export interface VoiceRow extends ToldPost {
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

/** Checks the proposals and loads those that are recommendations. */
export function selectVoices(sql: SqlReader, request: PostRequest): Promise<PostAnswer<VoiceRow>> {
  return selectTold(
    sql,
    request,
    sql`
      select ${toldColumns(sql)},
        s.id as "subjectId", s.kind, r.verdict, r.interest, r.interest_words as "interestWords",
        r.title, r.place as "subjectPlace", r.place_id as "placeId", r.creator, r.year, r.trade, r.region, r.role, r.field,
        r.why, r.for_whom as "forWhom",
        r.not_for_whom as "notForWhom", r.basis, r.when_said as "whenSaid", r.price, r.link, r.contact, r.language,
        r.partners_sought as "partnersSought", r.occasion, r.hours, r.ends::text as ends,
        r.edited_at is not null as edited,
        ph.version as "photoVersion", ph.words as "photoWords", ph.width as "photoWidth", ph.height as "photoHeight",
        kept.post is not null as remembered, kept.reason,
        given.post is not null as thanked, given.words as "thanksWords",
        p.form = 'held' or put.post is not null as "hasCandidate", p.form <> 'held' as agreed,
        case when put.person = k.viewer then put.asked_at end as asked,
        candidate.id as "candidateId", candidate.handle as "candidateHandle", candidate.name as "candidateName",
        candidate.image as "candidatePhoto",
        beside.closeness as "candidateCloseness", sorted.kind as "candidateRing"
      from shown k
      ${toldJoins(sql)}
      join recommendation r on r.post = p.no
      join subject s on s.no = r.subject
      left join photo ph on ph.post = p.no
      left join remembered kept on kept.viewer = k.viewer and kept.post = k.post
      left join thanks given on given.thanker = k.viewer and given.post = k.post
      -- He is on no chain: but for himself only his own ties may know who it is.
      left join candidacy put on put.post = k.post
      left join tie_side beside on beside.owner = k.viewer and beside.other = put.person
        and exists (select from tie t where t.id = beside.tie_id and t.ended_at is null offset 0)
      left join lateral (${ringKind(sql, sql`beside.owner`, sql`beside.other`)}) sorted on true
      left join person candidate on candidate.no = put.person
        and (put.person = k.viewer or beside.owner is not null)`,
  )
}
