import { isLive } from '../world-ask-links.ts'
import { isHeld } from '../world-facts.ts'
import type { Reading } from './walk-grants.ts'
import type { Secret } from './walk-secrets.ts'

/** Whether the bearer of a live invitation reads it. */
export function isBehindLink(secret: Secret, { walked, judge, viewer, url }: Reading): boolean {
  const invitation = walked.facts.invitations.find((one) => url.endsWith(`/${one.secret}`))
  if (invitation?.state !== 'live') return false
  if (viewer !== undefined && judge.apart(viewer, invitation.owner)) return false
  if (secret.of === 'person') return secret.part === 'name' && secret.key === invitation.owner
  if (secret.of === 'invitation') return secret.part === 'note' && secret.invitation === invitation
  if (secret.of !== 'post') return false
  const enclosed = walked.enclosed.get(invitation.id)?.find(({ post }) => post.id === secret.post.id)
  if (secret.post.gone || isHeld(secret.post)) return false
  return enclosed?.words.some((words) => words.includes(secret.text)) === true
}

/** Whether the bearer of a live link to an ask reads it; it makes no difference who he is. */
export function isBehindAskLink(secret: Secret, { walked: { facts }, url }: Reading): boolean {
  const link = facts.askLinks.find((one) => url.endsWith(`/${one.secret}`))
  if (link === undefined || !isLive(link)) return false
  if (secret.of === 'person') return secret.part === 'name' && secret.key === link.ask.author
  return secret.of === 'post' && secret.part === 'words' && secret.post === link.ask
}
