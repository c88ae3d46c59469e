import type { Knowing, OwnAsk } from '@kith/contract'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { now } from '../../lib/clock.ts'
import { faceOf } from '../../lib/face.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { agoWords } from '../../lib/words/dates.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import layout from '../../ui/layout.module.css'
import { Ring } from '../../ui/ring.tsx'
import text from '../../ui/text.module.css'
import { showToast } from '../../ui/toast.tsx'
import { TryAgain } from '../../ui/try-again.tsx'
import { knowingQuery, useAskDirectly } from './ask-queries.ts'
import css from './asks.module.css'

/** Who of my ties could know what I ask, with why; for me alone. Nothing where nobody comes to mind. */
export function WhoCouldKnow({ ask }: Pick<OwnAsk, 'ask'>) {
  const { t } = useLingui()
  const words = useErrorWords()
  const { data, error, refetch } = useQuery(knowingQuery(ask.post))
  if (error !== null && data === undefined) {
    return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  }
  if (data === undefined || data.length === 0) return null
  return (
    <section>
      <h2>{t`Who could know?`}</h2>
      <ul className={css.knowing}>
        {data.map((one) => (
          <OneWhoCould key={one.person.id} one={one} ask={ask} />
        ))}
      </ul>
      <p className={text.hint}>
        <Trans>Only you see this. They learn of it only if you ask them.</Trans>
      </p>
    </section>
  )
}

function OneWhoCould({ one, ask }: { one: Knowing; ask: OwnAsk['ask'] }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const put = useAskDirectly(ask.post)
  const { person, asked } = one
  const name = firstName(person.name)
  const onError = (error: unknown) => showToast({ text: words(error) })
  const askHim = () =>
    put.mutate(
      { person: person.id, asked: true },
      {
        onSuccess: () =>
          showToast({
            text: t`${name} is asked.`,
            action: [
              {
                label: t`Undo`,
                onPress: () => put.mutate({ person: person.id, asked: false }, { onError }),
              },
            ],
          }),
        onError,
      },
    )
  return (
    <li>
      <Ring pattern={person.ring} name={person.name} face={faceOf(person)} size={40} />
      <div>
        <p className={text.name}>{person.name}</p>
        <p className={text.meta}>
          <Reason one={one} />
        </p>
      </div>
      {asked ? (
        <span className={`${layout.row} ${text.meta}`}>
          <Icon of={Check} />
          <Trans>asked</Trans>
        </span>
      ) : (
        !ask.isOver && (
          <Button variant="quiet" disabled={put.isPending} onClick={askHim}>
            {t({ message: 'Ask', context: 'action' })}
            <span className={text.vh}> {name}</span>
          </Button>
        )
      )}
    </li>
  )
}

function Reason({ one: { recommended, askable, asked } }: { one: Knowing }) {
  const { i18n } = useLingui()
  if (recommended !== null) {
    const { title, count, created } = recommended
    const ago = agoWords(created, now(), i18n.locale)
    if (count === 1)
      return (
        <Trans>
          recommended “{title}” {ago}
        </Trans>
      )
    const others = count - 1
    return (
      <Trans>
        recommended “{title}” and <Plural value={others} one="# more" other="# more" />
      </Trans>
    )
  }
  if (askable !== null) return <Trans>can be asked about: {askable}</Trans>
  return asked ? <Trans>by you, directly</Trans> : null
}
