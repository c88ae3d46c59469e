/** Every limit that a person can run into, in one place, so that web and API say the same. */
export const LIMITS = {
  name: 80,
  handle: 30,
  handleChangesPerMonth: 3,
  password: { min: 10, max: 128 },
  passkeys: 10,
  passkeyName: 60,
  title: 120,
  place: 120,
  creator: 120,
  why: 1000,
  fit: 200,
  detail: 120,
  link: 500,
  /** A link as it is pasted, with all that was added to it. */
  pastedLink: 2000,
  /** Where a push service takes calls for a device. */
  pushAddress: 1000,
  photoWords: 200,
  /** Of a photo as it is sent. */
  photoBytes: 12_000_000,
  photoPixels: 50_000_000,
  reason: 200,
  thanks: 400,
  comment: 1000,
  commentsPerDay: 100,
  message: 2000,
  /** With which one reports something, and appeals. */
  reportWords: 500,
  reportsPerDay: 10,
  /** Why an operator opens something, for whoever wrote it to read. */
  lookWhy: 300,
  /** For so long it is open to him. */
  lookMinutes: 60,
  /** Undecided, a look is shown to whoever is concerned after so long at the latest. */
  lookHiddenDays: 14,
  decisionReasons: 1000,
  appealDays: 30,
  /** For so long a decided case is kept. */
  caseKeptDays: 180,
  objectionEntry: 300,
  objectionWhy: 1000,
  /** In which an objection is confirmed by its mail. */
  objectionConfirmDays: 2,
  /** Opened at once for an objection. */
  foundPerObjection: 20,
  /** Of the sign-ups that an operator sees. */
  signUpDays: 14,
  sentence: 300,
  passSentence: 200,
  passesPerDay: 50,
  contact: 300,
  interestWords: 200,
  search: 200,
  note: 1000,
  askable: 120,
  askables: 7,
  ask: 600,
  openAsks: 10,
  /** From today to the last day of an ask. */
  askDays: 90,
  /** With which one person answers one ask. */
  answersPerAsk: 5,
  /** Shown of those who could know what somebody asks. */
  knowing: 8,
  /** Shown of the asks that somebody could answer. */
  answerable: 5,
  /** Standing of those that came by one link of an ask. */
  answersPerLink: 20,
  /** What somebody seeks by an introduction and why, and what whoever brings two together says to one of them. */
  introductionWords: 600,
  introductionLine: 200,
  /** For so long an introduction looks open, whatever becomes of it. */
  introductionDays: 14,
  /** For so long it is listed; what came of nothing is gone then. */
  introductionKeptDays: 60,
  introductionsListed: 100,
  openIntroductions: 10,
  /** Of whom one could bring together, shown at once. */
  introductionHints: 5,
  /** By which one person brings others together. */
  offersPerDay: 20,
  circleName: 40,
  circles: 16,
  /** Sorted at once. */
  sortedAtOnce: 500,
  /** Named of what a sorting opens or closes; the others are counted. */
  namedPerSorting: 3,
  /** What a source calls a thing. */
  importKey: 240,
  /** Brought, or taken back, in one transaction. */
  importBatch: 50,
  importLook: 500,
  /** Of a file that is read on the device. */
  importBytes: 10_000_000,
  importRows: 10_000,
  /** Of a file of contacts, read there as well: most of it are photos, which nobody looks at. */
  contactBytes: 50_000_000,
  clubName: 60,
  clubAbout: 160,
  /** That one person is in. */
  clubs: 50,
  clubMembers: 500,
  /** Of one member's, in all his clubs together. */
  openClubInvitations: 100,
  clubInvitationDays: 30,
  /** For so long a join code is good, as its maker says. */
  joinCodeHours: [1, 3, 12, 24],
  ties: 10_000,
  newTiesPerWeek: 50,
  openTieRequests: 30,
  tieRequestDays: 30,
  /** One by one in the picture of my network, and beyond each of them. */
  drawnTies: 150,
  drawnBeyond: 3,
  openInvitations: 50,
  invitationDays: 30,
  sittingTogetherMinutes: 10,
  /** Names on the private list of whom to invite. */
  toInvite: 200,
  enclosures: 3,
  singles: 200,
  postsPerDay: 30,
  blocksPerDay: 10,
  blockDays: 7,
  /** Kept for a person; the oldest fall out. */
  notifications: 200,
  /** For so long somebody's word on a subject of mine is news. */
  newVoiceDays: 60,
  linesPerNotification: 5,
  /** Kept of a post; the oldest fall out. */
  audienceChanges: 20,
  namedPerChange: 50,
  /** Shown at once of those whom one could turn to, and of those whose closeness is asked for. */
  dueTies: 12,
  closenessQuestions: 3,
  /** Looked through for the letters of all seasons, each way: the newest. */
  favours: 400,
  /** For so long somebody is told that the letter of a season is there. */
  letterDays: 14,
  page: 20,
  membersPage: 50,
  messagesPerPage: 30,
  voicesPerCard: 3,
  moreVoices: 20,
  voicesPerSubject: 200,
  positions: 8,
} as const
