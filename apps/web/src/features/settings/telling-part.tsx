import type { Telling } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { spokenLanguage } from '../../lib/language.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useMe } from '../../lib/use-me.ts'
import { hourWords } from '../../lib/words/dates.ts'
import { Refusal, SelectField } from '../../ui/field.tsx'
import { RadioList } from '../../ui/radio-list.tsx'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import { Switch } from '../../ui/switch.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { DeviceSwitch, useDeviceTold } from './device-switch.tsx'
import css from './settings.module.css'
import { tellingQuery, useChooseTelling } from './telling-queries.ts'

/** Whether, when and at which hours I am told that something is new, by mail and on this device. */
export function TellingPart() {
  const words = useErrorWords()
  const { data, error, refetch } = useQuery(tellingQuery)
  if (data !== undefined) return <Choices telling={data} />
  if (error !== null) return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  return <RowSkeleton />
}

function Choices({ telling }: { telling: Telling }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const { email } = useMe()
  const choose = useChooseTelling()
  const deviceTold = useDeviceTold()
  const change = (part: Partial<Telling>) => choose.mutate({ ...telling, ...part })
  return (
    <>
      <Switch
        title={t`By mail`}
        line={t`To ${email}. A mail says that something is new and which of your people it is from, never what.`}
        on={telling.mail}
        onSwitch={(mail) => change({ mail })}
      />
      <DeviceSwitch />
      {(telling.mail || deviceTold) && <Times telling={telling} onChange={change} />}
      {choose.error !== null && <Refusal>{words(choose.error)}</Refusal>}
    </>
  )
}

interface TimesProps {
  telling: Telling
  onChange: (part: Partial<Telling>) => void
}

function Times({ telling, onChange }: TimesProps) {
  const { t } = useLingui()
  return (
    <div className={css.times}>
      <RadioList
        legend={t`When`}
        value={telling.time}
        onChoose={(time) => onChange({ time })}
        choices={[
          {
            value: 'weekly',
            title: t`Once a week`,
            line: t`On Sunday at six in the evening, if anything is new.`,
          },
          { value: 'evening', title: t`In the evening`, line: t`At six, on days on which something is new.` },
          {
            value: 'atOnce',
            title: t`At once`,
            line: t`Within minutes, but at most every ten, and never in quiet hours.`,
          },
        ]}
      />
      <div className={css.pair} role="group" aria-label={t`Quiet hours`}>
        <HourField
          label={t`Quiet from`}
          hour={telling.quietFrom}
          onChoose={(quietFrom) => onChange({ quietFrom })}
        />
        <HourField label={t`until`} hour={telling.quietTo} onChoose={(quietTo) => onChange({ quietTo })} />
      </div>
      <p className={text.hint}>
        {telling.quietFrom === telling.quietTo
          ? t`Twice the same hour means that there are no quiet hours.`
          : t`What is new in between comes when they are over. The hours are those of your time zone.`}
      </p>
    </div>
  )
}

function HourField({ label, hour, onChoose }: HourFieldProps) {
  const words = (value: number) => hourWords(value, spokenLanguage())
  return (
    <SelectField
      label={label}
      value={hour}
      options={Array.from({ length: 24 }, (_, value) => ({ value, words: words(value) }))}
      onChange={(event) => onChoose(Number(event.target.value))}
    />
  )
}

interface HourFieldProps {
  label: string
  hour: number
  onChoose: (hour: number) => void
}
