import { useSyncExternalStore } from 'react'
import css from './toast.module.css'

interface ToastWords {
  text: string
  action?: { label: string; onPress: () => unknown }[]
  durationMs?: number
  /** Called when the time is up; not when something was pressed. */
  onGone?: () => unknown
}

interface Toast extends ToastWords {
  key: number
  /** Runs out when the time is up. */
  timer: ReturnType<typeof setTimeout>
}

/** How long something can be undone. */
export const UNDO_MS = 10_000

const DURATION_MS = 6000
const AT_ONCE = 2

let toasts: readonly Toast[] = []
let lastKey = 0
const listeners = new Set<() => void>()

/** One sentence, with at most two things to press. Never for an error that needs an answer. What is returned takes it away. */
export function showToast(words: ToastWords): () => void {
  lastKey += 1
  const key = lastKey
  const timer = setTimeout(() => runOut(key), words.durationMs ?? DURATION_MS)
  replace([...toasts, { ...words, key, timer }])
  const oldest = toasts.length > AT_ONCE ? toasts[0] : undefined
  if (oldest !== undefined) runOut(oldest.key)
  return () => remove(key)
}

/** Where toasts appear: above the bottom bar, or bottom centre. They are read out as they come. */
export function ToastHost() {
  const shown = useSyncExternalStore(subscribe, () => toasts)
  return (
    <div className={css.host} role="status">
      {shown.map(({ key, text, action = [] }) => (
        <div key={key} className={css.toast}>
          <span className={css.text}>{text}</span>
          {action.map(({ label, onPress }) => (
            <button
              key={label}
              type="button"
              onClick={() => {
                remove(key)
                onPress()
              }}
            >
              {label}
            </button>
          ))}
        </div>
      ))}
    </div>
  )
}

function runOut(key: number) {
  const gone = toasts.find((toast) => toast.key === key)
  remove(key)
  gone?.onGone?.()
}

function remove(key: number) {
  clearTimeout(toasts.find((toast) => toast.key === key)?.timer)
  replace(toasts.filter((toast) => toast.key !== key))
}

function replace(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
