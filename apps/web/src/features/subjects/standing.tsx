import type { Voice } from '@kith/contract'
import { Plural, useLingui } from '@lingui/react/macro'
import { withFace } from '../../lib/face.ts'
import { StandingPicture, type StandingVoice } from '../../ui/standing-picture.tsx'
import text from '../../ui/text.module.css'

/** The voices that came along chains, drawn around me. */
export function Standing({ voices }: { voices: readonly Voice[] }) {
  const { t } = useLingui()
  const standing = voices.flatMap((voice): StandingVoice[] => {
    const { chain, verdict, post } = voice
    if (chain === null) return []
    const between = chain.beyond.length === 0 ? 0 : chain.beyond.length === 1 ? 1 : 2
    return [{ key: post, tie: withFace(chain.tie), between, against: verdict === 'against' }]
  })
  if (standing.length === 0) return null
  const against = standing.filter((voice) => voice.against).length
  const recommending = standing.length - against
  return (
    <section>
      <h2>{t`How they stand`}</h2>
      <StandingPicture voices={standing} label={t`${recommending} for it, ${against} against, around you`} />
      <p className={text.hint}>
        <Plural value={recommending} _0="None for it" one="One for it" other="# for it" />,{' '}
        <Plural value={against} _0="none against" one="one against" other="# against" />.{' '}
        {t`The nearer the middle, the nearer to you.`}
      </p>
    </section>
  )
}
