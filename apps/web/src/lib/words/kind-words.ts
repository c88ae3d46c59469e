import type { SubjectKind } from '@kith/contract'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import {
  BookOpen,
  BriefcaseBusiness,
  Building2,
  Clapperboard,
  Hammer,
  HeartPulse,
  type LucideIcon,
  MapPin,
  Shapes,
  Store,
  Utensils,
} from 'lucide-react'

/** What each kind of subject is called, and its glyph. */
export const KINDS: Record<SubjectKind, { word: MessageDescriptor; icon: LucideIcon }> = {
  film: { word: msg`Film`, icon: Clapperboard },
  book: { word: msg`Book`, icon: BookOpen },
  restaurant: { word: msg`Restaurant`, icon: Utensils },
  shop: { word: msg`Shop`, icon: Store },
  craftsman: { word: msg`Craftsman`, icon: Hammer },
  health: { word: msg`Health`, icon: HeartPulse },
  job: { word: msg`Job`, icon: BriefcaseBusiness },
  business: { word: msg`Business`, icon: Building2 },
  place: { word: msg`Place`, icon: MapPin },
  other: { word: msg`Other`, icon: Shapes },
}
