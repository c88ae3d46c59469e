import type { ShownChain, ShownPerson, ShownTie } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { CLOSENESS, stepOf } from './closeness-words.ts'
import { firstName } from './first-name.ts'

export interface PersonWords {
  /** "Amira Suljić", "A friend of Ben’s". */
  who: string
  /** The same as one says it in a sentence of what somebody does. German has other words for it then. */
  acting: string
  /** How well I say I know my own tie on the way; null where there is nothing to say. */
  how: string | null
}

/** Says who somebody is to me, by the rule "Names": whom I may not name is "a friend of" my tie's. */
export function usePersonWords(): (person: ShownPerson, chain?: ShownChain | null) => PersonWords {
  const { t, i18n } = useLingui()
  const howOf = ({ closeness }: ShownTie) => {
    const step = stepOf(closeness)
    return step === null ? null : t(CLOSENESS[step].how)
  }
  const through = ({ name }: ShownTie) =>
    i18n._('person.through', { first: firstName(name), name }, { message: 'through {first}' })
  return (person, chain = null) => {
    switch (person.shown) {
      case 'self':
        return { ...called(t`You`), how: null }
      case 'tie':
        return { ...called(person.name), how: howOf(person) }
      case 'named':
        return { ...called(person.name), how: chain === null ? null : through(chain.tie) }
      case 'via': {
        const { name } = person.via
        const values = { first: firstName(name), name }
        // Named ids: German sets the tie's name in full, so both names are handed over.
        const who =
          person.rings === 2
            ? i18n._('person.friend-of', values, { message: 'A friend of {first}’s' })
            : i18n._('person.friend-of-friend', values, { message: 'A friend of a friend of {first}’s' })
        const acting =
          person.rings === 2
            ? i18n._('person.acting-friend-of', values, { message: 'A friend of {first}’s' })
            : i18n._('person.acting-friend-of-friend', values, {
                message: 'A friend of a friend of {first}’s',
              })
        return { who, acting, how: howOf(person.via) }
      }
      case 'somebody':
        return { ...called(t`Somebody`), how: null }
    }
  }
}

function called(name: string): Pick<PersonWords, 'who' | 'acting'> {
  return { who: name, acting: name }
}
