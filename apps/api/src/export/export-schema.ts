import { Export } from '@kith/contract'
import { z } from 'zod'

/** The JSON schema of an export, which goes with it. */
export function exportSchema(): object {
  return z.toJSONSchema(Export, { io: 'output', unrepresentable: 'any' })
}
