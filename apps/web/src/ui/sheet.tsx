import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { type ReactNode, useContext, useRef, useState } from 'react'
import { IconButton } from './button.tsx'
import { cx } from './class-names.ts'
import { Icon } from './icon.tsx'
import scrim from './scrim.module.css'
import { OverScrim } from './scrim.tsx'
import css from './sheet.module.css'

/**
 * From below on a phone, a dialog on a wide screen. Focus stays inside and returns to the opener; Escape closes, first what
 * a field offers.
 * `picture` stands left of the title; `foot` sticks to the end of what scrolls.
 */
export function Sheet({ title, picture, sub, wide = false, onClose, foot, children }: SheetProps) {
  const { t } = useLingui()
  const content = useRef<HTMLDivElement>(null)
  const [opener] = useState(findOpener)
  const isOverScrim = useContext(OverScrim)
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      {/* Named, since it would look for the body only after a first rendering, and then render all of it at once. */}
      <Dialog.Portal container={document.body}>
        <Dialog.Overlay className={cx(css.room, !isOverScrim && scrim.dark)}>
          <Dialog.Content
            ref={content}
            className={cx(css.sheet, wide && css.wide)}
            aria-describedby={undefined}
            onEscapeKeyDown={(event) => {
              // The field closes its list by it, and stays.
              if (document.activeElement?.matches('[data-keeps-escape]')) event.preventDefault()
            }}
            onOpenAutoFocus={(event) => {
              // The sheet itself, so that its title is read first; a field that asks for the focus has it already.
              event.preventDefault()
              content.current?.focus({ preventScroll: true })
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault()
              const { inner, outer } = opener
              const back = inner?.isConnected ? inner : outer
              back?.focus({ preventScroll: true })
            }}
          >
            <div className={css.grip} />
            <header className={css.head}>
              {picture}
              <div className={css.grow}>
                <Dialog.Title className={css.title}>{title}</Dialog.Title>
                {sub !== undefined && <p className={css.sub}>{sub}</p>}
              </div>
              <Dialog.Close asChild>
                <IconButton label={t`Close`}>
                  <Icon of={X} large />
                </IconButton>
              </Dialog.Close>
            </header>
            <OverScrim value={false}>
              {children}
              {foot !== undefined && <footer className={css.foot}>{foot}</footer>}
            </OverScrim>
          </Dialog.Content>
        </Dialog.Overlay>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

let lastOutside: HTMLElement | null = null

/** What was pressed, and what was pressed on the page below: a sheet may be opened from one that goes away with it. */
function findOpener(): { inner: HTMLElement | null; outer: HTMLElement | null } {
  const inner = document.activeElement instanceof HTMLElement ? document.activeElement : null
  if (inner?.closest('[role="dialog"]') === null) lastOutside = inner
  return { inner, outer: lastOutside }
}

interface SheetProps {
  title: ReactNode
  picture?: ReactNode
  sub?: ReactNode
  wide?: boolean
  onClose: () => void
  foot?: ReactNode
  children: ReactNode
}

/** One part of a sheet. */
export function SheetPart({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <section className={css.part}>
      {title !== undefined && <h2 className={css.partTitle}>{title}</h2>}
      {children}
    </section>
  )
}
