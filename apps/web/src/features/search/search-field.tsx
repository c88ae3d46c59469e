import { LIMITS } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { Search, X } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import css from './search.module.css'

/** The line to write on. It searches while one types; Enter says that this is what was meant. */
export function SearchField({ q, onSearch, onMeant }: SearchFieldProps) {
  const { t } = useLingui()
  const [typed, setTyped] = useState(q)
  // What the address has been asked to say, from what it says now on: it follows a little later.
  const [asked, setAsked] = useState([q])
  if (asked[0] !== q) {
    const at = asked.indexOf(q)
    setAsked(at === -1 ? [q] : asked.slice(at))
    // It was changed by something else than this field.
    if (at === -1) setTyped(q)
  }
  const search = (words: string) => {
    setTyped(words)
    setAsked([...asked, words.trim()])
    onSearch(words.trim())
  }
  return (
    <search>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          onMeant(typed)
        }}
      >
        <Icon of={Search} large />
        <input
          id="search"
          type="search"
          className={css.field}
          value={typed}
          maxLength={LIMITS.search}
          placeholder={t`Search my network`}
          aria-label={t`Search my network`}
          autoComplete="off"
          enterKeyHint="search"
          autoFocus={q === ''}
          onChange={(event) => search(event.target.value)}
        />
        {typed !== '' && (
          <IconButton
            label={t`Clear the words`}
            onClick={() => {
              search('')
              document.getElementById('search')?.focus()
            }}
          >
            <Icon of={X} />
          </IconButton>
        )}
      </form>
    </search>
  )
}

interface SearchFieldProps {
  q: string
  onSearch: (words: string) => void
  onMeant: (words: string) => void
}
