import type { Subject } from '@kith/contract'
import { LIMITS } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { CornerDownLeft, Plus } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { KINDS } from '../../../lib/words/kind-words.ts'
import { usePersonWords } from '../../../lib/words/person-words.ts'
import { TextField } from '../../../ui/field.tsx'
import { Icon } from '../../../ui/icon.tsx'
import text from '../../../ui/text.module.css'
import css from './composer.module.css'
import { suggestionsQuery } from './composer-queries.ts'

/** What is it? Typing offers what one's own people wrote about; the last row is always something new. */
export function SubjectPicker({ title, error, settled, onType, onPick, onNew }: SubjectPickerProps) {
  const { t } = useLingui()
  const listId = useId()
  const [marked, setMarked] = useState(0)
  const { data: suggestions = [] } = useQuery({
    ...suggestionsQuery(title),
    enabled: !settled && title.trim() !== '',
  })
  const open = !settled && title.trim() !== ''
  const last = suggestions.length
  const at = Math.min(marked, last)
  const pick = (index: number) => {
    const suggestion = suggestions[index]
    if (suggestion === undefined) onNew()
    else onPick(suggestion.subject)
    setMarked(0)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return
    const to = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0) }[event.key]
    if (to !== undefined) setMarked(to)
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) pick(at)
    else return
    event.preventDefault()
  }
  return (
    <div>
      <TextField
        label={t`What`}
        value={title}
        maxLength={LIMITS.title}
        error={error}
        autoFocus
        autoComplete="off"
        role="combobox"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open ? `${listId}-${at}` : undefined}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setMarked(0)
          onType(event.target.value)
        }}
      />
      {open && (
        <ul
          id={listId}
          className={css.picker}
          role="listbox"
          aria-label={t`Subjects your people wrote about`}
        >
          {suggestions.map(({ id, subject, from }, index) => (
            <SuggestionRow
              key={id}
              id={`${listId}-${index}`}
              subject={subject}
              from={from}
              typed={title}
              marked={index === at}
              onPick={() => pick(index)}
            />
          ))}
          <NewRow id={`${listId}-${last}`} typed={title} marked={at === last} onPick={() => pick(last)} />
        </ul>
      )}
    </div>
  )
}

interface SubjectPickerProps {
  title: string
  error: string | undefined
  /** Something was picked; the list stays away until the title is changed. */
  settled: boolean
  onType: (title: string) => void
  onPick: (subject: Subject) => void
  onNew: () => void
}

function SuggestionRow({ id, subject, from, typed, marked, onPick }: SuggestionRowProps) {
  const { t } = useLingui()
  const personWords = usePersonWords()
  const { acting: who } = personWords(from)
  const kind = t(KINDS[subject.kind].word)
  const facts = [kind, subject.creator, subject.place].filter((fact) => fact !== null).join(', ')
  return (
    <li
      id={id}
      role="option"
      aria-selected={marked}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <Icon of={KINDS[subject.kind].icon} />
      <span className={css.pickerWords}>
        <span className={text.name}>
          <Hit title={subject.title} typed={typed.trim()} />
        </span>
        <span className={text.meta}>
          {from.shown === 'self' ? t`${facts} · you wrote about it` : t`${facts} · ${who} wrote about it`}
        </span>
      </span>
      {marked && <Icon of={CornerDownLeft} />}
    </li>
  )
}

interface SuggestionRowProps {
  id: string
  subject: Subject
  from: Parameters<ReturnType<typeof usePersonWords>>[0]
  typed: string
  marked: boolean
  onPick: () => void
}

function NewRow({
  id,
  typed,
  marked,
  onPick,
}: Pick<SuggestionRowProps, 'id' | 'typed' | 'marked' | 'onPick'>) {
  const { t } = useLingui()
  return (
    <li
      id={id}
      role="option"
      aria-selected={marked}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <Icon of={Plus} />
      <span className={css.pickerWords}>
        <b>{t`“${typed.trim()}” is something new`}</b>
        <span className={text.meta}>{t`You say what it is`}</span>
      </span>
    </li>
  )
}

function Hit({ title, typed }: { title: string; typed: string }) {
  const at = title.toLocaleLowerCase().indexOf(typed.toLocaleLowerCase())
  if (at === -1) return title
  const end = at + typed.length
  return (
    <>
      {title.slice(0, at)}
      <mark>{title.slice(at, end)}</mark>
      {title.slice(end)}
    </>
  )
}
