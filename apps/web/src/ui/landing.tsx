import type { ReactNode } from 'react'
import { cx } from './class-names.ts'
import css from './landing.module.css'

/** A page before one is signed in: what Kith is beside a letter that holds the form. */
export function Landing({ mark, links, hero, letter, foot, letterFirst = false }: LandingProps) {
  return (
    <div className={css.landing}>
      <header className={css.head}>
        {mark}
        <div className={css.links}>{links}</div>
      </header>
      <main id="main" className={cx(css.columns, letterFirst && css.letterFirst)}>
        <section className={css.hero}>{hero}</section>
        {letter}
      </main>
      {foot !== undefined && <footer className={css.foot}>{foot}</footer>}
    </div>
  )
}

interface LandingProps {
  mark: ReactNode
  links: ReactNode
  hero: ReactNode
  letter: ReactNode
  foot?: ReactNode
  /** On a phone the letter comes before what Kith says about itself. */
  letterFirst?: boolean
}

/** The large sentence and the one below it. */
export function HeroWords({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h1 className={css.title}>
        <span className={css.over}>{title}</span>
      </h1>
      <p className={css.lead}>
        <span className={css.over}>{children}</span>
      </p>
    </>
  )
}

/** Three promises, side by side where there is room. */
export function Promises({ promises }: { promises: readonly { title: string; line: string }[] }) {
  return (
    <ul className={css.promises}>
      {promises.map(({ title, line }) => (
        <li key={title}>
          <b>{title}</b> {line}
        </li>
      ))}
    </ul>
  )
}
