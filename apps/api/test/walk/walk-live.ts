import { Listener, listen } from '../live-listener.ts'
import { isGranted } from './walk-grants.ts'
import type { Judge } from './walk-oracle.ts'
import { describeSecret, secretsOf, textsIn } from './walk-secrets.ts'
import { peopleOf, type Walked } from './walk-state.ts'

/** Somebody of every kind at a websocket each, who hear what the walk does. */
export interface Ears {
  /** Answers, in words, what anybody was told that he might not know in any of these states, and hears on from here. */
  settle(judges: readonly Judge[]): Promise<string[]>
  close(): void
}

export async function openEars(walked: Walked): Promise<Ears> {
  const host = await listen(walked.world)
  const listeners = new Map<string, Listener>()
  const told = new Map<string, Set<string>>()
  const open = async (key: string) => {
    listeners.get(key)?.close()
    listeners.set(key, await new Listener(host, walked.cast.client(key)).hello())
  }
  const hear = async (key: string, judges: readonly Judge[]): Promise<string[]> => {
    const listener = listeners.get(key)
    if (listener === undefined || walked.deaf.has(key)) {
      walked.deaf.delete(key)
      await open(key)
      return []
    }
    const texts = await listener.settled()
    const known = told.get(key) ?? new Set()
    told.set(key, known)
    return wrongIn(walked, { viewer: key, text: texts.join('\n'), known, judges })
  }
  await Promise.all(peopleOf(walked).map(open))
  return {
    settle: async (judges) => (await Promise.all(peopleOf(walked).map((key) => hear(key, judges)))).flat(),
    close: () => {
      for (const listener of listeners.values()) listener.close()
    },
  }
}

interface Heard {
  readonly viewer: string
  readonly text: string
  /** What this tab was told before: it may be told that it is gone. */
  readonly known: Set<string>
  readonly judges: readonly Judge[]
}

function wrongIn(walked: Walked, { viewer, text, known, judges }: Heard): string[] {
  const secrets = secretsOf(walked)
  return [...textsIn({ text, headers: {} })].flatMap((id) => {
    const [secret] = secrets.get(id) ?? []
    if (secret === undefined || known.has(id)) return []
    const isKnown = judges.some((judge) =>
      isGranted(['seen'], secret, { walked, judge, viewer, url: '', caughtUp: true }),
    )
    if (!isKnown) return [`the websocket of ${viewer} told ${describeSecret(secret)}`]
    known.add(id)
    return []
  })
}
