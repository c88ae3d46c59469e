import type { DeviceTelling } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { type PushChance, PushRefused, PushUnreachable, usePushChance } from '../../lib/push.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Refusal } from '../../ui/field.tsx'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TryAgain } from '../../ui/try-again.tsx'
import { deviceQuery, useTellDevice } from './device-queries.ts'
import css from './settings.module.css'

/** Whether this device is told: as the server knows it, and as the browser still allows it. */
export function useDeviceTold(): boolean {
  const { data } = useQuery(deviceQuery)
  return usePushChance() === 'granted' && data?.on === true
}

/** Whether this device tells me that something is new, while Kith is closed. */
export function DeviceSwitch() {
  const words = useErrorWords()
  const chance = usePushChance()
  const { data, error, refetch } = useQuery(deviceQuery)
  if (chance !== 'granted' && chance !== 'default') return <Unavailable chance={chance} />
  if (data !== undefined) return <Available device={data} />
  if (error !== null) return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  return <RowSkeleton />
}

function Available({ device }: { device: DeviceTelling }) {
  const { t } = useLingui()
  const refusal = usePushRefusal()
  const tell = useTellDevice()
  return (
    <>
      <Switch
        title={t`On this device`}
        line={t`It says that something is new, never what or from whom, for as long as you are signed in here.`}
        on={useDeviceTold()}
        busy={tell.isPending}
        onSwitch={(on) => tell.mutate({ ...device, on })}
      />
      {refusal(tell.error) !== undefined && <Refusal>{refusal(tell.error)}</Refusal>}
    </>
  )
}

function usePushRefusal(): (error: Error | null) => string | undefined {
  const { t } = useLingui()
  const words = useErrorWords()
  return (error) => {
    if (error === null) return undefined
    if (error instanceof PushRefused) return t`Your browser was not given leave, so nothing has changed.`
    if (error instanceof PushUnreachable) {
      return t`Your browser cannot set this up just now. Try again later.`
    }
    return words(error)
  }
}

function Unavailable({ chance }: { chance: Exclude<PushChance, 'granted' | 'default'> }) {
  const { t } = useLingui()
  const lines = {
    denied: t`Your browser does not let Kith show notifications. You can change that in its settings for this page, which most open by the sign beside the address.`,
    homeScreen: <HomeScreenSteps />,
    impossible: t`This browser cannot do that.`,
  }
  return <Switch title={t`On this device`} line={lines[chance]} on={false} busy onSwitch={() => undefined} />
}

function HomeScreenSteps() {
  return (
    <>
      <Trans>On an iPhone or iPad this takes two steps:</Trans>
      <span className={css.step}>
        <Trans>1. Tap Share, then “Add to Home Screen”.</Trans>
      </span>
      <span className={css.step}>
        <Trans>2. Open Kith from there and switch this on.</Trans>
      </span>
    </>
  )
}
