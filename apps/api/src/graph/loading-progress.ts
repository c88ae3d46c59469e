const EVERY_MS = 3_000

/** Hears how many rows of a kind were read so far, of about how many; undefined where nobody knows. */
export type Noted = (name: string, rows: number, about: number | undefined) => void

/** Says every three seconds how far reading has come: what is read sooner is not spoken of. */
export function createProgress(say: (sentence: string) => void, now: () => Date): Noted {
  let saidAtMs = now().getTime()
  return (name, rows, about) => {
    const nowMs = now().getTime()
    if (nowMs - saidAtMs < EVERY_MS) return
    saidAtMs = nowMs
    const of = about !== undefined && about > rows ? ` of about ${inWords(about)}` : ''
    say(`Reading the graph: ${inWords(rows)}${of} ${name}.`)
  }
}

function inWords(count: number): string {
  return count.toLocaleString('en')
}
