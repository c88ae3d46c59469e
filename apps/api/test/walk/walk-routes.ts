import * as askLinks from './acts-ask-links.ts'
import * as askables from './acts-askables.ts'
import * as asks from './acts-asks.ts'
import * as candidacies from './acts-candidacies.ts'
import * as care from './acts-care.ts'
import * as clubs from './acts-club.ts'
import * as faces from './acts-faces.ts'
import * as forMe from './acts-for-me.ts'
import * as introductions from './acts-introductions.ts'
import * as kept from './acts-kept.ts'
import * as likeness from './acts-likeness.ts'
import * as links from './acts-links.ts'
import * as passkeys from './acts-passkeys.ts'
import * as people from './acts-people.ts'
import * as posts from './acts-posts.ts'
import * as reports from './acts-reports.ts'
import * as thanks from './acts-thanks.ts'
import * as threads from './acts-threads.ts'
import type { Act } from './walk-acts.ts'
import type { Holding } from './walk-grants.ts'

/**
 * Every route of the API, and what the walk makes of it. A route of the description that does not stand here fails the test.
 *
 * To add a route, add one entry: `holds` says by which rules its answers may hold what belongs to somebody (see
 * `walk-grants.ts`); `act` lets it be done as its own people would (see `acts-*.ts`), and tells the account of the cast what
 * it meant. How outsiders ask it is drawn from its entry in `QUESTIONS` (`world-*-questions.ts`).
 */
export interface WalkedRoute {
  readonly holds: readonly Holding[]
  readonly act?: Act
  /** How often it is drawn beside the others; 1 if it is not said. */
  readonly weight?: number
}

const NOTHING: WalkedRoute = { holds: [] }
// Of which the walk learns nothing by asking often, as where there is something for nobody on it.
const SELDOM: WalkedRoute = { holds: [], weight: 0.2 }
// A card, with its voices and the ties by which they came.
const VOICES: readonly Holding[] = ['me', 'ties', 'own']
// Whoever reads a tie of his reads the circles that it is in.
const TIES: readonly Holding[] = ['me', 'ties', 'circles']
// Who has to do with them, and the thread that they lead to.
const INTRODUCTIONS: readonly Holding[] = ['me', 'ties', 'introductions']
// What is the reader's, and what of others is shown to him, as it is shown where it stands.
const EVERYTHING: readonly Holding[] = [
  ...['me', 'sessions', 'passkeys', 'ties', 'circles', 'requests', 'blocked', 'invitations', 'own'],
  ...['seen', 'said', 'thanks', 'askables', 'helpers'],
  ...['club invitations', 'threads', 'introductions', 'members'],
] as const
// A club of the reader’s, with who is in it.
const CLUB: readonly Holding[] = ['me', 'ties', 'members']

