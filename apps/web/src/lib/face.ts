interface Faced {
  readonly handle: string
  readonly photo?: string | null | undefined
}

/** Where the photo of somebody whom I may name is; undefined where there is none. */
export function faceOf({ handle, photo }: Faced): string | undefined {
  return photo ? `/api/people/${handle}/photo?size=small&version=${photo}` : undefined
}

/** Somebody as he is drawn. */
export function withFace<Person extends Faced>(person: Person): Person & { face: string | undefined } {
  return { ...person, face: faceOf(person) }
}

/** A tie whose person is drawn. */
export function tieWithFace<Person extends Faced>({ person }: { readonly person: Person }) {
  return { person: withFace(person) }
}
