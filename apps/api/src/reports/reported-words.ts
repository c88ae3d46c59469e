import { SAID_FIELDS, type Said } from '@kith/contract'
import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'

const Kept = z.partialRecord(z.enum(SAID_FIELDS), z.string().nullable())

/** Fields and texts as the database has them, in the order in which they are read. */
export function presentSaid(said: unknown): Said[] {
  const kept = Kept.parse(said ?? {})
  return SAID_FIELDS.flatMap((field) => {
    const text = kept[field]
    return text ? [{ field, text }] : []
  })
}

/**
 * What report `r` is about, as it stands now; null where that is gone, or nobody but its author has it. A message is never read
 * again: its thread is its members' alone.
 */
export function saidOf(): SQL {
  return sql`
    case r.what
      when 'recommendation' then (
        select jsonb_build_object('title', s.title, 'creator', s.creator, 'trade', s.trade, 'role', s.role, 'field', s.field,
          'place', s.place, 'region', s.region, 'interest', s.interest, 'interestWords', s.interest_words, 'why', s.why,
          'forWhom', s.for_whom, 'notForWhom', s.not_for_whom, 'whenSaid', s.when_said, 'price', s.price, 'link', s.link,
          'contact', s.contact, 'occasion', s.occasion)
        from post p join recommendation s on s.post = p.no where p.id = r.object and p.form <> 'notebook')
      when 'ask' then (
        select jsonb_build_object('title', k.title, 'trade', k.trade, 'role', k.role, 'field', k.field, 'place', k.place,
          'region', k.region, 'text', k.words)
        from post p join ask k on k.post = p.no where p.id = r.object and p.form <> 'notebook')
      when 'comment' then (select jsonb_build_object('text', c.text) from comment c where c.id = r.object)
      when 'guestAnswer' then (
        select jsonb_build_object('title', g.title, 'name', g.name, 'place', g.place, 'interest', g.interest,
          'interestWords', g.interest_words, 'why', g.why, 'link', g.website, 'contact', g.contact)
        from guest_answer g where g.id = r.object)
      when 'person' then (select jsonb_build_object('name', w.name, 'handle', w.handle) from person w where w.id = r.object)
    end`
}

/** The picture that belongs to what report `r` is about; null where there is none. */
export function photoOf(): SQL {
  return sql`
    case r.what
      when 'recommendation' then (
        select h.large from post p join photo h on h.post = p.no where p.id = r.object and p.form <> 'notebook')
      when 'face' then (select f.large from person w join face f on f.person = w.no where w.id = r.object)
    end`
}