export const WALKED: Readonly<Record<string, WalkedRoute>> = {
  'GET /api/entry': NOTHING,
  'POST /api/auth/sign-up': { holds: ['me'], act: people.signUp },
  'POST /api/auth/sign-in': { holds: ['me'], act: people.signIn, weight: 0.5 },
  // Only a demo village has people to look around as.
  'POST /api/auth/look-around': NOTHING,
  'POST /api/auth/sign-out': { holds: [], act: people.signOut, weight: 0.2 },
  // What is in letters is tried where there is a mail server, in `verified-sign-up.test.ts` and `sessions.test.ts`.
  'POST /api/auth/reset-request': NOTHING,
  'POST /api/auth/reset': NOTHING,
  'GET /api/auth/verify': NOTHING,
  'PUT /api/auth/password': { holds: [] },
  'GET /api/auth/passkeys': { holds: ['passkeys'] },
  'POST /api/auth/passkeys/begin': { holds: ['me', 'passkeys'] },
  'POST /api/auth/passkeys': { holds: ['passkeys'], act: passkeys.addOne, weight: 0.5 },
  'PATCH /api/auth/passkeys/{id}': { holds: ['passkeys'], act: passkeys.rename, weight: 0.5 },
  'DELETE /api/auth/passkeys/{id}': { holds: [], act: passkeys.remove, weight: 0.2 },
  'POST /api/auth/passkey-sign-in/begin': NOTHING,
  'POST /api/auth/passkey-sign-in': { holds: ['me'], act: passkeys.signIn, weight: 0.5 },
  'GET /api/auth/sessions': { holds: ['sessions'] },
  'DELETE /api/auth/sessions': { holds: [], act: people.endAllSessions, weight: 0.2 },
  'DELETE /api/auth/sessions/{id}': { holds: [], act: people.endSession, weight: 0.2 },
  'GET /api/me': { holds: ['me'] },
  'PATCH /api/me': { holds: ['me'], act: people.changeMe, weight: 3 },
  'POST /api/me/leave': NOTHING,
  'PUT /api/me/photo': { holds: ['me'], act: faces.putFace },
  'DELETE /api/me/photo': { holds: [], act: faces.removeFace, weight: 0.3 },
  'GET /api/people/{handle}/photo': { holds: [] },
  'GET /api/people/{handle}': { holds: [...VOICES, 'circles', 'seen', 'stranger'], weight: 3 },
  'GET /api/me/askable': { holds: ['askables', 'circles', 'ties'] },
  'POST /api/me/askable': { holds: ['askables', 'circles', 'ties'], act: askables.makeAskable, weight: 2 },
  'PUT /api/me/askable/{id}': { holds: ['askables', 'circles', 'ties'], act: askables.changeAskable },
  'DELETE /api/me/askable/{id}': { holds: [], act: askables.removeAskable, weight: 0.5 },
  'GET /api/ties/{id}/askable': { holds: ['askables'], weight: 2 },
  'POST /api/asks': { holds: [...VOICES, 'circles'], act: asks.makeAsk, weight: 4 },
  'GET /api/asks': { holds: [...VOICES, 'circles', 'seen'] },
  'GET /api/asks/answerable': { holds: [...VOICES, 'heard'], weight: 2 },
  'GET /api/asks/{id}': { holds: [...TIES, 'seen'], weight: 3 },
  'PATCH /api/asks/{id}': { holds: [...TIES, 'seen'], act: asks.changeAsk, weight: 2 },
  'DELETE /api/asks/{id}': { holds: [], act: asks.removeAsk, weight: 0.5 },
  'PUT /api/asks/{id}/result': { holds: [...TIES, 'seen'], act: asks.closeAsk },
  'DELETE /api/asks/{id}/result': { holds: [...TIES, 'seen'], act: asks.reopenAsk },
  'GET /api/asks/{id}/answers': { holds: ['me', 'ties', 'seen', 'helpers'], weight: 3 },
  'GET /api/asks/{id}/why': { holds: [...TIES, 'seen'] },
  'POST /api/asks/{id}/hide': { holds: [], act: asks.hideAsk },
  'GET /api/asks/{id}/knowing': { holds: ['me', 'ties', 'seen', 'askables'], weight: 3 },
  'PUT /api/asks/{id}/asked/{person}': { holds: [], act: asks.askDirectly, weight: 2 },
  'DELETE /api/asks/{id}/asked/{person}': { holds: [], act: asks.takeBackAsking, weight: 0.5 },
  'PUT /api/asks/{id}/answers/{post}/shown': { holds: [], act: asks.showAsker },
  'DELETE /api/asks/{id}/answers/{post}/shown': { holds: [], act: asks.showAsker, weight: 0.5 },
  'PUT /api/asks/{id}/answers/{post}': { holds: [...TIES, 'seen', 'own'], act: asks.giveAnswer, weight: 5 },
  'DELETE /api/asks/{id}/answers/{post}': { holds: [], act: asks.withdrawAnswer },
  'GET /api/ask-links/{secret}': { holds: ['seen', 'ask link'], weight: 2 },
  'POST /api/ask-links/{secret}/answers': { holds: [], act: askLinks.answer, weight: 3 },
  'GET /api/asks/{id}/link': NOTHING,
  'POST /api/asks/{id}/link': { holds: [], act: askLinks.makeLink },
  'DELETE /api/asks/{id}/link': { holds: [], act: askLinks.revoke, weight: 0.3 },
  'GET /api/asks/{id}/guest-answers': { holds: ['guests'], weight: 2 },
  'DELETE /api/asks/{id}/guest-answers/{answer}': { holds: [], act: askLinks.remove, weight: 1 },
  'POST /api/guest-answers/claims': { holds: ['own', 'seen'], act: askLinks.claim, weight: 0.5 },
  'GET /api/export': { holds: EVERYTHING },
  'GET /api/export/archive': { holds: EVERYTHING, weight: 0.2 },
  'GET /api/imports': SELDOM,
  'POST /api/imports/look': { holds: ['own'], weight: 0.2 },
  'POST /api/imports': SELDOM,
  'DELETE /api/imports/{source}': SELDOM,
  'GET /api/circles': { holds: ['circles'] },
  'POST /api/circles': { holds: ['circles'], act: people.makeCircle },
  'PATCH /api/circles/{id}': { holds: ['circles'], act: people.renameCircle },
  'PATCH /api/circles/{id}/members': { holds: ['circles'], act: people.changeMembers, weight: 3 },
  'POST /api/circles/preview': { holds: ['own'] },
  'DELETE /api/circles/{id}': { holds: [], act: people.removeCircle, weight: 0.5 },
  'GET /api/ties': { holds: TIES },
  'GET /api/ties/{id}': { holds: TIES },
  'PATCH /api/ties/{id}': { holds: TIES, act: people.changeTie, weight: 6 },
  'GET /api/network': { holds: ['ties', 'seen'], weight: 3 },
  'DELETE /api/ties/{id}': { holds: [], act: people.endTie, weight: 3 },
  'POST /api/ties/{id}/confirm': { holds: TIES, act: links.confirm },
  'GET /api/ties/requests': { holds: ['requests'] },
  'POST /api/ties/requests': { holds: ['requests'], act: people.askForTie, weight: 6 },
  'POST /api/ties/requests/{id}/accept': { holds: TIES, act: people.acceptRequest, weight: 8 },
  'POST /api/ties/requests/{id}/decline': { holds: [], act: people.declineRequest, weight: 0.3 },
  'DELETE /api/ties/requests/{id}': { holds: [], act: people.withdrawRequest, weight: 0.5 },
  'GET /api/clubs': { holds: ['me', 'ties', 'members', 'club invitations'], weight: 2 },
  'POST /api/clubs': { holds: ['me'], act: clubs.foundClub, weight: 0.5 },
  'GET /api/clubs/{id}': { holds: CLUB },
  'PATCH /api/clubs/{id}': { holds: CLUB, act: clubs.renameClub, weight: 0.3 },
  'DELETE /api/clubs/{id}': { holds: [], act: clubs.closeClub, weight: 0.1 },
  'PATCH /api/clubs/{id}/membership': { holds: CLUB, act: clubs.pauseClub, weight: 0.7 },
  'DELETE /api/clubs/{id}/membership': { holds: [], act: clubs.leaveClub, weight: 0.5 },
  'GET /api/clubs/{id}/members': { holds: CLUB, weight: 2 },
  'DELETE /api/clubs/{id}/members/{person}': { holds: [], act: clubs.removeMember, weight: 0.3 },
  'POST /api/clubs/{id}/members/{person}/request': { holds: ['requests'], act: clubs.offerTie },
  'PUT /api/clubs/{id}/host': { holds: [], act: clubs.handOver, weight: 0.3 },
  'GET /api/clubs/{id}/invitations': { holds: ['ties', 'club invitations'] },
  'POST /api/clubs/{id}/invitations': { holds: ['ties', 'club invitations'], act: clubs.inviteToClub },
  'DELETE /api/clubs/invitations/{id}': { holds: [], act: clubs.withdrawClub, weight: 0.3 },
  'POST /api/clubs/invitations/{id}/accept': { holds: CLUB, act: clubs.acceptClub, weight: 2 },
  'POST /api/clubs/invitations/{id}/decline': { holds: [], act: clubs.declineClub, weight: 1 },
  'GET /api/clubs/{id}/code': NOTHING,
  'POST /api/clubs/{id}/code': { holds: [], act: clubs.makeCode, weight: 0.3 },
  'DELETE /api/clubs/{id}/code': { holds: [], act: clubs.endCode, weight: 0.3 },
  'GET /api/clubs/by-code/{code}': { holds: ['me', 'code'] },
  'POST /api/clubs/by-code/{code}/join': { holds: CLUB, act: clubs.joinByCode, weight: 2 },
  'GET /api/blocks': { holds: ['blocked'] },
  'POST /api/blocks': { holds: ['blocked'], act: people.block, weight: 1.2 },
  'DELETE /api/blocks/{person}': { holds: [], act: people.unblock, weight: 0.3 },
  'GET /api/invitations': { holds: [...TIES, 'invitations'] },
  'POST /api/invitations': { holds: ['invitations'], act: links.invite, weight: 1.5 },
  'DELETE /api/invitations/{id}': { holds: [], act: links.revoke, weight: 0.5 },
  'GET /api/me/to-invite': { holds: ['invitations'] },
  'POST /api/me/to-invite': { holds: ['invitations'], act: links.noteWhom },
  'DELETE /api/me/to-invite/{id}': { holds: [], act: links.dropWhom, weight: 0.5 },
  'GET /api/invitations/by-link/{secret}': { holds: ['link'] },
  'POST /api/invitations/by-link/{secret}/accept': { holds: TIES, act: links.accept, weight: 1.5 },
  'POST /api/recommendations': { holds: VOICES, act: posts.makeRecommendation, weight: 8 },
  'GET /api/recommendations': { holds: [...VOICES, 'circles'] },
  'GET /api/recommendations/waiting': { holds: [...VOICES, 'circles'] },
  'GET /api/recommendations/{id}': { holds: [...TIES, 'seen'], weight: 4 },
  'PATCH /api/recommendations/{id}': {
    holds: [...VOICES, 'circles'],
    act: posts.changeRecommendation,
    weight: 5,
  },
  'DELETE /api/recommendations/{id}': { holds: [], act: posts.removeRecommendation },
  'GET /api/recommendations/{id}/history': { holds: ['seen'] },
  'GET /api/recommendations/{id}/why': { holds: ['me', 'ties', 'seen'], weight: 2 },
  'GET /api/recommendations/{id}/audience': { holds: ['ties', 'members'] },
  'GET /api/recommendations/{id}/audience/history': { holds: ['ties'], weight: 2 },
  'PUT /api/recommendations/{id}/photo': { holds: [...VOICES, 'circles'], act: posts.putPhoto, weight: 0.5 },
  'GET /api/recommendations/{id}/photo': { holds: [] },
  'DELETE /api/recommendations/{id}/photo': { holds: [], act: posts.removePhoto, weight: 0.3 },
  'GET /api/recommendations/{id}/comments': { holds: ['me', 'ties', 'seen', 'comments'], weight: 2 },
  'POST /api/recommendations/{id}/comments': { holds: ['me', 'comments'], act: posts.say, weight: 4 },
  'DELETE /api/comments/{id}': { holds: [], act: posts.removeComment, weight: 0.5 },
  'POST /api/recommendations/{id}/address': { holds: [], act: posts.address, weight: 2 },
  'DELETE /api/recommendations/{id}/address/{person}': { holds: [], act: posts.takeBack },
  'GET /api/recommendations/{id}/outcome': { holds: ['me', 'ties'] },
  'PUT /api/recommendations/{id}/outcome': { holds: ['me', 'ties'], act: kept.sayOutcome, weight: 2 },
  'DELETE /api/recommendations/{id}/outcome': { holds: [], act: kept.takeOutcomeBack, weight: 0.7 },
  'GET /api/recommendations/{id}/sentences': { holds: ['me', 'ties', 'sentences'], weight: 2 },
  'GET /api/recommendations/{id}/likeness': { holds: ['ties', 'heard'], weight: 2 },
  'PUT /api/recommendations/{id}/likeness/{subject}': { holds: [], act: likeness.sayAlike, weight: 2 },
  'DELETE /api/recommendations/{id}/likeness/{subject}': { holds: [], act: likeness.moveBack },
  'PUT /api/recommendations/{id}/candidacy': { holds: [], act: candidacies.answer, weight: 5 },
  'GET /api/ties/{id}/moves': { holds: ['me', 'seen'], weight: 2 },
  'PUT /api/ties/{id}/moves/{move}/undo': { holds: [], act: kept.undoMove, weight: 0.7 },
  'DELETE /api/ties/{id}/moves/{move}/undo': { holds: [], act: kept.restoreMove, weight: 0.5 },
  'POST /api/ties/{id}/less': { holds: ['me'], act: kept.wantLess, weight: 0.5 },
  'GET /api/remembered': { holds: ['me', 'ties', 'seen'], weight: 2 },
  'PUT /api/recommendations/{id}/remember': { holds: [], act: kept.remember, weight: 3 },
  'DELETE /api/recommendations/{id}/remember': { holds: [], act: kept.forget, weight: 0.7 },
  'GET /api/me/outcome-questions': { holds: ['me', 'ties', 'seen'] },
  'POST /api/recommendations/{id}/outcome-question': { holds: [], act: thanks.putQuestionOff, weight: 0.5 },
  'POST /api/recommendations/{id}/contact-opened': { holds: [], act: thanks.openContact, weight: 0.5 },
  'GET /api/me/thanks': { holds: ['me', 'ties', 'seen', 'thanks'], weight: 3 },
  'POST /api/recommendations/{id}/thanks': { holds: ['ties', 'seen'], act: thanks.thank, weight: 3 },
  'DELETE /api/recommendations/{id}/thanks': { holds: [], act: thanks.takeThanksBack, weight: 0.7 },
  // What was passed on is told as far as it is seen, heard or not.
  'GET /api/notifications': {
    holds: [
      ...(['me', 'ties', 'seen', 'comments', 'sentences', 'thanks', 'helpers'] as const),
      ...(['club invitations', 'threads', 'introductions'] as const),
    ],
    weight: 3,
  },
  'POST /api/notifications/seen': { holds: [], act: kept.seeNotifications, weight: 0.5 },
  'GET /api/threads': { holds: ['threads'], weight: 2 },
  'POST /api/ties/{id}/thread': { holds: ['threads'], act: threads.write, weight: 2 },
  'GET /api/threads/{id}': { holds: ['threads'], weight: 3 },
  'POST /api/threads/{id}/read': { holds: [], act: threads.read, weight: 0.7 },
  'DELETE /api/threads/{id}': { holds: [], act: threads.leave, weight: 0.5 },
  'POST /api/threads/{id}/messages': { holds: ['threads'], act: threads.answer, weight: 2 },
  // Photos need bytes: `threads.test.ts`.
  'POST /api/threads/{id}/photos': NOTHING,
  'GET /api/messages/{id}/photo': NOTHING,
  'DELETE /api/messages/{id}': { holds: [], act: threads.remove, weight: 0.7 },
  'POST /api/reports': { holds: [], act: reports.report, weight: 0.7 },
  'GET /api/reports': NOTHING,
  // Nobody on the walk is an operator: what one does is tried in `reports.test.ts`.
  'GET /api/reports/about-me': SELDOM,
  'POST /api/reports/{id}/appeal': SELDOM,
  'POST /api/objections': SELDOM,
  'GET /api/objections/{secret}': SELDOM,
  'POST /api/objections/{secret}/confirm': SELDOM,
  'POST /api/objections/{secret}/appeal': SELDOM,
  'GET /api/operator': SELDOM,
  'GET /api/operator/operators': SELDOM,
  'PUT /api/operator/operators/{handle}': SELDOM,
  'DELETE /api/operator/operators/{handle}': SELDOM,
  'GET /api/operator/cases': SELDOM,
  'GET /api/operator/cases/{id}/content': SELDOM,
  'GET /api/operator/cases/{id}/photo': SELDOM,
  'POST /api/operator/cases/{id}/looks': SELDOM,
  'POST /api/operator/cases/{id}/search': SELDOM,
  'POST /api/operator/cases/{id}/decision': SELDOM,
  'GET /api/introductions': { holds: INTRODUCTIONS, weight: 2 },
  'GET /api/introductions/hints': { holds: ['ties', 'heard', 'seen'] },
  'POST /api/introductions': { holds: INTRODUCTIONS, act: introductions.ask, weight: 2 },
  'POST /api/introductions/brought': { holds: INTRODUCTIONS, act: introductions.bring },
  'POST /api/introductions/{id}/offer': { holds: INTRODUCTIONS, act: introductions.offer, weight: 2 },
  'PUT /api/introductions/{id}/answer': { holds: [], act: introductions.answer, weight: 3 },
  'DELETE /api/introductions/{id}': { holds: [], act: introductions.remove, weight: 0.7 },
  'POST /api/introductions/{id}/tie-request': { holds: ['requests'], act: introductions.offerTie },
  'DELETE /api/introductions/never/{kind}': { holds: [], act: introductions.takeNeverBack },
  'GET /api/care': { holds: ['me', 'ties', 'seen', 'threads'] },
  'GET /api/ties/{id}/care': { holds: ['ties'] },
  'PUT /api/ties/{id}/spoke': { holds: [], act: care.saySpoke },
  'DELETE /api/ties/{id}/spoke': { holds: [], act: care.takeSpokeBack, weight: 0.3 },
  'PUT /api/ties/{id}/closeness-question': { holds: [], act: care.answerCloseness, weight: 0.5 },
  'DELETE /api/ties/{id}/closeness-question': { holds: [], act: care.takeAnswerBack, weight: 0.3 },
  'GET /api/telling': SELDOM,
  'PUT /api/telling': SELDOM,
  'GET /api/telling/device': SELDOM,
  'PUT /api/telling/device': SELDOM,
  'DELETE /api/telling/device': SELDOM,
  'GET /api/unsubscribe/{token}': SELDOM,
  'POST /api/unsubscribe/{token}': SELDOM,
  'GET /api/letter': { holds: ['me', 'ties', 'seen', 'thanks', 'threads', 'introductions'] },
  'POST /api/letter/opened': { holds: [], act: care.openLetter, weight: 0.3 },
  'POST /api/recommendations/{id}/pass': { holds: [], act: forMe.passOn, weight: 3 },
  'DELETE /api/passes/{id}': NOTHING,
  'GET /api/for-me': { holds: ['me', 'ties', 'seen'], weight: 3 },
  'POST /api/for-me/seen': NOTHING,
  'GET /api/for-me/closed': { holds: ['ties'] },
  'POST /api/for-me/closed': { holds: [], act: forMe.close, weight: 0.5 },
  'DELETE /api/for-me/closed/people/{id}': NOTHING,
  'DELETE /api/for-me/closed/kinds/{kind}': NOTHING,
  'GET /api/hidden': { holds: ['me', 'ties', 'seen'] },
  'POST /api/recommendations/{id}/hide': { holds: [], act: posts.hide },
  'DELETE /api/hidden/{key}': { holds: [], act: posts.show, weight: 0.7 },
  'POST /api/link-preview': NOTHING,
  'POST /api/audience/preview': { holds: ['ties', 'members'] },
  'GET /api/subjects/suggest': { holds: ['me', 'ties', 'heard'], weight: 2 },
  'GET /api/subjects/{id}': { holds: ['me', 'ties', 'heard'], weight: 3 },
  'GET /api/search': { holds: ['me', 'ties', 'heard'], weight: 3 },
  'GET /api/places': NOTHING,
  'GET /api/places/{id}': NOTHING,
  'GET /api/feed': { holds: [...TIES, 'heard'], weight: 6 },
}
