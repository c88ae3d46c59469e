import { type ReactNode, useRef } from 'react'
import { Button } from './button.tsx'

/** A button to choose one file by. The field behind it, which `label` names, is out of sight. */
export function FileButton({ label, accept, onChoose, children, ...look }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...look} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept.join(',')}
        aria-label={label}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file !== undefined) onChoose(file)
          // So that the same file can be chosen once more.
          target.value = ''
        }}
      />
    </>
  )
}

interface FileButtonProps {
  label: string
  /** Types or endings, as a file field takes them. */
  accept: readonly string[]
  onChoose: (file: File) => void
  variant?: 'primary' | 'second' | 'quiet'
  busy?: boolean
  busyLabel?: string
  children: ReactNode
}
