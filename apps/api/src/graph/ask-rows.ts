import type { Hours, Language, SubjectKind } from '@kith/contract'
import type { SqlReader } from '../database/client.ts'
import {
  type PostAnswer,
  type PostRequest,
  selectTold,
  type ToldPost,
  toldColumns,
  toldJoins,
} from './told-posts.ts'

/** An ask that is loaded. */
export interface AskRow extends ToldPost {
  kind: SubjectKind
  title: string
  words: string | null
  place: string | null
  placeId: number | null
  trade: string | null
  region: string | null
  urgent: boolean
  role: string | null
  field: string | null
  hours: Hours | null
  language: Language
  until: Date
  /** What the viewer answered it with, the earliest first. */
  answers: string[]
  /** Whoever asks, where he showed himself to the viewer and is not named by any other rule. */
  shownId: string | null
  shownHandle: string
  shownName: string
}

/** Checks the proposals and loads those that are asks. */
export function selectAsks(sql: SqlReader, request: PostRequest): Promise<PostAnswer<AskRow>> {
  return selectTold(
    sql,
    request,
    sql`
      select ${toldColumns(sql)},
        ask.kind, ask.title, ask.words, ask.place, ask.place_id as "placeId", ask.trade, ask.region, ask.urgent, ask.role, ask.field,
        ask.hours, ask.language, p.expires_at as until,
        array(
          select given.id from answer a join post given on given.no = a.post
          where a.ask = p.no and given.author = k.viewer order by a.made_at, given.no
        ) as answers,
        asker.id as "shownId", asker.handle as "shownHandle", asker.name as "shownName"
      from shown k
      ${toldJoins(sql)}
      join ask on ask.post = p.no
      left join person asker on asker.no = k.author and author.id is null and exists (
        select from answer a join post given on given.no = a.post
        where a.ask = p.no and given.author = k.viewer and a.shown
      )`,
  )
}
