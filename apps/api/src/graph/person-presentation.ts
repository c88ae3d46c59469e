import {
  type ChainLink,
  type NamedPerson,
  PersonId,
  type ShownChain,
  type ShownPerson,
  type ShownTie,
} from '@kith/contract'

/** Somebody who may be named to the viewer. */
export interface Named {
  readonly id: string
  readonly handle: string
  readonly name: string
  /** The version of the photo; nothing where there is none. */
  readonly photo?: string | null
}

/** Somebody as a row of a statement has him: undefined where it left him out, because the viewer may not name him. */
export function named(
  id: string | null,
  handle: string,
  name: string,
  photo: string | null,
): Named | undefined {
  return id === null ? undefined : { id, handle, name, photo }
}

/** A witness that the database accepted, with the viewer's own tie on it and who beyond may be named. */
export type CheckedWitness =
  | { readonly way: 'own' }
  /** `beyond`: everybody after the tie, the author last; undefined for whom the viewer may not name. */
  | { readonly way: 'chain'; readonly tie: ShownTie; readonly beyond: readonly (Named | undefined)[] }
  /** `tie`: the viewer's tie with the author, if there is one. */
  | { readonly way: 'addressed'; readonly tie: ShownTie | undefined }
  | { readonly way: 'club'; readonly tie: ShownTie | undefined }

/**
 * Beyond posts: somebody spoke below the viewer's own post, in a club of both, is in a thread with him, or showed him that it
 * is he who asks; that names him, if anything does.
 */
export type PersonWitness = CheckedWitness | { readonly way: 'spoken' }

/**
 * The rule "Names": how a person appears to a viewer. `person` is undefined when the viewer may not name him; then nothing
 * in the answer tells him from anybody else behind the same tie. Every place that shows a person goes through here.
 */
export function presentPerson(person: Named | undefined, witness: PersonWitness): ShownPerson {
  switch (witness.way) {
    case 'own':
      return person ? { shown: 'self', ...brand(person) } : { shown: 'somebody' }
    case 'chain': {
      const { tie, beyond } = witness
      if (beyond.length === 0) return tie
      if (person) return { shown: 'named', ...brand(person) }
      return { shown: 'via', via: tie, rings: beyond.length === 1 ? 2 : 3 }
    }
    case 'addressed':
      return witness.tie ?? { shown: 'somebody' }
    case 'spoken':
      // What he did shows a name, no face.
      return person ? { shown: 'named', ...brand({ ...person, photo: null }) } : { shown: 'somebody' }
    case 'club':
      if (witness.tie) return witness.tie
      return person ? { shown: 'named', ...brand(person) } : { shown: 'somebody' }
  }
}

/** The chain as it is drawn: my tie, then a name or a hollow ring for each further person; null where none brought it. */
export function presentChain(witness: CheckedWitness): ShownChain | null {
  if (witness.way !== 'chain') return null
  return { tie: witness.tie, beyond: witness.beyond.map(presentLink) }
}

/** One of the viewer's own ties. */
export function presentTie(
  person: Named,
  side: { readonly closeness: number | null; readonly ring: ShownTie['ring'] | null },
): ShownTie {
  return {
    shown: 'tie',
    ...brand(person),
    closeness: side.closeness,
    ring: side.ring ?? 'unsorted',
  }
}

/** Somebody without a tie to the viewer whom he may name. */
export function presentNamed(person: Named): NamedPerson {
  return { shown: 'named', ...brand(person) }
}

function presentLink(person: Named | undefined): ChainLink {
  return person ? { shown: 'named', ...brand(person) } : { shown: 'hollow' }
}

function brand({ id, handle, name, photo }: Named) {
  return { id: PersonId.parse(id), handle, name, ...(photo ? { photo } : {}) }
}
