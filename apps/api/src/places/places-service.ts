import type { Place, PlaceQuery, Places } from '@kith/contract'
import type { Sql } from '../database/client.ts'
import type { Viewer } from '../http/context.ts'

const SHOWN = 8

export interface PlacesService {
  suggest(viewer: Viewer, query: PlaceQuery): Promise<Places>
  /** One entry by its number, as its reader calls it; undefined where there is none. */
  read(viewer: Viewer, id: number): Promise<Place | undefined>
}

export function createPlaces(sql: Sql): PlacesService {
  const nameFor = ({ no }: Viewer) => sql`
    case when (select language from person where no = ${no}) = 'de' then coalesce(p.german_name, p.name) else p.name end`
  return {
    suggest: async (viewer, { q }) => {
      const beginning = `${q.replace(/[\\%_]/g, '\\$&')}%`
      const places = await sql<Place[]>`
        select p.id, ${nameFor(viewer)} as name, p.country, p.region from place p
        where p.folded like kith_folded(${beginning}) or p.german_folded like kith_folded(${beginning})
        order by p.population desc, p.id limit ${SHOWN}`
      return { places: [...places] }
    },
    read: async (viewer, id) => {
      const [place] = await sql<Place[]>`
        select p.id, ${nameFor(viewer)} as name, p.country, p.region from place p where p.id = ${id}`
      return place
    },
  }
}
