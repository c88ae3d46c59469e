/** Why a database did not start, for programs; the message is the sentence for people. */
export type PostgresRefusal =
  | 'unsupported_machine'
  | 'already_running'
  | 'not_writable'
  | 'disk_full'
  | 'older_data'
  | 'newer_data'
  | 'unknown_data'
  | 'did_not_start'

/** A start that was refused. The message is one sentence that says what is wrong and what to do. */
export class PostgresRefused extends Error {
  override name = 'PostgresRefused'
  readonly reason: PostgresRefusal

  constructor(reason: PostgresRefusal, sentence: string, cause?: unknown) {
    super(sentence, { cause })
    this.reason = reason
  }
}

/** Turns what the system says about a folder into a refusal; what is none of these comes back as it is. */
export function refusalFrom(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(folder, error)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EEXIST':
      return new PostgresRefused(
        'not_writable',
        `The data folder ${folder} cannot be written: make it writable for this user or choose another folder.`,
        error,
      )
    default:
      return error
  }
}

/** The refusal for a disk with no room left. */
export function diskFull(folder: string, cause?: unknown): PostgresRefused {
  return new PostgresRefused(
    'disk_full',
    `There is no room left on the disk that holds ${folder}: free some space and start again.`,
    cause,
  )
}
