import { AudiencePicture } from '../ui/audience-picture.tsx'
import type { ChainPerson } from '../ui/chain.tsx'
import { EmptyState, RingsPicture, UpToDate } from '../ui/empty-state.tsx'
import { Glance } from '../ui/glance.tsx'
import layout from '../ui/layout.module.css'
import { QrCode } from '../ui/qr-code.tsx'
import { StandingPicture } from '../ui/standing-picture.tsx'
import css from './gallery.module.css'
import { Shown } from './shown.tsx'

const BEN: ChainPerson = { name: 'Ben Aigner', closeness: 4, ring: 'friends' }
const MIA: ChainPerson = { name: 'Mia Lang', closeness: 5, ring: 'family' }
const PAUL: ChainPerson = { name: 'Paul Steindl', closeness: 2, ring: 'club' }

/** What is drawn: who is reached, where voices stand, the places still open. */
export function Pictures() {
  return (
    <div className={css.narrow}>
      <Shown as="An audience: 18 and about 50, nobody">
        <div className={layout.buttons}>
          <AudiencePicture ring1={18} about={50} label="18 people, about 50 through them" />
          <AudiencePicture ring1={0} about={null} label="Nobody but you" />
        </div>
      </Shown>
      <Shown as="Where the voices about a subject stand">
        <StandingPicture
          label="Three voices"
          voices={[
            { key: 'one', tie: BEN, between: 0, against: false },
            { key: 'two', tie: MIA, between: 1, against: true },
            { key: 'three', tie: PAUL, between: 2, against: false },
          ]}
        />
      </Shown>
      <Shown as="The idea at a glance">
        <Glance
          label="You, Ben, a friend of Ben’s"
          you="You"
          tie={{ name: 'Ben Aigner', title: 'Ben', line: 'whom you know well' }}
          beyond={{ title: 'A friend of Ben’s', line: 'who was there' }}
        >
          “The roof is dry, and he came when he said.”
        </Glance>
      </Shown>
      <Shown as="An empty list, with the places still open">
        <EmptyState
          picture={<RingsPicture me="Ada Winter" ties={[BEN, MIA]} label="You, Ben and Mia" />}
          title="Nothing from your people yet"
        >
          What Ben and Mia recommend will stand here.
        </EmptyState>
      </Shown>
      <Shown as="The end of a list">
        <UpToDate title="You are up to date.">Nothing else has reached you.</UpToDate>
      </Shown>
      <Shown as="A code for a camera">
        <QrCode text="https://kith.example.org/join/ABCD" label="The code of the choir" />
      </Shown>
    </div>
  )
}
