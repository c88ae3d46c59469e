import type { GiveGuestAnswer } from '@kith/contract'
import { LIMITS } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { codeOf } from '../../lib/api-error.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { typedLink } from '../../lib/typed-link.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useForm } from '../../lib/use-form.ts'
import { useInterestChoices } from '../../lib/words/interest-choices.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal, TextArea, TextField } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { RadioList } from '../../ui/radio-list.tsx'
import text from '../../ui/text.module.css'
import { useGiveGuestAnswer } from './ask-link-queries.ts'
import css from './ask-links.module.css'
import { keepClaim } from './kept-claims.ts'

/** What a guest knows, for whoever asks alone. */
export function GuestAnswerForm({ asker, ...rest }: GuestAnswerFormProps) {
  const { t } = useLingui()
  const { form, give } = useAnswerForm({ asker, ...rest })
  const choices = useInterestChoices(t`My own firm, a commission, a reward.`)
  const refusal = useSendRefusal(asker)
  const { interest } = form.values
  const optional = t`optional`
  return (
    <form className={css.form} {...form.form}>
      <TextField
        label={t`What or whom do you recommend?`}
        maxLength={LIMITS.title}
        {...form.field('title')}
      />
      <TextArea
        label={t`Why`}
        aside={t`one sentence is enough`}
        placeholder={t`What would you tell a friend?`}
        maxLength={LIMITS.why}
        {...form.field('why')}
      />
      <div className={layout.stack}>
        <RadioList
          legend={t`Do you have an interest of your own in it?`}
          choices={choices}
          value={choices.find(({ value }) => value === interest)?.value ?? null}
          error={form.field('interest').error}
          onChoose={(value) => form.set('interest', value)}
        />
        {interest === 'connected' && (
          <TextField
            label={t`In which way?`}
            placeholder={t`My sister owns the workshop.`}
            maxLength={LIMITS.interestWords}
            {...form.field('interestWords')}
          />
        )}
      </div>
      <div className={css.pair}>
        <TextField label={t`Where`} aside={optional} maxLength={LIMITS.place} {...form.field('place')} />
        <TextField
          label={t`Contact`}
          aside={optional}
          maxLength={LIMITS.contact}
          {...form.field('contact')}
        />
        <TextField
          label={t`Link`}
          aside={optional}
          data
          inputMode="url"
          maxLength={LIMITS.link}
          {...form.field('link')}
        />
        <TextField
          label={t`Your name`}
          aside={optional}
          autoComplete="name"
          maxLength={LIMITS.name}
          {...form.field('name')}
        />
      </div>
      {give.error !== null && codeOf(give.error) !== 'invalid_input' && (
        <Refusal>{refusal(give.error)}</Refusal>
      )}
      <Button variant="primary" wide type="submit" busy={give.isPending} busyLabel={t`Sending`}>
        {t`Send it to ${asker}`}
      </Button>
      <p className={text.hint}>
        <Trans>You need no account. What you write is not published and travels no further.</Trans>
      </p>
    </form>
  )
}

interface GuestAnswerFormProps {
  secret: string
  /** The first name of whoever asks. */
  asker: string
  /** It was sent; whether this browser keeps what one can take it along with. */
  onSent: (isKept: boolean) => void
  /** The link leads nowhere any more. */
  onDead: () => void
}

const DEAD = new Set(['link_revoked', 'link_expired', 'not_found'])
const BLANK = {
  ...{ title: '', why: '', interest: '', interestWords: '' },
  ...{ place: '', contact: '', link: '', name: '' },
}

function useAnswerForm({ secret, asker, onSent, onDead }: GuestAnswerFormProps) {
  const { t } = useLingui()
  const give = useGiveGuestAnswer(secret)
  const refused = {
    title: t`Please say what or whom.`,
    why: t`One sentence, please.`,
    interest: t`Please choose one.`,
    paid: t`Whoever asks wants to hear from people who earn nothing by it. Please tell ${asker} yourself.`,
    interestWords: t`Please say in a few words what your interest is.`,
    link: t`This does not look like a link.`,
  }
  const form = useForm({
    initial: BLANK,
    check: ({ title, why, interest, interestWords }) => ({
      title: title.trim() === '' ? refused.title : undefined,
      why: why.trim() === '' ? refused.why : undefined,
      interest: interest === 'paid' ? refused.paid : interest === '' ? refused.interest : undefined,
      interestWords:
        interest === 'connected' && interestWords.trim() === '' ? refused.interestWords : undefined,
    }),
    refused,
    onSend: (values) =>
      give.mutate(answerOf(values), {
        onSuccess: ({ claim }) => onSent(keepClaim({ claim, title: values.title.trim(), asker })),
        onError: (error) => (DEAD.has(codeOf(error)) ? onDead() : form.refuse(error)),
      }),
  })
  return { form, give }
}

function answerOf(values: typeof BLANK): GiveGuestAnswer {
  const { title, why, interest, interestWords, place, contact, link, name } = values
  const isConnected = interest === 'connected'
  return {
    ...{ title: title.trim(), why: why.trim(), interest: isConnected ? 'connected' : 'none' },
    interestWords: isConnected ? said(interestWords) : null,
    ...{ place: said(place), contact: said(contact), link: typedLink(link), name: said(name) },
    language: spokenLanguage(),
  }
}

function said(words: string): string | null {
  return words.trim() === '' ? null : words.trim()
}

function useSendRefusal(asker: string): (error: unknown) => string {
  const { t } = useLingui()
  const words = useErrorWords()
  return (error) =>
    codeOf(error) === 'too_many_answers'
      ? t`So much has come by this link that there is no room left. Please tell ${asker} yourself.`
      : words(error)
}
