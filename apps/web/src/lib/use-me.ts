import type { Me } from '@kith/contract'
import { useQuery } from '@tanstack/react-query'
import { meQuery } from './my-queries.ts'

/** Who I am. Only asked below the signed-in layout, which renders nothing before it knows. */
export function useMe(): Me {
  const { data } = useQuery(meQuery)
  if (data === undefined || data === null) throw new Error('nobody is signed in where somebody must be')
  return data
}
