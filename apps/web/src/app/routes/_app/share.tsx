import { createFileRoute, redirect } from '@tanstack/react-router'
import { layReady, sharedIn } from '../../../lib/shared.ts'

/** Where other apps share to, as the manifest says: straight into the composer. */
export const Route = createFileRoute('/_app/share')({
  beforeLoad: ({ location }) => {
    layReady(sharedIn(new URLSearchParams(location.searchStr)))
    redirect({ to: '/', search: { sheet: 'recommend' }, replace: true, throw: true })
  },
})
