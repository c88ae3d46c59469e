import { ThumbsDown } from 'lucide-react'
import { Bars } from '../ui/bars.tsx'
import { Chain } from '../ui/chain.tsx'
import layout from '../ui/layout.module.css'
import linkRows from '../ui/link-rows.module.css'
import { Path } from '../ui/path.tsx'
import { HollowRing, NamedRing, Ring, type RingPattern, YouRing } from '../ui/ring.tsx'
import rows from '../ui/rows.module.css'
import { Tag, Tags } from '../ui/tag.tsx'
import text from '../ui/text.module.css'
import { WhyLine } from '../ui/why-line.tsx'
import { nothing, Shown } from './shown.tsx'

const PATTERNS: readonly RingPattern[] = [
  'family',
  'friends',
  'acquaintances',
  'colleagues',
  'business',
  'club',
  'likeminded',
  'unsorted',
]

/** Rings, chains, why lines, and rows of people. */
export function People() {
  return (
    <>
      <Rings />
      <Chains />
      <Lists />
    </>
  )
}

function Rings() {
  return (
    <>
      <Shown as="A ring for each circle kind, with and without a name">
        <div className={layout.buttons}>
          {PATTERNS.map((pattern) => (
            <Ring key={pattern} pattern={pattern} name="Ben Aigner" />
          ))}
          {PATTERNS.map((pattern) => (
            <Ring key={pattern} pattern={pattern} size={24} />
          ))}
        </div>
      </Shown>
      <Shown as="You; somebody beyond a tie, discreet and open; somebody with a photo">
        <div className={layout.buttons}>
          <YouRing name="Ada Winter" size={56} />
          <YouRing />
          <HollowRing />
          <HollowRing size={40} />
          <NamedRing name="Olga Reiter" />
          <Ring pattern="friends" name="Mia Lang" face="/icon.svg" size={56} />
        </div>
      </Shown>
    </>
  )
}

function Chains() {
  return (
    <>
      {([1, 2, 3, 4, 5, null] as const).map((closeness) => (
        <Shown
          key={closeness}
          as={closeness === null ? 'A chain, unsorted' : `A chain of closeness ${closeness}`}
        >
          <Chain tie={{ name: 'Ben Aigner', closeness, ring: 'friends' }} />
        </Shown>
      ))}
      <Shown as="Chains of two and three ties: discreet, open">
        <div className={layout.stack}>
          <Chain tie={{ name: 'Ben Aigner', closeness: 4, ring: 'friends' }} beyond={[{ shown: 'hollow' }]} />
          <Chain
            tie={{ name: 'Mia Lang', closeness: 5, ring: 'family' }}
            beyond={[{ shown: 'named', name: 'Olga Reiter' }, { shown: 'hollow' }]}
          />
        </div>
      </Shown>
      <Shown as="Why lines: to open, and not">
        <WhyLine
          who="A friend of Ben’s"
          how="whom you know well"
          label="How this reached you"
          onOpen={nothing}
        />
        <WhyLine who="Mia Lang" how={null} />
      </Shown>
      <Shown as="A path">
        <Path
          steps={[
            {
              key: 'you',
              ring: <YouRing name="Ada" />,
              title: 'You',
              next: 4,
              children: <p>Ben is close to you.</p>,
            },
            {
              key: 'ben',
              ring: <Ring pattern="friends" name="Ben Aigner" />,
              title: 'Ben Aigner',
              next: 'unknown',
              children: <p>Ben lets things travel on.</p>,
            },
            {
              key: 'third',
              ring: <HollowRing size={40} />,
              title: 'A friend of Ben’s',
              next: null,
              children: <p>Recommended the Gasthaus Lindner.</p>,
            },
          ]}
        />
      </Shown>
    </>
  )
}

function Lists() {
  return (
    <>
      <Shown as="Rows of people">
        <ul className={rows.rows}>
          <li>
            <Ring pattern="club" name="Paul Steindl" size={44} />
            <div>
              <p className={text.name}>Paul Steindl</p>
              <p className={text.meta}>acquainted</p>
            </div>
          </li>
          <li>
            <Ring pattern="unsorted" name="Ćela Ősz" size={44} />
            <div>
              <p className={text.name}>Ćela Ősz</p>
              <p className={text.meta}>unsorted</p>
            </div>
          </li>
        </ul>
      </Shown>
      <Shown as="Rows that lead somewhere">
        <ul className={linkRows.rows}>
          <li>
            <a href="#main" className={linkRows.row}>
              <Ring pattern="club" name="Choir" />
              <span className={linkRows.words}>
                <span className={`${text.name} ${linkRows.name}`}>Choir of Steyr</span>
                <span className={text.meta}>23 members</span>
              </span>
            </a>
          </li>
        </ul>
      </Shown>
      <Shown as="Tags and bars">
        <Tags>
          <Tag icon={ThumbsDown} tone="against">
            Advises against
          </Tag>
          <Tag icon={ThumbsDown}>still true</Tag>
        </Tags>
        <Bars filled={3} label="Three of five" />
      </Shown>
    </>
  )
}
