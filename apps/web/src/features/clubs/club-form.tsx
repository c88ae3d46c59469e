import type { Club, MakeClub } from '@kith/contract'
import { LIMITS } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal, TextField } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { Sheet } from '../../ui/sheet.tsx'
import { useChangeClub, useFoundClub } from './club-queries.ts'

/** Founds a club, and goes there. */
export function FoundSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const found = useFoundClub()
  return (
    <ClubForm
      heading={t`A club of yours`}
      verb={t`Found it`}
      busy={found.isPending}
      error={found.error}
      onClose={onClose}
      onSend={(wish) =>
        found.mutate(wish, {
          onSuccess: ({ id }) => void navigate({ to: '/clubs/$id', params: { id }, replace: true }),
        })
      }
    />
  )
}

/** Renames a club of mine. */
export function RenameSheet({ club, onClose }: { club: Club; onClose: () => void }) {
  const { t } = useLingui()
  const change = useChangeClub(club.id)
  return (
    <ClubForm
      heading={club.name}
      initial={{ name: club.name, about: club.about ?? '' }}
      verb={t`Keep it so`}
      busy={change.isPending}
      error={change.error}
      onClose={onClose}
      onSend={(wish) => change.mutate(wish, { onSuccess: onClose })}
    />
  )
}

function ClubForm({ heading, initial, verb, busy, error, onClose, onSend }: ClubFormProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  const unnamed = t`Please give it a name.`
  const form = useForm({
    initial: initial ?? { name: '', about: '' },
    check: ({ name }) => ({ name: name.trim() === '' ? unnamed : undefined }),
    refused: { name: unnamed },
    onSend: ({ name, about }) => onSend({ name: name.trim(), about: about.trim() || null }),
  })
  return (
    <Sheet title={heading} onClose={onClose}>
      <form className={layout.stack} {...form.form}>
        <div className={layout.part}>
          <TextField label={t`Name`} maxLength={LIMITS.clubName} {...form.field('name')} />
        </div>
        <TextField
          label={t`What it is, in one line`}
          aside={t`optional`}
          maxLength={LIMITS.clubAbout}
          hint={t`Members see it, and whoever is invited or has the code.`}
          {...form.field('about')}
        />
        {error !== null && <Refusal>{words(error)}</Refusal>}
        <Button variant="primary" wide type="submit" busy={busy} busyLabel={t`One moment`}>
          {verb}
        </Button>
      </form>
    </Sheet>
  )
}

interface ClubFormProps {
  heading: string
  initial?: { name: string; about: string }
  verb: string
  busy: boolean
  error: unknown
  onClose: () => void
  onSend: (wish: MakeClub) => void
}
