import type { SubjectPage, Voice } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { PenLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { KINDS } from '../../lib/words/kind-words.ts'
import { usePersonWords } from '../../lib/words/person-words.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import layout from '../../ui/layout.module.css'
import text from '../../ui/text.module.css'
import { ContactFact } from './contact-fact.tsx'
import css from './subjects.module.css'

/** What my own people say of a subject's facts, the strongest voice first; it has none of its own. */
export function SubjectHead({ page: { subject, voices, mine }, onSecond }: SubjectHeadProps) {
  const { t } = useLingui()
  const { word, icon } = KINDS[subject.kind]
  const made = [subject.creator, subject.year].filter((part) => part !== null).join(', ')
  const price = voices.find((voice) => voice.words.price !== null)
  const when = voices.find((voice) => voice.words.when !== null)
  const contact = voices.find((voice) => voice.words.contact !== null)
  const link = voices.find((voice) => voice.words.link !== null)?.words.link
  return (
    <header className={css.head}>
      <p className={css.kind}>
        <Icon of={icon} />
        {t(word)}
      </p>
      <h1>{subject.title}</h1>
      <dl className={css.facts}>
        {made !== '' && <Fact name={t`By`}>{made}</Fact>}
        {subject.place !== null && <Fact name={t`Where`}>{subject.place}</Fact>}
        {subject.trade !== null && <Fact name={t`Trade`}>{subject.trade}</Fact>}
        {subject.region !== null && <Fact name={t`Comes to`}>{subject.region}</Fact>}
        {subject.role !== null && <Fact name={t`Wanted as`}>{subject.role}</Fact>}
        {subject.field !== null && <Fact name={t`Field of work`}>{subject.field}</Fact>}
        {when !== undefined && <Fact name={t`When`}>{when.words.when}</Fact>}
        {price !== undefined && (
          <Fact name={t`Price`}>
            <SaidBy voice={price} fact={price.words.price ?? ''} />
          </Fact>
        )}
        {contact !== undefined && (
          <Fact name={t`Contact`}>
            <ContactFact key={contact.post} voice={contact} />
          </Fact>
        )}
        {typeof link === 'string' && (
          <Fact name={t`Link`}>
            <a className={text.link} href={link} target="_blank" rel="noreferrer noopener nofollow">
              {hostOf(link)}
            </a>
          </Fact>
        )}
      </dl>
      {!mine && (
        <div className={layout.part}>
          <Button variant="primary" onClick={onSecond}>
            <Icon of={PenLine} />
            <Trans>Second it</Trans>
          </Button>
        </div>
      )}
    </header>
  )
}

interface SubjectHeadProps {
  page: SubjectPage
  onSecond: () => void
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function SaidBy({ voice, fact }: { voice: Voice; fact: string }) {
  const personWords = usePersonWords()
  const { who } = personWords(voice.person)
  if (voice.person.shown === 'self') return fact
  return (
    <Trans>
      {fact}, said by {who}
    </Trans>
  )
}

function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).host.replace(/^www\./, '') : link
}
