import {
  type AskCard,
  type Card,
  type FeedCard,
  PostId,
  SubjectId,
  subjectsOn,
  type Voice,
} from '@kith/contract'
import { PLAIN_WORDS, plainFacts, plainWish } from '@kith/testkit/plain-post'
import { describe, expect, it } from 'vitest'
import { countNew, stillVisible } from './feed-difference.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

// Typed, so that a new field of a voice is missed when it is compiled.
function voice(post: number): Voice {
  return {
    post: PostId.parse(id(post)),
    person: { shown: 'somebody' },
    chain: null,
    way: 'chain',
    subject: { id: SubjectId.parse(id(1)), ...plainFacts('book', 'A book') },
    verdict: 'recommend',
    interest: 'none',
    words: { ...PLAIN_WORDS, why: 'It helped.' },
    photo: null,
    language: 'en',
    created: '2026-01-01T00:00:00.000Z',
    stillTrue: null,
    fading: false,
    edited: false,
    audience: 'circles',
    remembered: null,
    thanked: null,
    candidate: null,
    club: null,
  }
}

function card(subject: number, posts: number[], more = 0): Card {
  return {
    subject: { id: SubjectId.parse(id(subject)), ...plainFacts('book', 'A book') },
    voices: posts.map(voice),
    more,
    moreBeyond: false,
  }
}

function asked(post: number): AskCard {
  return {
    ask: {
      post: PostId.parse(id(post)),
      person: { shown: 'somebody' },
      chain: null,
      way: 'chain',
      wish: plainWish('book', 'Who knows a good book?'),
      language: 'en',
      created: '2026-01-01T00:00:00.000Z',
      ends: '2026-01-15T00:00:00.000Z',
      isOver: false,
      audience: 'circles',
      club: null,
      answered: [],
    },
  }
}

const titles = (cards: readonly FeedCard[]) =>
  subjectsOn({ cards }).map(({ subject, voices }) => [subject.id, voices.map(postOf)])
const postOf = ({ post }: Voice): string => post

describe('the feed under the reader’s eyes', () => {
  it('keeps its order, whatever order it would have now', () => {
    const shown = [card(1, [11]), card(2, [21])]
    expect(stillVisible(shown, [card(2, [21]), card(1, [11])], new Set())).toEqual(shown)
  })

  it('keeps a card itself of which nothing is gone, so that it is not rendered again', () => {
    const [first, second] = [card(1, [11]), card(2, [21, 22])]
    const left = stillVisible([first, second], null, new Set([id(21)]))
    expect([left[0] === first, left[1] === second]).toEqual([true, false])
  })

  it('drops a post that is gone at once, and a subject with its last voice', () => {
    const shown = [card(1, [11, 12]), card(2, [21])]
    expect(titles(stillVisible(shown, null, new Set([id(11), id(21)])))).toEqual([[id(1), [id(12)]]])
  })

  it('drops what the same stretch does not hold any more', () => {
    const shown = [card(1, [11, 12]), card(2, [21])]
    expect(titles(stillVisible(shown, [card(1, [12])], new Set()))).toEqual([[id(1), [id(12)]]])
  })

  it('keeps a voice that may only have moved below the three strongest', () => {
    const shown = [card(1, [11, 12, 13])]
    expect(titles(stillVisible(shown, [card(1, [14, 11, 12], 1)], new Set()))).toEqual([
      [id(1), [id(11), id(12), id(13)]],
    ])
  })

  it('counts a new subject and a new voice as new, and a voice that moved up as nothing', () => {
    const shown = [card(1, [11]), card(2, [21, 22, 23], 1)]
    expect(countNew(shown, [card(3, [31]), card(1, [11, 12]), card(2, [24, 21, 22], 1)])).toBe(2)
  })

  it('drops an ask that is over, and counts one that is new', () => {
    const shown = [asked(1), card(2, [21]), asked(3)]
    expect(stillVisible(shown, null, new Set([id(1)]))).toEqual([card(2, [21]), asked(3)])
    expect(stillVisible(shown, [card(2, [21]), asked(3)], new Set())).toEqual([card(2, [21]), asked(3)])
    expect(countNew(shown, [asked(4), asked(1), card(2, [21])])).toBe(1)
  })
})
