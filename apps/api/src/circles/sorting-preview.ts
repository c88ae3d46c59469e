import { LIMITS, type SortingPreview } from '@kith/contract'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '../database/client.ts'

/** A sorting, by numbers; `others` undefined: somebody who is no tie yet. */
export interface Sorting {
  readonly owner: number
  readonly others: readonly number[] | undefined
  readonly add: readonly number[]
  readonly remove: readonly number[]
  readonly now: Date
}

const Rows = z.array(z.object({ title: z.string(), opens: z.boolean(), closes: z.boolean() }))

/**
 * Which of the owner's own posts a sorting would open to at least one of these persons, and which it would close; what is
 * only a note, waits for a yes or has expired is seen by nobody either way. O(posts of the circles concerned · persons).
 */
export async function previewSorting(db: Db, sorting: Sorting): Promise<SortingPreview> {
  const statement = sorting.others === undefined ? forNewcomer(sorting) : forTies(sorting, sorting.others)
  const rows = Rows.parse(await db.execute(statement))
  const some = (which: 'opens' | 'closes') => {
    const titles = rows.filter((row) => row[which]).map(({ title }) => title)
    return { count: titles.length, titles: titles.slice(0, LIMITS.namedPerSorting) }
  }
  return { opens: some('opens'), closes: some('closes') }
}

function forNewcomer({ owner, add, now }: Sorting) {
  return sql`
    select r.title, true as opens, false as closes
    from post p join recommendation r on r.post = p.no
    where ${travels(owner, now)} and (p.all_ties or ${isFor(numbers(add))})
    order by p.no desc`
}

// Only what is for one of these circles, and not for everybody anyway, can change by them.
function forTies({ owner, add, remove, now }: Sorting, others: readonly number[]) {
  const held = sql`array(select m.circle from circle_member m where m.owner = ${owner} and m.other = o.no)`
  const kept = sql`array(select unnest(${held}) except select unnest(${numbers(remove)}))`
  return sql`
    select r.title, bool_or(not before and after) as opens, bool_or(before and not after) as closes
    from post p join recommendation r on r.post = p.no
    cross join unnest(${numbers(others)}) as o(no)
    cross join lateral (
      select ${isFor(held)} as before, ${isFor(sql`(${kept} || ${numbers(add)})`)} as after
    ) standing
    where ${travels(owner, now)} and not p.all_ties and ${isFor(numbers([...add, ...remove]))}
      and not exists (select from post_person x where x.post = p.no and x.person = o.no)
    group by p.no, r.title
    order by p.no desc`
}

function travels(owner: number, now: Date) {
  return sql`(p.author = ${owner} and p.form = 'ties' and p.deleted_at is null
    and (p.expires_at is null or p.expires_at > ${now.toISOString()}::timestamptz))`
}

function isFor(circles: ReturnType<typeof sql>) {
  return sql`exists (select from post_circle pc where pc.post = p.no and pc.circle = any(${circles}))`
}

function numbers(list: readonly number[]) {
  return sql`${`{${list.join(',')}}`}::int[]`
}
