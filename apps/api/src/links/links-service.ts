import type { LinkPreview } from '@kith/contract'
import type { Viewer } from '../http/context.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import { AppError } from '../http/refusals.ts'
import type { OutsideNet } from '../outside/outside-request.ts'
import { cleanLink } from './clean-link.ts'
import { fetchPage } from './page-fetch.ts'
import { previewOf } from './page-preview.ts'

export interface LinkService {
  /** What the page says about itself. Nothing of it is kept, and the page learns nothing of the viewer. */
  preview(viewer: Viewer, url: string): Promise<LinkPreview>
}

export interface LinkDeps {
  readonly rates: RateLimits
  readonly net: OutsideNet
}

export function createLinks({ rates, net }: LinkDeps): LinkService {
  return {
    preview: async (viewer, url) => {
      await rates.count('linkPreviewPerPerson', viewer.id)
      const link = cleanLink(url)
      try {
        return previewOf(link.href, await fetchPage(link, net))
      } catch (cause) {
        // One word for every reason: which one it was would tell what is inside our net.
        throw new AppError('link_unreadable', { cause })
      }
    },
  }
}
