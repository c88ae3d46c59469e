import type { SqlReader } from '../database/client.ts'

/** The numbers of the posts that are addressed to somebody: as to a tie, or as answers to his asks. */
export function addressedPosts(sql: SqlReader, viewer: number) {
  return sql`(
    select a.post from addressing a where a.person = ${viewer}
    union
    select a.post from answer a join ask k on k.post = a.ask where k.author = ${viewer}
  )`
}
