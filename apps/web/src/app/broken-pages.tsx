import { useRouter } from '@tanstack/react-router'
import layout from '../ui/layout.module.css'
import { Page } from '../ui/page.tsx'
import { NothingHere, PageFailure } from './failure.tsx'
import { HomeMark } from './home-mark.tsx'

/** An address that leads nowhere. */
export function MissingPage() {
  return (
    <Page>
      <div className={layout.room}>
        <HomeMark large />
      </div>
      <NothingHere />
    </Page>
  )
}

/** A page that could not begin, or broke: why, and once more. */
export function BrokenPage({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const router = useRouter()
  return (
    <Page>
      <div className={layout.room}>
        <HomeMark large />
      </div>
      <PageFailure
        error={error}
        onAgain={() => {
          onAgain()
          void router.invalidate()
        }}
      />
    </Page>
  )
}
