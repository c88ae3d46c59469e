import type { ReactNode } from 'react'
import text from '../ui/text.module.css'
import { Acts } from './acts.tsx'
import { Fields } from './fields.tsx'
import css from './gallery.module.css'
import { Overlays } from './overlays.tsx'
import { PageParts } from './page-parts.tsx'
import { People } from './people.tsx'
import { Pictures } from './pictures.tsx'

/** Every part of `ui` in its states, for whoever builds with them; what it says is made up and stays in English. */
export function Gallery() {
  return (
    <div className={css.gallery}>
      <h1 className={text.display}>Parts of Kith</h1>
      <Group name="acts" title="What one presses">
        <Acts />
      </Group>
      <Group name="fields" title="What one writes and chooses">
        <Fields />
      </Group>
      <Group name="people" title="People and chains">
        <People />
      </Group>
      <Group name="pictures" title="Pictures">
        <Pictures />
      </Group>
      <Group name="page-parts" title="What a page is made of">
        <PageParts />
      </Group>
      <Group name="overlays" title="What lies over a page">
        <Overlays />
      </Group>
    </div>
  )
}

function Group({ name, title, children }: { name: string; title: string; children: ReactNode }) {
  return (
    <section className={css.group} data-group={name}>
      <h2 className={text.titleSmall}>{title}</h2>
      {children}
    </section>
  )
}
