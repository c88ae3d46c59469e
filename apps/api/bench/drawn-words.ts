import { Xorshift } from '@kith/trust-graph/bench/xorshift'

const ONSETS = [
  'b',
  'br',
  'd',
  'f',
  'fl',
  'g',
  'gr',
  'h',
  'k',
  'kl',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  'sch',
  'st',
  't',
  'w',
]
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'au', 'ei', 'ie', 'ö', 'ü']
const CODAS = ['', '', 'l', 'n', 'r', 's', 't', 'ck', 'ng', 'mpf']
const VOCABULARY = 20_000
const VOCABULARY_SEED = 7
const WHY_WORDS = 14

/** Words that look like German and mean nothing; the n-th is drawn about in proportion to 1/n, as words in a language are. */
export class DrawnWords {
  readonly #random: Xorshift
  readonly #words: readonly string[]

  /** Whatever is drawn with a seed, the words are the same ones. */
  constructor(seed: number) {
    const from = new Xorshift(VOCABULARY_SEED)
    this.#words = Array.from({ length: VOCABULARY }, () => syllable(from) + syllable(from))
    this.#random = new Xorshift(seed)
  }

  /** Some word. */
  word(): string {
    const rank = Math.floor(VOCABULARY ** this.#random.unit()) - 1
    return this.#words[rank] ?? ''
  }

  why(): string {
    return `${Array.from({ length: WHY_WORDS }, () => this.word()).join(' ')}.`
  }

  /** What all call the same subject. */
  title(subject: number): string {
    const at = (step: number) => this.#words[(subject * step) % VOCABULARY] ?? ''
    return `${at(7)} ${at(13)} ${subject}`
  }
}

function syllable(random: Xorshift): string {
  const one = (from: readonly string[]) => from[random.below(from.length)] ?? ''
  return one(ONSETS) + one(VOWELS) + one(CODAS)
}
