import { useLingui } from '@lingui/react/macro'
import { codeOf } from './api-error.ts'
import { ERROR_WORDS } from './error-words.ts'

/** Says in the language spoken why something was refused. */
export function useErrorWords(): (error: unknown) => string {
  const { t } = useLingui()
  return (error) => t(ERROR_WORDS[codeOf(error)])
}

/** Says why something was refused; undefined where it was not. */
export function useRefusal(): (error: unknown) => string | undefined {
  const words = useErrorWords()
  return (error) => (error === null ? undefined : words(error))
}
