import {
  type AudienceClass,
  type Candidate,
  type Photo,
  PostId,
  type Subject,
  SubjectId,
  type Voice,
  type Words,
} from '@kith/contract'
import { isFading } from './fading.ts'
import { type CheckedWitness, named, presentChain, presentPerson, presentTie } from './person-presentation.ts'
import { authorOf, checkedWitness, presentClub, toldClass } from './told-presentation.ts'
import type { VoiceRow } from './voice-rows.ts'
import type { Proposal } from './witness-check.ts'

/** A voice that the database accepted, as it is shown, with what its reader's own pages need beside it. */
export interface CheckedVoice {
  readonly proposal: Proposal
  /** Whether the viewer's own settings let him hear it; floor and K are the engine's. */
  readonly heard: boolean
  readonly voice: Voice
  readonly onward: 0 | 1 | 2
  readonly since: Date
}

export function presentVoice(row: VoiceRow, proposal: Proposal, now: Date): CheckedVoice {
  const witness = checkedWitness(row, proposal)
  return {
    proposal,
    heard: row.heard,
    voice: {
      post: PostId.parse(row.postId),
      person: presentPerson(authorOf(row), witness),
      chain: presentChain(witness),
      way: witness.way,
      subject: presentSubject(row),
      verdict: row.verdict,
      interest: row.interest,
      words: presentWords(row),
      photo: presentPhoto(row),
      language: row.language,
      created: row.created.toISOString(),
      stillTrue: row.since > row.created ? row.since.toISOString() : null,
      fading: isFading(row.kind, row.since, now),
      edited: row.edited,
      audience: witness.way === 'addressed' ? addressedClass(row) : audienceClass(row),
      club: presentClub(row),
      remembered: row.remembered ? { reason: row.reason } : null,
      thanked: row.thanked ? { words: row.thanksWords } : null,
      candidate: row.hasCandidate ? presentCandidate(row) : null,
    },
    onward: row.onward,
    since: row.since,
  }
}

// He is shown by himself, not by the chain that the post came along.
function presentCandidate(row: VoiceRow): Candidate {
  const { agreed, asked, candidateCloseness: closeness, candidateRing: ring } = row
  const person = named(row.candidateId, row.candidateHandle, row.candidateName, row.candidatePhoto)
  const witness: CheckedWitness = asked
    ? { way: 'own' }
    : { way: 'addressed', tie: person && presentTie(person, { closeness, ring }) }
  return { person: presentPerson(person, witness), agreed, asked: asked?.toISOString() ?? null }
}

/** To whom it is addressed beside the club that it is for: that there is a club only its members know. */
function addressedClass(row: VoiceRow): AudienceClass {
  return row.form === 'club' && row.clubId === null ? 'chosen' : audienceClass(row)
}

/** All that a reader learns of an audience: a paid post and a warning go no further than it. */
export function audienceClass(
  row: Pick<VoiceRow, 'form' | 'allTies' | 'onward' | 'hasCircles' | 'interest' | 'verdict'>,
): AudienceClass {
  const travels = row.interest !== 'paid' && row.verdict === 'recommend'
  return toldClass(travels ? row : { ...row, onward: 0 })
}

function presentSubject(row: VoiceRow): Subject {
  return {
    id: SubjectId.parse(row.subjectId),
    kind: row.kind,
    title: row.title,
    place: row.subjectPlace,
    ...(row.placeId === null ? {} : { placeId: row.placeId }),
    creator: row.creator,
    year: row.year,
    trade: row.trade,
    region: row.region,
    role: row.role,
    field: row.field,
  }
}

function presentPhoto(row: VoiceRow): Photo | null {
  const { photoVersion: version, photoWords: words, photoWidth: width, photoHeight: height } = row
  return version === null ? null : { version, words, width, height }
}

function presentWords(row: VoiceRow): Words {
  return {
    why: row.why,
    forWhom: row.forWhom,
    notForWhom: row.notForWhom,
    basis: row.basis,
    when: row.whenSaid,
    price: row.price,
    link: row.link,
    contact: row.contact,
    interestWords: row.interestWords,
    partnersSought: row.partnersSought,
    occasion: row.occasion,
    hours: row.hours,
    ends: row.ends,
  }
}
