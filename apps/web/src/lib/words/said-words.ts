import type { Said, SaidField } from '@kith/contract'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'

const FIELDS: Record<SaidField, MessageDescriptor> = {
  title: msg`What`,
  name: msg`Name`,
  handle: msg`Handle`,
  creator: msg`By whom`,
  trade: msg`Trade`,
  role: msg`Role`,
  field: msg`Field`,
  place: msg`Where`,
  region: msg`Region`,
  interest: msg`Interest`,
  interestWords: msg`Interest, in words`,
  why: msg`Why`,
  text: msg`Words`,
  forWhom: msg`For whom`,
  notForWhom: msg`Not for whom`,
  whenSaid: msg`When`,
  price: msg`Price`,
  link: msg`Link`,
  contact: msg`Contact`,
  occasion: msg`Occasion`,
}

/** What something says, field by field, with the name of each field. */
export function useSaidWords(): (
  said: readonly Said[],
) => { field: SaidField; label: string; text: string }[] {
  const { t } = useLingui()
  const interests: Readonly<Record<string, string>> = {
    none: t({ message: 'None', context: 'interest' }),
    connected: t({ message: 'Connected', context: 'interest' }),
    paid: t`Paid or rewarded`,
  }
  return (said) =>
    said.map(({ field, text }) => ({
      field,
      label: t(FIELDS[field]),
      text: field === 'interest' ? (interests[text] ?? text) : text,
    }))
}
