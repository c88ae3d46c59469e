import type { Age, Radius, SubjectKind } from '@kith/contract'
import { KIND_ORDER } from './words/kind-order.ts'

// Named by type only: the contract's values would bring its schemas into the first script.
const RADII: readonly Radius[] = ['5', '15', '50', '100']
const AGES: readonly Age[] = ['week', 'month', 'year']
const USUAL_RADIUS: Radius = '15'

/** What of a list somebody wants to see; null and empty where nothing is filtered. */
export interface Filters {
  kinds: readonly SubjectKind[]
  circle: string | null
  /** A place of the gazetteer. */
  near: number | null
  km: Radius
  age: Age | null
  own: boolean
}

/** Filters as they stand in an address; absent where nothing is filtered. */
export interface FilterSearch {
  kinds?: SubjectKind[] | undefined
  circle?: string | undefined
  near?: number | undefined
  km?: Radius | undefined
  age?: Age | undefined
  own?: true | undefined
}

export const UNFILTERED: Filters = {
  kinds: [],
  circle: null,
  near: null,
  km: USUAL_RADIUS,
  age: null,
  own: false,
}

/** Reads the filters as they are or out of an address, where each is text; what is unknown is left out. */
export function readFilterSearch(raw: { [Name in keyof FilterSearch]: unknown }): FilterSearch {
  const named = String(raw.kinds).split(',')
  const kinds = KIND_ORDER.filter((kind) => named.includes(kind))
  const near = /^[1-9]\d{0,9}$/.test(String(raw.near)) ? Number(raw.near) : undefined
  const km = RADII.find((radius) => radius === raw.km)
  const age = AGES.find((one) => one === raw.age)
  return {
    ...(kinds.length > 0 ? { kinds } : {}),
    ...(typeof raw.circle === 'string' ? { circle: raw.circle } : {}),
    ...(near === undefined ? {} : { near, ...(km === undefined ? {} : { km }) }),
    ...(age === undefined ? {} : { age }),
    ...(String(raw.own) === 'true' ? { own: true } : {}),
  }
}

/** The filters that an address names. */
export function filtersOf({ kinds = [], circle, near, km = USUAL_RADIUS, age, own }: FilterSearch): Filters {
  return { kinds, circle: circle ?? null, near: near ?? null, km, age: age ?? null, own: own ?? false }
}

/** The address of these filters; every name is there, so that what was taken away goes. */
export function searchOf({ kinds, circle, near, km, age, own }: Filters): Required<FilterSearch> {
  return {
    kinds: kinds.length > 0 ? [...kinds] : undefined,
    circle: circle ?? undefined,
    near: near ?? undefined,
    km: near === null || km === USUAL_RADIUS ? undefined : km,
    age: age ?? undefined,
    own: own || undefined,
  }
}

/** The filters as the API takes them. */
export function queryOf({ kinds, circle, near, km, age, own }: Filters): Record<string, string | undefined> {
  return {
    kinds: kinds.length > 0 ? kinds.join(',') : undefined,
    circle: circle ?? undefined,
    near: near === null ? undefined : String(near),
    km: near === null ? undefined : km,
    age: age ?? undefined,
    basis: own ? 'own' : undefined,
  }
}

export function isFiltered({ kinds, circle, near, age, own }: Filters): boolean {
  return kinds.length > 0 || circle !== null || near !== null || age !== null || own
}
