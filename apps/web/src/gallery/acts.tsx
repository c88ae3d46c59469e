import { Bookmark, FileUp, HandHeart, Pause, Plus, Send, UserMinus, X } from 'lucide-react'
import { Action, Actions, MoreAction } from '../ui/action.tsx'
import { Button, buttonClass, IconButton } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { FileButton } from '../ui/file-button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Knob, Knobs } from '../ui/knobs.tsx'
import layout from '../ui/layout.module.css'
import { LinkToSend } from '../ui/link-to-send.tsx'
import { Order } from '../ui/order.tsx'
import { Pill } from '../ui/pill.tsx'
import { Ring } from '../ui/ring.tsx'
import { ShowMore } from '../ui/show-more.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { TryAgain } from '../ui/try-again.tsx'
import { nothing, Shown } from './shown.tsx'

const PAGES = {
  hasNextPage: true,
  isFetchingNextPage: false,
  isFetchNextPageError: false,
  error: null,
  fetchNextPage: () => Promise.resolve(),
}

/** Buttons, chips, actions, knobs, tabs and the ways on. */
export function Acts() {
  return (
    <>
      <Buttons />
      <Chips />
      <Rows />
      <WaysOn />
    </>
  )
}

function Buttons() {
  return (
    <>
      <Shown as="Buttons: primary, second, quiet">
        <div className={layout.buttons}>
          <Button variant="primary">
            <Icon of={Plus} />
            Recommend
          </Button>
          <Button>Add a note</Button>
          <Button variant="quiet">Not now</Button>
          <a href="#main" className={buttonClass('second')}>
            A link like one
          </a>
        </div>
      </Shown>
      <Shown as="Busy, disabled, by its icon alone">
        <div className={layout.buttons}>
          <Button variant="primary" busy busyLabel="Sending">
            Send
          </Button>
          <Button variant="primary" disabled>
            Recommend to 18 people
          </Button>
          <Button disabled>Add a passkey</Button>
          <IconButton label="Close">
            <Icon of={X} large />
          </IconButton>
        </div>
      </Shown>
      <Shown as="To choose a file by: free, busy">
        <div className={layout.buttons}>
          <FileButton label="A file of contacts" accept={['.vcf']} onChoose={nothing}>
            <Icon of={FileUp} />
            Choose a file
          </FileButton>
          <FileButton
            label="Photo"
            accept={['image/*']}
            variant="quiet"
            busy
            busyLabel="Sending"
            onChoose={nothing}
          >
            Add a photo
          </FileButton>
        </div>
      </Shown>
      <Shown as="Two of equal size">
        <div className={layout.evenButtons}>
          <Button>Later</Button>
          <Button variant="primary">Accept</Button>
        </div>
      </Shown>
    </>
  )
}

function Chips() {
  return (
    <Shown as="Chips: free, chosen, in force, opening a sheet, refused">
      <div className={layout.chips}>
        <Chip chosen={false}>
          <Ring pattern="family" size={24} />
          Family
        </Chip>
        <Chip chosen>
          <Ring pattern="club" size={24} />
          Club people
        </Chip>
        <Chip removable>Restaurants</Chip>
        <Chip opens>Anywhere</Chip>
        <Chip chosen={false} aria-invalid>
          Film
        </Chip>
        <Chip disabled>Not now</Chip>
      </div>
    </Shown>
  )
}

function Rows() {
  return (
    <>
      <Shown as="Actions: free, done, more">
        <Actions>
          <Action icon={Bookmark} onPress={nothing}>
            Remember
          </Action>
          <Action icon={HandHeart} done onPress={nothing}>
            Thanked
          </Action>
          <Action icon={Send} onPress={nothing}>
            Pass on
          </Action>
          <MoreAction label="More" onPress={nothing} />
        </Actions>
      </Shown>
      <Shown as="Knobs: with and without a line, busy">
        <Knobs>
          <Knob
            icon={Pause}
            title="Pause Ben"
            line="You hear nothing by or through Ben. Ben does not notice."
            onPress={nothing}
          />
          <Knob icon={UserMinus} title="End the tie" onPress={nothing} />
          <Knob icon={X} title="Hide this voice" busy onPress={nothing} />
        </Knobs>
      </Shown>
      <Shown as="Tabs">
        <Tabs label="Sections">
          <a href="#main" aria-current="page">
            All
          </a>
          <a href="#main">For me</a>
          <a href="#main">Asks</a>
        </Tabs>
      </Shown>
      <Shown as="Order">
        <Order
          label="Order"
          value="trust"
          choices={[
            { value: 'trust', title: 'Most trusted' },
            { value: 'new', title: 'Newest' },
          ]}
          onChoose={nothing}
        />
      </Shown>
    </>
  )
}

function WaysOn() {
  return (
    <>
      <Shown as="Pill">
        <Pill text="3 new" onPress={nothing} />
      </Shown>
      <Shown as="The next page: offered, on its way, not come">
        <ShowMore of={PAGES} />
        <ShowMore of={{ ...PAGES, isFetchingNextPage: true }} />
        <ShowMore
          of={{ ...PAGES, isFetchNextPageError: true }}
          words={() => 'Kith cannot be reached just now.'}
          quiet
        />
      </Shown>
      <Shown as="Try again">
        <TryAgain onAgain={nothing}>Kith cannot be reached just now.</TryAgain>
      </Shown>
      <Shown as="A link to send">
        <LinkToSend link="https://kith.example.org/invitation/9f3kQ" />
      </Shown>
    </>
  )
}
