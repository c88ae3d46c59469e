import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { deviceTimeZone } from '../../lib/time-zone.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useMe } from '../../lib/use-me.ts'
import { Button } from '../../ui/button.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { Refusal } from '../../ui/field.tsx'
import text from '../../ui/text.module.css'
import { useChangeMe } from './settings-queries.ts'
import { timeWords, townOf, zonesLike } from './time-zones.ts'

/** The time zone that my dates, my evenings and my seasons go by; this device’s own is offered first. */
export function TimeZoneField() {
  const { t } = useLingui()
  const words = useErrorWords()
  const me = useMe()
  const change = useChangeMe()
  const [typed, setTyped] = useState<string | null>(null)
  const own = deviceTimeZone()
  const town = townOf(own)
  const zones = typed === null ? [] : zonesLike(typed, own)
  const choose = (timeZone: string | undefined) => {
    setTyped(null)
    if (timeZone !== undefined) change.mutate({ timeZone })
  }
  return (
    <>
      <ComboField
        label={t`Time zone`}
        hint={t`Dates, the evening and the seasons go by it. Nobody else sees it.`}
        value={typed ?? townOf(me.timeZone)}
        maxLength={60}
        options={zones.map((zone, key) => ({
          key,
          title: townOf(zone),
          line: timeWords(zone, spokenLanguage(), now()),
        }))}
        listLabel={t`Time zones`}
        onType={setTyped}
        onPick={({ key }) => choose(zones[key])}
      />
      {me.timeZone !== own && (
        <p className={text.hint}>
          <Trans>This device goes by {town}.</Trans>{' '}
          <Button variant="quiet" busy={change.isPending} busyLabel={t`Keeping`} onClick={() => choose(own)}>
            <Trans>Take that</Trans>
          </Button>
        </p>
      )}
      {change.error !== null && <Refusal>{words(change.error)}</Refusal>}
    </>
  )
}
