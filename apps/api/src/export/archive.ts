import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** A file of an archive: text is squeezed, photos are already. */
export type ArchiveFile = { readonly name: string } & (
  | { readonly text: string }
  | { readonly bytes: Uint8Array }
)

/** A ZIP of these files, made while it is read: no more of it is held than the file at hand. */
export async function* zipped(files: AsyncIterable<ArchiveFile>, at: Date): AsyncIterable<Uint8Array> {
  let ready: Uint8Array[] = []
  let failed: Error | null = null
  const zip = new Zip((error, chunk) => {
    if (error) failed = error
    else ready.push(chunk)
  })
  const taken = () => {
    if (failed !== null) throw failed
    const chunks = ready
    ready = []
    return chunks
  }
  for await (const file of files) {
    const isText = 'text' in file
    const entry = isText ? new ZipDeflate(file.name, { level: 6 }) : new ZipPassThrough(file.name)
    entry.mtime = at
    zip.add(entry)
    entry.push(isText ? strToU8(file.text) : file.bytes, true)
    yield* taken()
  }
  zip.end()
  yield* taken()
}
