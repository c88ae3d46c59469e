import type { AskedOfMe, ForMe, ForMeItem, ShownTie, SubjectKind } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Asked } from '../../../features/asks/ask-card.tsx'
import { CandidacyQuestion } from '../../../features/candidacies/candidacy-question.tsx'
import { ClosingSheet } from '../../../features/for-me/closing-sheet.tsx'
import { ForMeEntry } from '../../../features/for-me/for-me-item.tsx'
import { forMeQuery, useSeeForMe } from '../../../features/for-me/for-me-queries.ts'
import { Facts } from '../../../features/recommendations/facts.tsx'
import { useOpenWhy } from '../../../features/recommendations/open-why.ts'
import { Said } from '../../../features/recommendations/said.tsx'
import { useNewOnes } from '../../../lib/use-new-ones.ts'
import { useOpenSheet } from '../../../lib/use-sheet.ts'
import { buttonClass } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { FeedTabs } from '../../feed-tabs.tsx'
import { PageHead } from '../../page-head.tsx'
import { Paged } from '../../paged.tsx'
import { VoiceActionRow } from '../../voice-actions.tsx'

export const Route = createFileRoute('/_app/for-me')({ component: ForMePage })

function ForMePage() {
  const { t } = useLingui()
  return (
    <Page aside={<section />}>
      <PageHead title={t`For me`} tabs={<FeedTabs />}>
        <Trans>What your ties brought to you. They do not learn whether you saw it.</Trans>
      </PageHead>
      <MarginColumn>
        <Paged list={useInfiniteQuery(forMeQuery)}>{(pages) => <Brought pages={pages} />}</Paged>
      </MarginColumn>
    </Page>
  )
}

function Brought({ pages }: { pages: readonly ForMe[] }) {
  const openWhy = useOpenWhy()
  const openSheet = useOpenSheet()
  const { mutate: see } = useSeeForMe()
  const [closing, setClosing] = useState<Closing | null>(null)
  const items = pages.flatMap((page) => page.items)
  const asks = pages.flatMap((page) => page.asks)
  const newOnes = useNewOnes({
    fresh: [...asks.filter(isUnseen).map(keyOfAsk), ...items.filter(isUnseen).map(keyOf)],
    asOf: pages[0]?.asOf,
    onSeen: see,
  })
  if (items.length + asks.length === 0) return <NothingBrought />
  return (
    <>
      <ol>
        {asks.map((one) => (
          <ForMeEntry
            key={keyOfAsk(one)}
            brought={{ ...one, reason: 'sought', sentence: null }}
            isNew={newOnes.has(keyOfAsk(one))}
            onClose={() => setClosing({ from: one.from, kind: one.ask.wish.kind })}
          >
            <Asked ask={one.ask} onAnswer={(of) => openSheet('answer', of)} />
          </ForMeEntry>
        ))}
        {items.map((item) => (
          <ForMeEntry
            key={keyOf(item)}
            brought={item}
            isNew={newOnes.has(keyOf(item))}
            onClose={() => setClosing({ from: item.from, kind: item.voice.subject.kind })}
          >
            <Said
              voice={item.voice}
              onWhy={openWhy}
              heading={
                <>
                  <h2>
                    <Link to="/recommendations/$id" params={{ id: item.voice.post }}>
                      {item.voice.subject.title}
                    </Link>
                  </h2>
                  <Facts subject={item.voice.subject} voice={item.voice} />
                </>
              }
            />
            <CandidacyQuestion voice={item.voice} />
            <VoiceActionRow voice={item.voice} />
          </ForMeEntry>
        ))}
      </ol>
      {closing !== null && <ClosingSheet {...closing} onClose={() => setClosing(null)} />}
    </>
  )
}

/** From whom, and of which kind, nothing more may be wanted. */
interface Closing {
  from: ShownTie
  kind: SubjectKind
}

function isUnseen({ unseen }: { unseen: boolean }): boolean {
  return unseen
}

function keyOf({ reason, from, voice }: ForMeItem): string {
  return [reason, from.id, voice.post].join('/')
}

function keyOfAsk({ from, ask }: AskedOfMe): string {
  return ['sought', from.id, ask.post].join('/')
}

function NothingBrought() {
  const { t } = useLingui()
  return (
    <EmptyState
      title={t`Nothing for you yet`}
      actions={
        <Link to="/" className={buttonClass('second')}>
          <Trans>To the feed</Trans>
        </Link>
      }
    >
      <Trans>
        What somebody whom you know passes on or addresses to you, with a word why, will stand here.
      </Trans>
    </EmptyState>
  )
}
