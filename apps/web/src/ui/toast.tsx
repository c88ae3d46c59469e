import { Toaster, toast } from 'sonner'
import css from './toast.module.css'

/** Where toasts appear: above the bottom bar, or bottom centre. */
export function ToastHost() {
  return <Toaster position="bottom-center" visibleToasts={2} offset={24} mobileOffset={84} />
}

/** One sentence, with at most one thing to press. Never for an error that needs an answer. */
export function showToast({ text, action, durationMs = 6000, onGone }: ToastWords) {
  return toast.custom(
    (id) => (
      <div className={css.toast}>
        <span className={css.text}>{text}</span>
        {action?.map(({ label, onPress }) => (
          <button
            key={label}
            type="button"
            onClick={() => {
              onPress()
              toast.dismiss(id)
            }}
          >
            {label}
          </button>
        ))}
      </div>
    ),
    { duration: durationMs, ...(onGone ? { onAutoClose: onGone } : {}) },
  )
}

interface ToastWords {
  text: string
  action?: { label: string; onPress: () => void }[]
  durationMs?: number
  /** Called when the time is up; not when something was pressed. */
  onGone?: () => void
}
