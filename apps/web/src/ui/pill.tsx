import { ArrowUp } from 'lucide-react'
import { Icon } from './icon.tsx'
import css from './pill.module.css'

/** Something new waits above; nothing moves until it is pressed. The count is said politely, once. */
export function Pill({ text, onPress }: { text: string | null; onPress: () => void }) {
  return (
    <>
      <div className={css.row}>
        {text !== null && (
          <button type="button" className={css.pill} onClick={onPress}>
            <Icon of={ArrowUp} />
            {text}
          </button>
        )}
      </div>
      <p className={css.spoken} role="status">
        {text}
      </p>
    </>
  )
}
