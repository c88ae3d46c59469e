import { type Telling, type TellingTime, USUAL_TELLING } from '@kith/contract'
import { eq, isNull, lt, sql } from 'drizzle-orm'
import type { Db, Sql } from '../database/client.ts'
import { person } from '../database/tables/person-tables.ts'
import { tellingChoice, tellingMark } from '../database/tables/telling-tables.ts'

/** Somebody who may be told what is new, and how he wants to be. */
export interface Reader {
  readonly no: number
  readonly name: string
  readonly language: string | null
  readonly timeZone: string
  readonly telling: Telling
  /** Null where no mails go to him: he wants none, is of the demo village, or his address is to be confirmed and is not. */
  readonly mailbox: Mailbox | null
}

export interface Mailbox {
  readonly email: string
  /** Up to when mails told what is new. */
  readonly told: Date
}

/** Since when, and until when, somebody counts as being told. */
export interface Taking {
  readonly now: Date
  readonly until: Date
}

/** The choice that holds in a time zone, and the moment since which those of that choice are to be told. */
export interface Due {
  readonly time: TellingTime
  readonly timeZone: string
  readonly since: Date
}

const MOST_IN_A_ROUND = 5_000

/** How somebody wants to be told. */
export async function findTelling(db: Db, no: number): Promise<Telling> {
  const [row] = await db.select().from(tellingChoice).where(eq(tellingChoice.person, no))
  return tellingOf(row ?? null)
}

/** Keeps how somebody wants to be told. */
export async function saveTelling(tx: Db, no: number, telling: Telling): Promise<void> {
  await tx
    .insert(tellingChoice)
    .values({ person: no, ...telling })
    .onConflictDoUpdate({ target: tellingChoice.person, set: telling })
}

/** Sends somebody no mails any more; of nobody there is nothing to keep. */
export async function endMails(tx: Db, no: number): Promise<void> {
  const { time, quietFrom, quietTo } = USUAL_TELLING
  await tx.execute(sql`
    insert into ${tellingChoice} (person, time, mail, quiet_from, quiet_to)
    select no, ${time}, false, ${quietFrom}::int, ${quietTo}::int from ${person} where no = ${no}
    on conflict (person) do update set mail = false`)
}

/** In which time zones people are. */
export async function listTimeZones(read: Sql): Promise<string[]> {
  const rows = await read<{ timeZone: string }[]>`select distinct time_zone as "timeZone" from person`
  return rows.map(({ timeZone }) => timeZone)
}

/** Who was not told since what is due, by mail or on a device, those first who wait longest. One pass over the people. */
export async function listWaiting(
  read: Sql,
  { due, now, verifies }: { due: readonly Due[]; now: Date; verifies: boolean },
): Promise<number[]> {
  const rows = await read<{ no: number }[]>`
    with due as (select * from unnest(${due.map(({ timeZone }) => timeZone)}::text[], ${due.map(({ time }) => time)}::text[],
      ${due.map(({ since }) => since.toISOString())}::timestamptz[]) d (time_zone, time, since)),
    way as (
      select p.no, p.time_zone, coalesce(m.as_of, p.created_at) as as_of, m.taken_until
      from person p
      left join telling_choice c on c.person = p.no
      left join telling_mark m on m.person = p.no
      where coalesce(c.mail, ${USUAL_TELLING.mail}) and not p.demo and p.leaving_at is null
        and (p.email_verified or not ${verifies})
      union all
      select p.no, p.time_zone, v.as_of, v.taken_until
      from telling_device v
      join session s on s.id = v.session and s.expires_at > now()
      join person p on p.id = s.person_id
    )
    select w.no from way w
    left join telling_choice c on c.person = w.no
    join due d on d.time_zone = w.time_zone and d.time = coalesce(c.time, ${USUAL_TELLING.time})
    where w.as_of < d.since and (w.taken_until is null or w.taken_until < ${now.toISOString()}::timestamptz)
    group by w.no order by min(w.as_of) limit ${MOST_IN_A_ROUND}`
  return rows.map(({ no }) => no)
}

/** Who it is; with a mail server an address is to be confirmed. */
export async function findReader(db: Db, no: number, verifies: boolean): Promise<Reader | undefined> {
  const [row] = await db
    .select({ person, choice: tellingChoice, mark: tellingMark })
    .from(person)
    .leftJoin(tellingChoice, eq(tellingChoice.person, person.no))
    .leftJoin(tellingMark, eq(tellingMark.person, person.no))
    .where(eq(person.no, no))
  if (row === undefined) return undefined
  const { email, emailVerified, demo, leavingAt, name, language, timeZone, createdAt } = row.person
  const telling = tellingOf(row.choice)
  const hasMails = telling.mail && !demo && leavingAt === null && (emailVerified || !verifies)
  const mailbox = hasMails ? { email, told: row.mark?.asOf ?? createdAt } : null
  return { no, name, language, timeZone, telling, mailbox }
}

/** Takes it on to tell somebody by mail, unless somebody else has. */
export async function takeMailOn(db: Db, no: number, told: Date, { now, until }: Taking): Promise<boolean> {
  const taken = await db
    .insert(tellingMark)
    .values({ person: no, asOf: told, takenUntil: until })
    .onConflictDoUpdate({
      target: tellingMark.person,
      set: { takenUntil: until },
      setWhere: sql`${eq(tellingMark.asOf, told)}
        and (${isNull(tellingMark.takenUntil)} or ${lt(tellingMark.takenUntil, now)})`,
    })
    .returning({ person: tellingMark.person })
  return taken.length > 0
}

/** A mail told him what was new up to then. */
export async function saveMailTold(db: Db, no: number, asOf: Date): Promise<void> {
  await db.update(tellingMark).set({ asOf, takenUntil: null }).where(eq(tellingMark.person, no))
}

function tellingOf(row: typeof tellingChoice.$inferSelect | null): Telling {
  if (row === null) return USUAL_TELLING
  const { time, mail, quietFrom, quietTo } = row
  return { time: asTime(time), mail, quietFrom, quietTo }
}

function asTime(time: string): TellingTime {
  return time === 'atOnce' || time === 'evening' ? time : 'weekly'
}
