import type { Ask, Voice } from '@kith/contract'

/** What is explained of any post, a recommendation or an ask. */
export interface Told extends Pick<Voice, 'post' | 'person' | 'chain' | 'way' | 'language' | 'created'> {
  room: 'recommendations' | 'asks'
  title: string
  kind: Voice['subject']['kind']
  /** What is said beside the title. */
  said: string | null
}

export function toldVoice(voice: Voice): Told {
  const { title, kind } = voice.subject
  return { ...voice, room: 'recommendations', title, kind, said: voice.words.why }
}

export function toldAsk(ask: Ask): Told {
  const { title, kind, words } = ask.wish
  return { ...ask, room: 'asks', title, kind, said: words }
}
