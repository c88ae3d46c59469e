import type { SubjectPage, Suggestions, SuggestQuery, Voice } from '@kith/contract'
import type { Sql } from '../database/client.ts'
import type { Graph } from '../graph/graph-follower.ts'
import { findSubject, proposeSubject } from '../graph/subject-search.ts'
import { seconds, type VoiceReader } from '../graph/voice-reader.ts'
import type { Viewer } from '../http/context.ts'
import { notFound } from '../http/refusals.ts'
import { suggestSubjects } from './subject-suggestions.ts'

// More than are ever proposed.
const ALL_VOICES = 10_000

export interface SubjectsService {
  /** The viewer's network's view of a subject, his own voice first. */
  read(viewer: Viewer, id: string): Promise<SubjectPage>
  suggest(viewer: Viewer, query: SuggestQuery): Promise<Suggestions>
}

export interface SubjectsDeps {
  readonly sql: Sql
  readonly graph: Graph
  readonly voices: VoiceReader
  readonly now: () => Date
  /** How many heard voices a page shows. */
  readonly mostVoices: number
}

export function createSubjects(deps: SubjectsDeps): SubjectsService {
  const { sql, graph, voices, now, mostVoices } = deps
  return {
    read: async (viewer, id) => {
      const found = await findSubject(sql, viewer.no, id)
      // One more than is shown, to know whether there are more.
      const propose = () => proposeSubject(graph.engine, viewer.no, found, seconds(now()), mostVoices + 1)
      const wanted = { propose, heardOnly: true, perCard: ALL_VOICES }
      const checked = await voices.searchById(wanted, found.horizon)
      // What moved to another subject a moment ago may still stand here for the engine.
      const all = checked.voices.map(({ voice }) => voice).filter(({ subject }) => subject.id === id)
      const beyond = new Set(all.filter(isHeard).slice(mostVoices))
      const shown = all.filter((voice) => !beyond.has(voice))
      const [strongest] = shown
      if (!strongest) throw notFound()
      const mine = shown.some(({ way }) => way === 'own')
      return { subject: strongest.subject, voices: shown, moreBeyond: beyond.size > 0, mine }
    },
    suggest: (viewer, query) => suggestSubjects(deps, viewer.no, query),
  }
}

function isHeard({ way }: Voice): boolean {
  return way === 'chain' || way === 'club'
}
