import { SUBJECT_KINDS, type SubjectKind } from '@kith/contract'
import { useOpenSheet } from './use-sheet.ts'

/** About whom and what I ask a tie of mine to bring me together with somebody; it stands in the address of the sheet. */
export interface AskingAbout {
  /** The tie of mine, by id. */
  readonly broker: string
  /** His recommendation that makes me ask. */
  readonly post?: string
  /** Whom I mean, by handle. */
  readonly person?: string
}

/** Whom I would like to bring together with another, by id; and for what, where he asks for something. */
export interface BringingAbout {
  readonly one: string
  /** Whom I think of already. */
  readonly other?: string
  readonly kind?: SubjectKind
}

export function useAskForIntroduction(): (about: AskingAbout, how?: { replace: boolean }) => void {
  const openSheet = useOpenSheet()
  return (about, how) => openSheet('introduce', write({ ...about }), how)
}

export function useBring(): (about: BringingAbout) => void {
  const openSheet = useOpenSheet()
  return (about) => openSheet('bring', write({ ...about }))
}

export function readAskingAbout(of: string | undefined): AskingAbout {
  const said = new URLSearchParams(of)
  const [post, person] = [said.get('post'), said.get('person')]
  return {
    broker: said.get('broker') ?? '',
    ...(post === null ? {} : { post }),
    ...(person === null ? {} : { person }),
  }
}

export function readBringingAbout(of: string | undefined): BringingAbout {
  const said = new URLSearchParams(of)
  const kind = SUBJECT_KINDS.find((one) => one === said.get('kind'))
  const other = said.get('other')
  return {
    one: said.get('one') ?? '',
    ...(other === null ? {} : { other }),
    ...(kind === undefined ? {} : { kind }),
  }
}

function write(about: Record<string, string>): string {
  return new URLSearchParams(about).toString()
}
