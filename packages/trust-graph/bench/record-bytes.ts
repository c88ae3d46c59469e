import { PostIndex } from '../src/post-index.ts'

/** What the record of a post takes; the slack of its block and the tables beside it apart. */
export const POST_RECORD_BYTES = Int32Array.BYTES_PER_ELEMENT * new PostIndex().byAuthor.width
