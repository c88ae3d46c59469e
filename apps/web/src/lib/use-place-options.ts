import { useQuery } from '@tanstack/react-query'
import { placesQuery } from './place-queries.ts'
import { whereabouts } from './words/place-words.ts'

/** Places that somebody may mean by what he types. */
export function usePlaceOptions(typed: string, isWanted: boolean) {
  const { data = [] } = useQuery({ ...placesQuery(typed), enabled: isWanted && typed.trim().length > 1 })
  if (!isWanted || typed.trim().length < 2) return []
  return data.map((place) => ({ key: place.id, title: place.name, line: whereabouts(place) }))
}
