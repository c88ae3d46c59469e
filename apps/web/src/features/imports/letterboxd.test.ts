import { LIMITS } from '@kith/contract'
import { expect, it } from 'vitest'
import { readLetterboxd } from './letterboxd.ts'

const DEAD_MAN = { Name: 'Dead Man', Year: '1995', 'Letterboxd URI': 'https://boxd.it/2aZ0' }

it('a film that stands in all of its files is one, with the newest review and the last day', () => {
  const { things, left, rated } = readLetterboxd({
    watched: [{ ...DEAD_MAN, Date: '2020-01-01' }],
    ratings: [{ ...DEAD_MAN, Date: '2020-01-01', Rating: '4.5' }],
    diary: [
      {
        ...DEAD_MAN,
        Date: '2021-05-05',
        'Letterboxd URI': 'https://boxd.it/x1',
        'Watched Date': '2021-05-04',
        Rating: '5',
      },
      {
        ...DEAD_MAN,
        Date: '2020-01-01',
        'Letterboxd URI': 'https://boxd.it/x2',
        'Watched Date': '2019-12-31',
      },
    ],
    reviews: [
      { ...DEAD_MAN, Date: '2021-05-05', Review: 'Better the second time.' },
      { ...DEAD_MAN, Date: '2020-01-01', Review: 'Slow.' },
    ],
    watchlist: [
      { ...DEAD_MAN, Date: '2019-01-01' },
      { Name: 'Paterson', Year: '2016', Date: '2019-01-01' },
    ],
  })
  expect(things).toEqual([
    {
      key: 'Dead Man (1995)',
      subject: { kind: 'film', title: 'Dead Man', creator: null, year: 1995 },
      basis: 'own',
      why: 'Better the second time.',
      when: '2021-05-04',
    },
    expect.objectContaining({ key: 'Paterson (2016)', basis: 'heard', why: null, when: null }),
  ])
  expect(left).toEqual([])
  expect(rated).toBe(1)
})

it('two films of one name are two, and a year that is none is left away', () => {
  const { things } = readLetterboxd({
    watched: [
      { Name: 'Solaris', Year: '1972' },
      { Name: 'Solaris', Year: '2002' },
      { Name: 'Solaris', Year: '' },
    ],
  })
  expect(things.map(({ subject }) => subject.year)).toEqual([1972, 2002, null])
})

it('what has no name or too long a one stays out, too long a review alone stays out, each with its reason', () => {
  const long = 'x'.repeat(LIMITS.title + 1)
  const { things, left } = readLetterboxd({
    watched: [{ Name: ' ', Year: '1990' }, { Name: long, Year: '1990' }, DEAD_MAN],
    reviews: [{ ...DEAD_MAN, Date: '2020-01-01', Review: 'y'.repeat(LIMITS.why + 1) }],
  })
  expect(things.map(({ key, why }) => [key, why])).toEqual([['Dead Man (1995)', null]])
  expect(new Set(left.map(({ name, fault }) => `${name.slice(0, 8)} ${fault}`))).toEqual(
    new Set([' noName', 'xxxxxxxx longName', 'Dead Man longWords']),
  )
})
