import { z } from 'zod'
import { ClubId, ClubInvitationId, PersonId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { NamedPerson, Self, ShownPerson, ShownTie } from './people.ts'
import { line } from './text.ts'

/** A shared group as one of its members sees it. */
export const Club = z.object({
  id: ClubId,
  name: z.string(),
  /** One line of what it is. */
  about: z.string().nullable(),
  /** Null where its host and I do not see each other. */
  host: ShownPerson.nullable(),
  /** The members whom I see, myself among them. */
  count: z.int(),
  /** Whether I hear nothing of it for now. */
  paused: z.boolean(),
})
export type Club = z.infer<typeof Club>

/** A tie of mine wants me in a club. */
export const ClubInvitation = z.object({
  id: ClubInvitationId,
  club: z.object({ name: z.string(), about: z.string().nullable() }),
  from: ShownTie,
  made: z.iso.datetime(),
})
export type ClubInvitation = z.infer<typeof ClubInvitation>

/** Those that I am in, by name, and those that I am invited to, the latest first. */
export const Clubs = z.object({ clubs: z.array(Club), invitations: z.array(ClubInvitation) })
export type Clubs = z.infer<typeof Clubs>

const About = line(LIMITS.clubAbout).nullable()

export const MakeClub = z.strictObject({ name: line(LIMITS.clubName), about: About })
export type MakeClub = z.infer<typeof MakeClub>

/** What its host changes. */
export const ChangeClub = z.strictObject({ name: line(LIMITS.clubName), about: About }).partial()
export type ChangeClub = z.infer<typeof ChangeClub>

/** What a member keeps about it: nobody is told. */
export const ChangeMembership = z.strictObject({ paused: z.boolean() })
export type ChangeMembership = z.infer<typeof ChangeMembership>

export const MembersQuery = z.strictObject({
  /** Letters of a name or a handle. */
  q: z.string().trim().max(LIMITS.name).optional(),
  cursor: z.string().max(600).optional(),
})
export type MembersQuery = z.infer<typeof MembersQuery>

/** By name. Two of whom one has blocked the other do not see each other here. */
export const ClubMembers = z.object({
  members: z.array(z.discriminatedUnion('shown', [Self, ShownTie, NamedPerson])),
  /** How many of those whom I see are meant, on this page or not. */
  count: z.int(),
  cursor: z.string().nullable(),
})
export type ClubMembers = z.infer<typeof ClubMembers>

/** The member who is to be its host. */
export const HandOverClub = z.strictObject({ person: PersonId })
export type HandOverClub = z.infer<typeof HandOverClub>

/** One of my ties whom I want in a club of mine. */
export const InviteToClub = z.strictObject({ person: PersonId })
export type InviteToClub = z.infer<typeof InviteToClub>

/** Declined and unanswered look the same until it ends. */
export const SentClubInvitation = z.object({
  id: ClubInvitationId,
  to: ShownTie,
  made: z.iso.datetime(),
  expires: z.iso.datetime(),
})
export type SentClubInvitation = z.infer<typeof SentClubInvitation>

export const SentClubInvitations = z.object({ invitations: z.array(SentClubInvitation) })
export type SentClubInvitations = z.infer<typeof SentClubInvitations>

export const MakeJoinCode = z.strictObject({
  hours: z.union(LIMITS.joinCodeHours.map((hours) => z.literal(hours))),
  /** So many may join by it. */
  most: z.int().min(1).max(LIMITS.clubMembers),
})
export type MakeJoinCode = z.infer<typeof MakeJoinCode>

/** A join code that is good now, as the host sees it. */
export const JoinCode = z.object({
  /** Answered once, when it is made: two groups of letters and digits that cannot be mistaken for each other. */
  code: z.string().nullable(),
  expires: z.iso.datetime(),
  most: z.int(),
  /** Those who joined by it and whom the host sees. */
  joined: z.int(),
})
export type JoinCode = z.infer<typeof JoinCode>

export const JoinCodeNow = z.object({ code: JoinCode.nullable() })
export type JoinCodeNow = z.infer<typeof JoinCodeNow>

/** A join code as somebody types it, however he writes it. */
export const TypedJoinCode = z
  .string()
  .max(40)
  .transform((typed) => typed.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase())

/** What the right code shows. */
export const JoinPage = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('live'),
    club: z.object({ name: z.string(), about: z.string().nullable() }),
    expires: z.iso.datetime(),
  }),
  z.object({ state: z.literal('member'), club: ClubId }),
  /** Its time is over, or the host ended it; or as many joined as may. */
  z.object({ state: z.enum(['ended', 'full']) }),
])
export type JoinPage = z.infer<typeof JoinPage>
