import type { SubjectKind } from '@kith/contract'

/** A thing that a page describes in JSON-LD, with the kind of subject that it is. */
export interface Thing {
  readonly kind: SubjectKind
  readonly says: Readonly<Record<string, unknown>>
}

const KINDS: readonly (readonly [SubjectKind, RegExp])[] = [
  ['film', /^(Movie|TVSeries|TVMiniSeries|TVEpisode)$/],
  ['book', /^(Book|Audiobook)$/],
  [
    'restaurant',
    /^(Restaurant|CafeOrCoffeeShop|BarOrPub|FoodEstablishment|IceCreamShop|FastFoodRestaurant)$/,
  ],
  ['job', /^JobPosting$/],
  ['health', /^(Dentist|Physician|Hospital|MedicalClinic|MedicalBusiness|Optician|Pharmacy)$/],
  [
    'craftsman',
    /^(Electrician|Plumber|Locksmith|GeneralContractor|HousePainter|RoofingContractor|HVACBusiness|HomeAndConstructionBusiness)$/,
  ],
  ['shop', /^(Bakery|ShoppingCenter|\w*Store)$/],
  [
    'place',
    /^(TouristAttraction|Park|Beach|Museum|Campground|Hotel|LodgingBusiness|Resort|BedAndBreakfast)$/,
  ],
  ['business', /^(LocalBusiness|ProfessionalService)$/],
]
const OPEN_GRAPH: Readonly<Record<string, SubjectKind>> = {
  'video.movie': 'film',
  'video.tv_show': 'film',
  book: 'book',
  'books.book': 'book',
  'restaurant.restaurant': 'restaurant',
  place: 'place',
  'business.business': 'business',
}
const DEEPEST = 4
const MOST_NAMES = 3

/** The first thing of a kind that one would recommend. What a page is made of (its publisher, its path) is passed over. */
export function findThing(data: readonly unknown[]): Thing | undefined {
  for (const node of data.flatMap((block) => nodesIn(block, DEEPEST))) {
    const kind = kindOf(node)
    if (kind) return { kind, says: node }
  }
  return undefined
}

/** The kind that the page's own word for itself stands for. */
export function kindOfOpenGraph(type: string | undefined): SubjectKind | undefined {
  return type === undefined || !Object.hasOwn(OPEN_GRAPH, type) ? undefined : OPEN_GRAPH[type]
}

/** Who made it: "A", "A, B", in the order of the page. */
export function creatorOf({ says }: Thing): string | undefined {
  const names = list(says['director'] ?? says['author'] ?? says['creator']).flatMap(nameOf)
  return names.length === 0 ? undefined : names.slice(0, MOST_NAMES).join(', ')
}

export function yearOf({ says }: Thing): number | undefined {
  const said = says['datePublished'] ?? says['dateCreated'] ?? says['startDate'] ?? says['copyrightYear']
  const digits = typeof said === 'number' ? String(said) : typeof said === 'string' ? said : ''
  const year = Number(digits.match(/^\s*(\d{4})\b/)?.[1])
  return year >= 1000 && year <= 2100 ? year : undefined
}

export function placeOf({ says }: Thing): string | undefined {
  const [location] = list(says['jobLocation'] ?? says['location']).filter(isRecord)
  const [address] = list(says['address'] ?? location?.['address'])
  if (typeof address === 'string') return address
  const town = isRecord(address) ? address['addressLocality'] : undefined
  return typeof town === 'string' ? town : undefined
}

/** A text that the thing says under one of these names. */
export function textOf({ says }: Thing, ...names: readonly string[]): string | undefined {
  return names.map((name) => says[name]).find((value) => typeof value === 'string')
}

function nodesIn(value: unknown, depth: number): Readonly<Record<string, unknown>>[] {
  if (depth === 0) return []
  if (Array.isArray(value)) return value.flatMap((one) => nodesIn(one, depth - 1))
  if (!isRecord(value)) return []
  return [value, ...nodesIn(value['@graph'] ?? value['mainEntity'], depth - 1)]
}

function kindOf(node: Readonly<Record<string, unknown>>): SubjectKind | undefined {
  const types = list(node['@type']).filter((type) => typeof type === 'string')
  return KINDS.find(([, pattern]) => types.some((type) => pattern.test(type)))?.[0]
}

function nameOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  const name = isRecord(value) ? value['name'] : undefined
  return typeof name === 'string' ? [name] : []
}

function list(value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
