import type { Ask } from '@kith/contract'
import { AudienceTag } from '../features/recommendations/audience-tag.tsx'
import layout from '../ui/layout.module.css'
import { Tags } from '../ui/tag.tsx'

/** Who can see an ask. */
export function AskTags({ ask }: { ask: Ask }) {
  return (
    <div className={layout.part}>
      <Tags>
        <AudienceTag told={ask} />
      </Tags>
    </div>
  )
}
