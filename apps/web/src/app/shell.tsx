import type { Me } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { Bookmark, CircleUserRound, Newspaper, Plus, Search, UsersRound } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Bell } from '../features/notifications/bell.tsx'
import { faceOf } from '../lib/face.ts'
import { meQuery } from '../lib/my-queries.ts'
import { goByTimeZone } from '../lib/time-zone.ts'
import { useActionKeys } from '../lib/use-action-keys.ts'
import { useOpenSheet } from '../lib/use-sheet.ts'
import { useShortcuts } from '../lib/use-shortcuts.ts'
import { BottomBar, PlusDisc } from '../ui/bottom-bar.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Masthead, WideOnly } from '../ui/masthead.tsx'
import { YouRing } from '../ui/ring.tsx'
import text from '../ui/text.module.css'
import { HomeMark } from './home-mark.tsx'
import { Sheets } from './sheets.tsx'
import css from './shell.module.css'
import { StandingBar } from './standing-bar.tsx'

// What belongs to a section of the navigation without lying below its address.
const SECTIONS: Record<string, 'people' | 'me'> = {
  care: 'people',
  circles: 'people',
  clubs: 'people',
  introductions: 'people',
  invitations: 'people',
  letter: 'me',
  notebook: 'me',
  settings: 'me',
  thanks: 'me',
  threads: 'people',
}

/** What stands around every page of somebody who is signed in. */
export function Shell() {
  const { data: me } = useQuery(meQuery)
  if (me === null) return <Navigate to="/sign-in" replace />
  if (me === undefined) return null
  // Before anything below says a date.
  goByTimeZone(me.timeZone)
  return <Frame me={me} />
}

function Frame({ me }: { me: Me }) {
  const { t } = useLingui()
  const { name } = me
  const openSheet = useOpenSheet()
  const currentIn = useCurrentSection()
  useFocusOnMove()
  const openSearch = useOpenSearch()
  useActionKeys()
  useShortcuts({
    n: () => openSheet('recommend'),
    '/': openSearch,
    '?': () => openSheet('keys'),
  })
  return (
    <>
      <a href="#main" className={css.skip}>{t`To the text`}</a>
      <StandingBar />
      <Masthead
        mark={<HomeMark />}
        label={t`Main`}
        links={
          <>
            <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>{t`Feed`}</Link>
            <Link to="/people" {...currentIn('people')}>{t`People`}</Link>
            <Link to="/remembered">{t`Remembered`}</Link>
          </>
        }
        end={
          <>
            <Link to="/search" className={css.search}>
              <Icon of={Search} />
              <span>{t`Search my network`}</span>
              <kbd aria-hidden>/</kbd>
            </Link>
            <Bell />
            <WideOnly>
              <Button variant="primary" onClick={() => openSheet('recommend')}>
                <Icon of={Plus} />
                {t`Recommend`}
              </Button>
            </WideOnly>
            <Link to="/me" title={t`My page`}>
              <YouRing name={name} face={faceOf(me)} />
              <span className={text.vh}>{t`My page, ${name}`}</span>
            </Link>
          </>
        }
      />
      <Outlet />
      <PhoneBar onRecommend={() => openSheet('recommend')} />
      <Sheets />
    </>
  )
}

/** Marks the section of the navigation that the page at hand belongs to. */
function useCurrentSection() {
  const room = useLocation({ select: ({ pathname }) => pathname.split('/')[1] ?? '' })
  return (section: 'people' | 'me') => (SECTIONS[room] === section ? { 'aria-current': true } : {})
}

/** After a move to another page the next key goes on in its text, not in the masthead of the last one. */
function useFocusOnMove() {
  const path = useLocation({ select: ({ pathname }) => pathname })
  const before = useRef(path)
  useEffect(() => {
    if (before.current !== path) firstOf(path)?.focus({ preventScroll: true })
    before.current = path
  }, [path])
}

/** Where one goes on writing or reading on this page. */
function firstOf(path: string): HTMLElement | null {
  return document.getElementById(path === '/search' ? 'search' : 'main')
}

/** Goes to the line to search on, wherever that is. */
function useOpenSearch() {
  const navigate = useNavigate()
  return () => {
    const field = document.getElementById('search')
    if (field === null) void navigate({ to: '/search' })
    else field.focus()
  }
}

function PhoneBar({ onRecommend }: { onRecommend: () => void }) {
  const { t } = useLingui()
  const currentIn = useCurrentSection()
  return (
    <BottomBar label={t`Sections`}>
      <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
        <Icon of={Newspaper} large />
        {t`Feed`}
      </Link>
      <Link to="/people" {...currentIn('people')}>
        <Icon of={UsersRound} large />
        {t`People`}
      </Link>
      <button type="button" aria-label={t`Recommend`} onClick={onRecommend}>
        <PlusDisc>
          <Icon of={Plus} large />
        </PlusDisc>
      </button>
      <Link to="/remembered">
        <Icon of={Bookmark} large />
        {t`Remembered`}
      </Link>
      <Link to="/me" {...currentIn('me')}>
        <Icon of={CircleUserRound} large />
        {t({ message: 'Me', context: 'bottom bar' })}
      </Link>
    </BottomBar>
  )
}
