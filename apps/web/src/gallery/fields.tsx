import { Briefcase, Clapperboard, Hammer } from 'lucide-react'
import { useState } from 'react'
import { ChoiceChips } from '../ui/choice-chips.tsx'
import { CircleChips } from '../ui/circle-chips.tsx'
import { ComboField } from '../ui/combo-field.tsx'
import { Refusal, TextArea, TextField } from '../ui/field.tsx'
import { OpeningLines } from '../ui/opening-lines.tsx'
import { ClosenessList, RadioList } from '../ui/radio-list.tsx'
import { Switch } from '../ui/switch.tsx'
import { TieChecks } from '../ui/tie-checks.tsx'
import { TieChoice } from '../ui/tie-choice.tsx'
import css from './gallery.module.css'
import { nothing, Shown } from './shown.tsx'

const TIES = [
  { person: { id: 'ben', name: 'Ben Aigner', ring: 'friends' as const } },
  { person: { id: 'mia', name: 'Mia Lang', ring: 'family' as const } },
  { person: { id: 'paul', name: 'Paul Steindl', ring: 'club' as const } },
]

/** Lines to write on, lists to choose from, switches. */
export function Fields() {
  return (
    <div className={css.narrow}>
      <Lines />
      <Lists />
      <Chips />
      <TheTies />
    </div>
  )
}

function Lines() {
  return (
    <>
      <Shown as="A line: empty, with a hint, refused, for data">
        <TextField label="What is it?" placeholder="A film, a roofer, a walk" />
        <TextField label="Place" aside="if you like" hint="As you would say it." defaultValue="Steyr" />
        <TextField label="Name" defaultValue="" error="Please give the name that people know you by." />
        <TextField label="E-mail" data defaultValue="ada@example.org" />
      </Shown>
      <Shown as="Ruled paper: empty, written on, refused">
        <TextArea label="Why?" aside="one sentence is enough" />
        <TextArea label="Why?" defaultValue="Came when he said he would, and the roof is dry." />
        <TextArea label="Why?" defaultValue="" error="Please say why, in a sentence." />
      </Shown>
      <Shown as="A line that offers what one may mean">
        <ComboField
          label="Place"
          hint="A town or village."
          value="Ste"
          maxLength={60}
          options={[
            { key: 1, title: 'Steyr', line: 'Upper Austria' },
            { key: 2, title: 'Steinbach', line: 'Hesse' },
          ]}
          listLabel="Places"
          onType={nothing}
          onPick={nothing}
        />
      </Shown>
      <Shown as="A refusal that belongs to no single field">
        <Refusal>You have thirty open requests. Wait until one is answered.</Refusal>
      </Shown>
    </>
  )
}

function Lists() {
  const [switched, setSwitched] = useState(true)
  return (
    <>
      <Shown as="One of a few: none chosen, one chosen, refused">
        <RadioList
          legend="Do you gain by it?"
          choices={[
            { value: 'none', title: 'None.', line: 'Nobody of mine does either.' },
            { value: 'paid', title: 'Paid.', line: 'I earn by it.' },
          ]}
          value={null}
          error="Please choose one."
          onChoose={nothing}
        />
        <RadioList
          legend="When?"
          choices={[
            { value: 'soon', title: 'At once' },
            { value: 'week', title: 'Once a week' },
          ]}
          value="week"
          onChoose={nothing}
        />
      </Shown>
      <Shown as="Closeness">
        <ClosenessList
          legend="How well do you know Ben?"
          aside="only you see it"
          value={4}
          steps={[
            { closeness: 1, title: 'know in passing', line: 'You greet each other.' },
            { closeness: 2, title: 'acquainted', line: 'You talk now and then.' },
            { closeness: 3, title: 'know well', line: 'You would ask for a favour.' },
            { closeness: 4, title: 'close', line: 'You would lend your keys.' },
            { closeness: 5, title: 'like family', line: 'You would call at night.' },
          ]}
          onChoose={nothing}
        />
      </Shown>
      <Shown as="Switches: on, off, busy">
        <Switch
          title="Things may travel on through me"
          line="What your people recommend reaches your other people."
          on={switched}
          onSwitch={setSwitched}
        />
        <Switch title="Found by my handle" on={false} onSwitch={nothing} />
        <Switch title="Name me further on, too" on busy onSwitch={nothing} />
      </Shown>
    </>
  )
}

function Chips() {
  return (
    <>
      <Shown as="Chips to choose of: kinds, kinds refused, circles">
        <ChoiceChips
          label="Kind"
          options={[
            { key: 'film', icon: Clapperboard, word: 'Film' },
            { key: 'craftsman', icon: Hammer, word: 'Craftsman' },
            { key: 'job', icon: Briefcase, word: 'Job' },
          ]}
          chosen="craftsman"
          onChoose={nothing}
        />
        <ChoiceChips
          label="Kind, refused"
          options={[{ key: 'film', icon: Clapperboard, word: 'Film' }]}
          chosen={null}
          invalid
          onChoose={nothing}
        />
        <CircleChips
          circles={[
            { id: 'family', name: 'Family', kind: 'family' },
            { id: 'friends', name: 'Friends', kind: 'friends' },
          ]}
          chosen={['friends']}
          onChoose={nothing}
        />
        <OpeningLines
          opens={{ count: 2, titles: ['Gasthaus Lindner', 'Roofer Hable'] }}
          closes={{ count: 1, titles: ['A walk along the Enns'] }}
        />
      </Shown>
    </>
  )
}

function TheTies() {
  return (
    <>
      <Shown as="One of my ties">
        <TieChoice label="Who?" ties={TIES} chosen="mia" onChoose={nothing} />
      </Shown>
      <Shown as="Ties to tick">
        <TieChecks label="Not for" ties={TIES} chosen={['paul']} onChoose={nothing} />
      </Shown>
    </>
  )
}
