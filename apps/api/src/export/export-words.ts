import type { Language, ShownPerson } from '@kith/contract'

const EN = {
  title: (name: string) => `What is ${name}’s at Kith`,
  lead: (day: string) =>
    `Taken along on ${day}. It is for you alone: it holds what others told you. All of it, with every detail, stands in kith.json as well.`,
  people: 'Your people',
  since: (day: string) => `since ${day}`,
  circles: 'Your circles',
  toInvite: 'Whom you want to invite',
  recommendations: 'What you recommend',
  notebook: 'Your notebook',
  asks: 'What you asked',
  answeredBy: (who: string) => `Answered by ${who}`,
  remembered: 'What you remember',
  thanks: 'Thanks that came back',
  threads: 'Threads',
  clubs: 'Clubs',
  ownWords: 'What you said of what others wrote',
  against: 'You advise against it.',
  interest: { none: 'None.', connected: 'Connected.', paid: 'Paid.' },
  outcome: { helped: 'It helped.', letDown: 'It let me down.' },
  photo: 'The photo that goes with it',
  gone: 'A message that was removed',
  you: 'You',
  somebody: 'Somebody',
  friendOf: (name: string) => `A friend of ${name}’s`,
  friendsFriendOf: (name: string) => `A friend of a friend of ${name}’s`,
  quoted: (text: string) => `“${text}”`,
}

const DE: typeof EN = {
  title: (name) => `Was ${name} bei Kith gehört`,
  lead: (day) =>
    `Mitgenommen am ${day}. Das ist für dich allein: Es steht darin, was andere dir gesagt haben. Alles davon steht in allen Einzelheiten auch in kith.json.`,
  people: 'Deine Leute',
  since: (day) => `seit ${day}`,
  circles: 'Deine Kreise',
  toInvite: 'Wen du einladen willst',
  recommendations: 'Was du empfiehlst',
  notebook: 'Dein Notizbuch',
  asks: 'Was du gefragt hast',
  answeredBy: (who) => `Geantwortet hat: ${who}`,
  remembered: 'Was du dir gemerkt hast',
  thanks: 'Dank, der zurückkam',
  threads: 'Gespräche',
  clubs: 'Vereine',
  ownWords: 'Was du zu anderem gesagt hast',
  against: 'Du rätst davon ab.',
  interest: { none: 'Keines.', connected: 'Verbunden.', paid: 'Bezahlt.' },
  outcome: { helped: 'Hat geholfen.', letDown: 'Hat enttäuscht.' },
  photo: 'Das Foto dazu',
  gone: 'Eine entfernte Nachricht',
  you: 'Du',
  somebody: 'Jemand',
  friendOf: (name) => `Über ${name}`,
  friendsFriendOf: (name) => `Um zwei Ecken über ${name}`,
  quoted: (text) => `„${text}“`,
}

export type ExportWords = typeof EN

/** The words around what is somebody's, in his language. */
export function exportWords(language: Language): ExportWords {
  return language === 'de' ? DE : EN
}

/** Who somebody is for the reader: the rule of names has decided already. */
export function whoWords(person: ShownPerson, words: ExportWords): string {
  switch (person.shown) {
    case 'self':
      return words.you
    case 'somebody':
      return words.somebody
    case 'via':
      return person.rings === 2 ? words.friendOf(person.via.name) : words.friendsFriendOf(person.via.name)
    default:
      return person.name
  }
}
