import type { AudiencePreview, Interest, Onward, ShownTie, Verdict } from '@kith/contract'
import { roundAbout, type TrustGraph } from '@kith/trust-graph'
import type { SqlReader } from '../database/client.ts'
import { presentTie } from '../graph/person-presentation.ts'
import { ringKind } from '../graph/voice-rows.ts'
import type { OwnAudience } from './audience-store.ts'

/** What of a post decides how far it goes. */
export interface Travelling {
  readonly audience: OwnAudience
  readonly onward: Onward
  readonly interest: Interest | null
  readonly verdict: Verdict
  /** The post itself, if there is one yet: whoever it is addressed to can see it too. */
  readonly post?: number
}

// A paid post and a warning go no further than the audience.
function onwardOf({
  onward,
  interest,
  verdict,
}: Pick<Travelling, 'onward' | 'interest' | 'verdict'>): Onward {
  return interest === 'paid' || verdict === 'against' ? 0 : onward
}

/** Who can see a post of that audience now: ring 1 from the tables, exactly and by name; beyond it "about" or nothing. */
export async function previewAudience(
  deps: { readonly sql: SqlReader; readonly engine: TrustGraph },
  author: number,
  travelling: Travelling,
): Promise<AudiencePreview> {
  const { audience } = travelling
  if (audience.form === 'notebook') return { ring1: [], about: null }
  const ring1 = await selectRing1(deps.sql, author, audience, travelling.post)
  const { beyond, carriers } = deps.engine.preview(author, audience, onwardOf(travelling))
  return { ring1, about: roundAbout(beyond, carriers) ?? null }
}

interface TieRow {
  id: string
  handle: string
  name: string
  photo: string | null
  closeness: number | null
  ring: ShownTie['ring'] | null
}

async function selectRing1(
  sql: SqlReader,
  author: number,
  audience: Extract<OwnAudience, { form: 'ties' }>,
  post: number | undefined,
): Promise<ShownTie[]> {
  const rows = await sql<TieRow[]>`
    select other.id, other.handle, other.name, other.image as photo, side.closeness, ring.kind as ring
    from tie_side side
    join tie t on t.id = side.tie_id and t.ended_at is null
    join person other on other.no = side.other
    left join lateral (${ringKind(sql, sql`side.owner`, sql`side.other`)}) ring on true
    where side.owner = ${author}
      and (
        exists (select from addressing a where a.post = ${post ?? null}::int and a.person = side.other)
        -- Whatever he said: a no must look like silence.
        or exists (select from candidacy c where c.post = ${post ?? null}::int and c.person = side.other)
        or not side.other = any(${[...audience.excepted]}::int[])
        and (
          ${audience.all} or side.other = any(${[...audience.singles]}::int[])
          or exists (
            select from circle_member m
            where m.owner = side.owner and m.other = side.other and m.circle = any(${[...audience.circles]}::int[])
          )
        )
      )
    order by lower(other.name), other.handle`
  return rows.map((row) => presentTie(row, row))
}
