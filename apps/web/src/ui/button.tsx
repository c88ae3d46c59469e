import { LoaderCircle } from 'lucide-react'
import type { ButtonHTMLAttributes } from 'react'
import css from './button.module.css'
import { cx } from './class-names.ts'
import { Icon } from './icon.tsx'

type Variant = 'primary' | 'second' | 'quiet'

/** The classes of a button, for what is a link but looks like one. */
export function buttonClass(variant: Variant, wide = false): string {
  return cx(css.button, css[variant], wide && css.wide)
}

/** A verb to press. While busy it shows `busyLabel`, keeps its width and refuses further presses. */
export function Button({ variant = 'second', wide, busy, busyLabel, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass(variant, wide)}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : rest.onClick}
      aria-disabled={busy || undefined}
    >
      {busy ? (
        <>
          <Icon of={LoaderCircle} className={css.spin} />
          {busyLabel}
        </>
      ) : (
        children
      )}
    </button>
  )
}

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  variant?: Variant
  wide?: boolean
  busy?: boolean
  busyLabel?: string
}

/** A round button that is an icon alone and therefore has a spoken name. */
export function IconButton({ label, ...rest }: IconButtonProps) {
  return <button type="button" aria-label={label} className={css.icon} {...rest} />
}

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'aria-label'> {
  label: string
}
