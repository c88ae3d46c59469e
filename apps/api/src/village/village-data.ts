import { readFileSync } from 'node:fs'
import {
  Basis,
  CircleKind,
  Closeness,
  Handle,
  Hours,
  Interest,
  Language,
  LIMITS,
  line,
  Onward,
  prose,
  SubjectKind,
  Verdict,
} from '@kith/contract'
import { z } from 'zod'

const Key = z.string().regex(/^[a-z0-9-]+$/)
const Days = z.int().min(0).max(700)
/** The age within the day of what is of today. */
const HoursAgo = z.int().min(1).max(23).optional()

const VillagePerson = z.strictObject({
  key: Key,
  name: line(LIMITS.name),
  handle: Handle,
  email: z.email(),
  language: Language,
  place: line(LIMITS.place),
  open: z.boolean(),
  carries: z.boolean(),
  /** Circles beside the seven ready-made ones. */
  own: z
    .array(z.strictObject({ key: Key, kind: CircleKind, name: line(LIMITS.circleName) }))
    .max(3)
    .default([]),
  askMe: z
    .array(z.strictObject({ kind: SubjectKind, text: line(LIMITS.detail) }))
    .max(3)
    .default([]),
})
export type VillagePerson = z.infer<typeof VillagePerson>

/** A ready-made circle by its kind, or one of the owner's own by its key. */
const CircleKeys = z.array(Key).max(LIMITS.circles)

const VillageTie = z.strictObject({
  a: Key,
  b: Key,
  /** What a says of b, then what b says of a; null is unsorted. */
  closeness: z.tuple([Closeness.nullable(), Closeness.nullable()]),
  /** The circles of a that b is in, then those of b that a is in. */
  circles: z.tuple([CircleKeys, CircleKeys]),
  paused: z.tuple([z.boolean(), z.boolean()]).default([false, false]),
})
export type VillageTie = z.infer<typeof VillageTie>

const VillageSubject = z.strictObject({
  key: Key,
  kind: SubjectKind,
  title: line(LIMITS.title),
  place: line(LIMITS.place).optional(),
  creator: line(LIMITS.creator).optional(),
  year: z.int().min(1900).max(2100).optional(),
  trade: line(LIMITS.detail).optional(),
  region: line(LIMITS.detail).optional(),
  role: line(LIMITS.detail).optional(),
  field: line(LIMITS.detail).optional(),
})
export type VillageSubject = z.infer<typeof VillageSubject>

const VillageAudience = z.union([
  z.literal('notebook'),
  z.strictObject({ club: Key }),
  z.strictObject({
    all: z.boolean().default(false),
    circles: CircleKeys.default([]),
    singles: z.array(Key).default([]),
    except: z.array(Key).default([]),
  }),
])
export type VillageAudience = z.infer<typeof VillageAudience>

const VillagePost = z.strictObject({
  author: Key,
  audience: VillageAudience,
  onward: Onward,
  language: Language,
  /** Age when the village is seeded. */
  daysAgo: Days,
  hoursAgo: HoursAgo,
})
export type VillagePost = z.infer<typeof VillagePost>

const VillageRecommendation = VillagePost.extend({
  subject: Key,
  verdict: Verdict,
  why: prose(LIMITS.why),
  basis: Basis,
  forWhom: line(LIMITS.fit).optional(),
  notForWhom: line(LIMITS.fit).optional(),
  price: line(LIMITS.detail).optional(),
  when: line(LIMITS.detail).optional(),
  link: z
    .url({ protocol: /^https$/ })
    .max(LIMITS.link)
    .optional(),
  contact: line(LIMITS.contact).optional(),
  interest: Interest,
  interestWords: line(LIMITS.interestWords).optional(),
  partnersSought: z.boolean().default(false),
  occasion: line(LIMITS.detail).optional(),
  hours: Hours.optional(),
  /** The last day of a job, counted from the seeding. */
  endsInDays: z.int().min(1).max(120).optional(),
  stillTrueDaysAgo: Days.optional(),
})
export type VillageRecommendation = z.infer<typeof VillageRecommendation>

