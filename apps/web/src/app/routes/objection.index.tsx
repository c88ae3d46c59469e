import { Trans, useLingui } from '@lingui/react/macro'
import { createFileRoute } from '@tanstack/react-router'
import { ObjectionForm } from '../../features/objections/objection-form.tsx'
import { Letter } from '../../ui/letter.tsx'
import text from '../../ui/text.module.css'
import { PublicLanding } from '../public-landing.tsx'

export const Route = createFileRoute('/objection/')({ component: ObjectionPage })

function ObjectionPage() {
  const { t } = useLingui()
  return (
    <PublicLanding
      title={t`Object to an entry`}
      letterFirst
      objectLink={false}
      letter={
        <Letter title={t`Object to an entry`}>
          <p className={text.lead}>
            <Trans>
              What people say here is seen by those who know them, and by nobody who runs this Kith. You can
              object to being named, without an account. Whoever runs it looks for the words that you give,
              asks those who wrote them to change them or removes them, and answers you by mail. What stands
              here, and whether anything does, you are not told.
            </Trans>
          </p>
          <ObjectionForm />
        </Letter>
      }
    />
  )
}
