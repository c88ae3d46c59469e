import {
  Bookmark,
  CircleUserRound,
  CloudOff,
  MapPin,
  Newspaper,
  Plus,
  RefreshCw,
  UsersRound,
  Utensils,
} from 'lucide-react'
import back from '../ui/back-link.module.css'
import { BottomBar, PlusDisc } from '../ui/bottom-bar.tsx'
import { Button } from '../ui/button.tsx'
import card from '../ui/card.module.css'
import facts from '../ui/facts.module.css'
import { Icon } from '../ui/icon.tsx'
import { HeroWords, Landing, Promises } from '../ui/landing.tsx'
import { Letter } from '../ui/letter.tsx'
import { Mark } from '../ui/mark.tsx'
import { Marked, MarkWords } from '../ui/marked.tsx'
import { Masthead, WideOnly } from '../ui/masthead.tsx'
import { MarginColumn, NarrowColumn, Page } from '../ui/page.tsx'
import { Ring, YouRing } from '../ui/ring.tsx'
import { SaidList } from '../ui/said-list.tsx'
import { CardSkeleton, RowSkeleton } from '../ui/skeleton.tsx'
import { Stamp } from '../ui/stamp.tsx'
import { StatusBar } from '../ui/status-bar.tsx'
import text from '../ui/text.module.css'
import { WaitingQuestion } from '../ui/waiting-question.tsx'
import css from './gallery.module.css'
import { Shown } from './shown.tsx'

/** Mark, masthead, columns, letters, stamps, cards, and the shapes of what is to come. */
export function PageParts() {
  return (
    <>
      <Heads />
      <Columns />
      <Words />
      <Fronts />
    </>
  )
}

function Heads() {
  return (
    <>
      <Shown as="The mark, small and large">
        <Mark spoken="Kith" /> <Mark large spoken="Kith" />
      </Shown>
      <Shown as="Masthead">
        <Masthead
          mark={<Mark spoken="Kith" />}
          label="Main"
          links={
            <>
              <a href="#main" aria-current="page">
                Feed
              </a>
              <a href="#main">People</a>
            </>
          }
          end={
            <>
              <WideOnly>
                <Button variant="primary">Recommend</Button>
              </WideOnly>
              <YouRing name="Ada Winter" />
            </>
          }
        />
      </Shown>
      <Shown as="The bar of a phone; a wide window has none">
        <div className={css.foot}>
          <BottomBar label="Sections">
            <a href="#main" aria-current="page">
              <Icon of={Newspaper} large />
              Feed
            </a>
            <a href="#main">
              <Icon of={UsersRound} large />
              People
            </a>
            <button type="button" aria-label="Recommend">
              <PlusDisc>
                <Icon of={Plus} large />
              </PlusDisc>
            </button>
            <a href="#main">
              <Icon of={Bookmark} large />
              Remembered
            </a>
            <a href="#main">
              <Icon of={CircleUserRound} large />
              Me
            </a>
          </BottomBar>
        </div>
      </Shown>
      <Shown as="Without a connection">
        <StatusBar icon={CloudOff}>No connection. What you write is kept on this device.</StatusBar>
      </Shown>
      <Shown as="With something newer">
        <StatusBar icon={RefreshCw} action={{ label: 'Load it', onPress: () => {} }}>
          A new version of Kith is here.
        </StatusBar>
      </Shown>
      <Shown as="The way back">
        <a href="#main" className={back.back}>
          Back
        </a>
      </Shown>
    </>
  )
}

function Columns() {
  return (
    <>
      <Shown as="A page with a margin for the chains, and marginalia">
        <Columned />
      </Shown>
      <Shown as="What is to come: cards, rows">
        <CardSkeleton count={1} />
        <RowSkeleton count={2} />
      </Shown>
    </>
  )
}

// Inside the gallery, which is the page’s own main.
function Columned() {
  return (
    <div role="presentation">
      <Page aside={<p className={text.meta}>Could you answer?</p>}>
        <MarginColumn spine>
          <article className={card.card}>
            <h3 className={card.title}>
              <a href="#main">
                <MarkWords words={['lindner']}>
                  <Marked>Gasthaus Lindner</Marked>
                </MarkWords>
              </a>
            </h3>
            <p className={facts.facts}>
              <span className={facts.kind}>
                <Icon of={Utensils} />
                Restaurant
              </span>
              <span>
                <Icon of={MapPin} />
                Steyr
              </span>
              <span>two weeks ago</span>
            </p>
            <p className={text.voice}>
              “The dumplings are as my grandmother made them, and nobody hurries you.”
            </p>
          </article>
        </MarginColumn>
        <NarrowColumn>
          <p className={text.voiceSmall}>A narrow column.</p>
        </NarrowColumn>
      </Page>
    </div>
  )
}

function Words() {
  return (
    <div className={css.narrow}>
      <Shown as="Type, from large to small">
        <h3 className={text.display}>Display: a page’s title</h3>
        <h3 className={text.titleSmall}>Small title: a section</h3>
        <p className={text.lead}>Lead: what a page is about.</p>
        <p className={text.voice}>“Voice: what a person wrote.”</p>
        <p className={text.voiceSmall}>“Small voice: what others say.”</p>
        <p className={text.name}>Name: somebody in a list</p>
        <p className={text.strong}>Strong</p>
        <p className={text.muted}>Muted</p>
        <p className={text.small}>Small</p>
        <p className={text.meta}>Meta</p>
        <p className={text.hint}>Hint</p>
        <a href="#main" className={text.link}>
          A link
        </a>
      </Shown>
      <Shown as="Stamps: connected, paid">
        <Stamp interest="connected" title="Connected." words="My brother owns it." note={null} />
        <Stamp interest="paid" title="Paid." words="My own firm." note="Said by whoever sells it." />
      </Shown>
      <Shown as="What something says, field by field">
        <SaidList
          said={[
            { field: 'title', label: 'What', text: 'Roofer Hable' },
            {
              field: 'why',
              label: 'Why',
              text: 'Came back after the storm, unasked, and looked at every shingle.',
            },
          ]}
        />
      </Shown>
      <Shown as="A question that waits">
        <WaitingQuestion title="Did Roofer Hable help?" line="Nobody else is told.">
          <Button>It helped</Button>
          <Button>It let me down</Button>
          <Button variant="quiet">Not yet</Button>
        </WaitingQuestion>
      </Shown>
      <Shown as="Letters: plain, posted">
        <Letter title="Sign in" sub="With the address that you gave.">
          <p>What stands in it.</p>
        </Letter>
        <Letter
          title="Ben wrote to you"
          picture={<Ring pattern="friends" name="Ben Aigner" size={56} />}
          posted
        >
          <p className={text.voice}>“Come in, it is about time.”</p>
        </Letter>
      </Shown>
    </div>
  )
}

function Fronts() {
  return (
    <Shown as="A page before one is signed in">
      <Landing
        mark={<Mark large spoken="Kith" />}
        links={<a href="#main">Deutsch</a>}
        hero={
          <>
            <HeroWords title="What good things people know">Recommendations from people you know.</HeroWords>
            <Promises
              promises={[
                { title: 'Nothing is public.', line: 'It travels along people who know each other.' },
                { title: 'Nobody is scored.', line: 'There is no number on anybody.' },
                { title: 'Interests are stated.', line: 'Whoever gains by it says so first.' },
              ]}
            />
          </>
        }
        letter={
          <Letter title="Sign in">
            <p>What stands in it.</p>
          </Letter>
        }
      />
    </Shown>
  )
}