const VillageClub = z.strictObject({
  key: Key,
  name: line(LIMITS.clubName),
  about: line(LIMITS.clubAbout),
  host: Key,
  /** Who is in it beside the host. */
  members: z.array(Key),
  /** When the host founded it and the others joined. */
  daysAgo: Days,
  /** Not answered yet. */
  invitations: z.array(z.strictObject({ from: Key, to: Key, daysAgo: Days })),
})
export type VillageClub = z.infer<typeof VillageClub>

/** A recommendation of the helper's own, named by its subject. */
const VillageAnswer = z.strictObject({ helper: Key, subject: Key, daysAgo: Days, hoursAgo: HoursAgo })
export type VillageAnswer = z.infer<typeof VillageAnswer>

/** How an ask was closed. */
const VillageResult = z.strictObject({
  solved: z.boolean(),
  daysAgo: Days,
  /** Through whose answer. */
  through: Key.optional(),
  /** The word of thanks for it, and who stands between, from whoever asked on. */
  thanks: z.strictObject({ words: prose(LIMITS.thanks), carriers: z.array(Key).max(2) }).optional(),
})
export type VillageResult = z.infer<typeof VillageResult>

const VillageAsk = VillagePost.extend({
  kind: SubjectKind,
  title: line(LIMITS.title),
  words: prose(LIMITS.ask),
  place: line(LIMITS.place).optional(),
  trade: line(LIMITS.detail).optional(),
  region: line(LIMITS.detail).optional(),
  urgent: z.boolean().default(false),
  role: line(LIMITS.detail).optional(),
  field: line(LIMITS.detail).optional(),
  hours: Hours.optional(),
  /** The last day, counted from the seeding; before it where its time ran out. */
  endsInDays: z.int().min(-700).max(LIMITS.askDays),
  answers: z.array(VillageAnswer).default([]),
  /** Absent while it is open, and where its time ran out. */
  result: VillageResult.optional(),
})
export type VillageAsk = z.infer<typeof VillageAsk>

export interface Village {
  readonly people: readonly VillagePerson[]
  readonly ties: readonly VillageTie[]
  readonly subjects: readonly VillageSubject[]
  readonly recommendations: readonly VillageRecommendation[]
  readonly clubs: readonly VillageClub[]
  readonly asks: readonly VillageAsk[]
}

/** The demo village as it is written out beside this file; throws if a file is not what the schemas say. */
export function readVillage(): Village {
  return {
    people: z.array(VillagePerson).parse(readJson('people')),
    ties: z.array(VillageTie).parse(readJson('ties')),
    subjects: z.array(VillageSubject).parse(readJson('subjects')),
    recommendations: z.array(VillageRecommendation).parse(readJson('recommendations')),
    clubs: z.array(VillageClub).parse(readJson('clubs')),
    asks: z.array(VillageAsk).parse(readJson('asks')),
  }
}

/** Four people through whose eyes a visitor may look around, and who they are. */
export const LOOK_AROUND_AS = [
  {
    key: 'johanna',
    en: '34, teaches at the primary school and sings in the choir; half of Kirchlau greets her.',
    de: '34, unterrichtet an der Volksschule und singt im Chor; halb Kirchlau grüßt sie.',
  },
  {
    key: 'josef',
    en: '81, widower, thirty-four years with the railway; few ties, and all of them old.',
    de: '81, verwitwet, vierunddreißig Jahre bei der Bahn; wenige Verbindungen, dafür alte.',
  },
  {
    key: 'adnan',
    en: '33, electrician with a van, business partners and a place in the fire brigade.',
    de: '33, Elektriker mit Firmenbus, geschäftlichen Verbindungen und Platz bei der Feuerwehr.',
  },
  {
    key: 'priya',
    en: '32, junior doctor from Chennai, one year in the valley; reads English first.',
    de: '32, Assistenzärztin aus Chennai, seit einem Jahr im Tal; liest zuerst Englisch.',
  },
] as const

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8'))
}
