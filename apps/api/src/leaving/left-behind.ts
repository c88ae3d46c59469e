import { sql } from 'drizzle-orm'
import type { Change } from '../changes/change-kinds.ts'
import type { Db } from '../database/client.ts'

type Changed = (...changes: Change[]) => void

/** Takes somebody out of everything that others have as well, and tells them: clubs, requests, introductions, threads. */
export async function tellLeftBehind(tx: Db, changed: Changed, no: number): Promise<void> {
  await leaveClubs(tx, changed, no)
  const tell = (
    kind: 'requests' | 'introductions' | 'threads' | 'hidden',
    people: Iterable<{ a: number }>,
  ) => {
    for (const { a } of people) if (a !== no) changed({ kind, a })
  }
  tell(
    'requests',
    await tx.execute<{ a: number }>(sql`
      delete from tie_request where from_no = ${no} or to_no = ${no}
      returning case when from_no = ${no} then to_no else from_no end as a`),
  )
  tell('introductions', await endIntroductions(tx, no))
  tell(
    'hidden',
    await tx.execute<{ a: number }>(sql`delete from hidden_voice where person = ${no} returning viewer as a`),
  )
  tell('threads', await leaveThreads(tx, no))
  const circles = await tx.execute<{ b: number }>(
    sql`delete from circle where owner = ${no} returning no as b`,
  )
  changed(...[...circles].map(({ b }) => ({ kind: 'circle' as const, a: no, b })))
  await tx.execute(sql`delete from askable where person = ${no}`)
}

/**
 * A club that he was the host of passes on to whoever has been in it longest. Where nobody else is, it is closed, and of its
 * row nothing is left but what is needed for posts of others that were for it.
 */
async function leaveClubs(tx: Db, changed: Changed, no: number): Promise<void> {
  const hosted = await tx.execute<{ club: number }>(sql`
    update club c set host = (
      select m.person from club_member m where m.club = c.no and m.person <> ${no}
      order by m.joined_at, m.person limit 1
    ) where c.host = ${no} returning c.no as club`)
  await tx.execute(sql`
    update club c set name = '–', about = null
    where c.host is null and c.no in (select m.club from club_member m where m.person = ${no})`)
  await tx.execute(sql`delete from join_code k using club c where c.no = k.club and c.host is null`)
  const invitations = await tx.execute<{ inviter: number; invited: number }>(sql`
    delete from club_invitation where inviter = ${no} or invited = ${no} returning inviter, invited`)
  const left = await tx.execute<{ club: number }>(sql`
    delete from club_member where person = ${no} returning club`)
  changed(...[...left].map(({ club: a }) => ({ kind: 'membership' as const, a, b: no })))
  const concerned = new Set([...invitations].flatMap(({ inviter, invited }) => [inviter, invited]))
  for (const { club } of hosted) {
    const members = await tx.execute<{ a: number }>(
      sql`select person as a from club_member where club = ${club}`,
    )
    for (const { a } of members) concerned.add(a)
  }
  concerned.delete(no)
  changed(...[...concerned].map((a) => ({ kind: 'clubs' as const, a })))
}

/** Those that he had a part in go with him, whatever came of them; of one that asked for him his name goes. */
async function endIntroductions(tx: Db, no: number): Promise<{ a: number }[]> {
  const parts = await tx.execute<{ a: number }>(sql`
    with mine as (
      select i.no from introduction i where i.asker = ${no} or i.broker = ${no} or exists (
        select from introduction_side s where s.introduction = i.no and s.person = ${no}
      )
    )
    select i.broker as a from introduction i join mine using (no)
    union select i.asker from introduction i join mine using (no) where i.asker is not null
    union select s.person from introduction_side s join mine on mine.no = s.introduction where not s.silent`)
  await tx.execute(sql`
    delete from introduction i where i.asker = ${no} or i.broker = ${no} or exists (
      select from introduction_side s where s.introduction = i.no and s.person = ${no}
    )`)
  const asked = await tx.execute<{ asker: number | null; broker: number }>(sql`
    update introduction set wanted = null, wanted_name = null where wanted = ${no} returning asker, broker`)
  const askers = [...asked].flatMap(({ asker, broker }) => (asker === null ? [broker] : [asker, broker]))
  return [...parts, ...askers.map((a) => ({ a }))]
}

/** He is in no thread any more. What the others wrote stays with them; one that nobody is in goes. */
async function leaveThreads(tx: Db, no: number): Promise<{ a: number }[]> {
  const members = await tx.execute<{ a: number }>(sql`
    select distinct o.person as a from thread_member me join thread_member o on o.thread = me.thread
    where me.person = ${no}`)
  const left = await tx.execute<{ thread: number }>(sql`
    delete from thread_member where person = ${no} returning thread`)
  for (const { thread } of left)
    await tx.execute(sql`
      delete from thread t where t.no = ${thread}
        and not exists (select from thread_member o where o.thread = t.no)`)
  return [...members]
}
