import { createFileRoute, redirect } from '@tanstack/react-router'
import { meQuery } from '../../lib/my-queries.ts'
import { sheetSearch } from '../../lib/use-sheet.ts'
import { Shell } from '../shell.tsx'

export const Route = createFileRoute('/_app')({
  validateSearch: sheetSearch,
  beforeLoad: async ({ context, location }) => {
    const me = await context.queryClient.ensureQueryData(meQuery)
    if (me === null) {
      redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href }, throw: true })
    }
    return { me }
  },
  component: Shell,
})
