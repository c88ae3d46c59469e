import { OwnRecommendations } from '@kith/contract'
import { strToU8, zipSync } from 'fflate'
import { ask } from './asking.ts'
import { join, read } from './people.ts'
import { expect, test } from './visits.ts'

const HEAD = 'Date,Name,Year,Letterboxd URI'

function letterboxd(films: readonly string[], review = ''): Buffer {
  const rows = films.map((name, at) => `2020-01-0${(at % 9) + 1},"${name}",1990,https://boxd.it/${at}`)
  return Buffer.from(
    zipSync({
      'watched.csv': strToU8([HEAD, ...rows].join('\n')),
      'watchlist.csv': strToU8(`${HEAD}\n2020-01-01,Paterson,2016,https://boxd.it/p`),
      'reviews.csv': strToU8(
        `${HEAD},Rating,Rewatch,Review,Tags,Watched Date\n2020-02-02,"${films[0]}",1990,https://boxd.it/r,4,,"${review}",,2020-02-01`,
      ),
      'deleted/watched.csv': strToU8(`${HEAD}\n2020-01-01,Gone,1999,https://boxd.it/g`),
    }),
  )
}

test('what one kept elsewhere is looked at, comes into the notebook once, and goes again', async ({
  visit,
}) => {
  const ada = await join(await visit(), 'Ada')
  const { page } = ada
  const films = Array.from({ length: 120 }, (_, at) => `Film number ${at}`)
  await page.goto('/settings/data')
  const choose = (name: string, buffer: Buffer) =>
    page
      .getByLabel('A file of Letterboxd or Goodreads')
      .setInputFiles({ name, mimeType: 'text/plain', buffer })

  await choose('holiday.txt', Buffer.from('nothing of the kind'))
  await expect(page.getByText('Neither Letterboxd nor Goodreads writes such files.')).toBeVisible()

  await choose('letterboxd-ada.zip', letterboxd(films, 'Slow, and “right” so.'))
  await expect(page.getByText('121 films in this file')).toBeVisible()
  await page.getByRole('switch', { name: /^Bring what you only want/ }).click()
  await page.getByRole('button', { name: 'Bring 120 things' }).click()
  await expect(page.getByText('120 notes are in your notebook.')).toBeVisible()

  await page.getByRole('button', { name: 'Choose another file' }).click()
  await choose('letterboxd-ada.zip', letterboxd(films))
  await expect(page.getByText('120 came before and stay as they are; 1 are new.')).toBeVisible()
  await page.getByRole('button', { name: 'Leave it' }).click()

  const notes = await read(OwnRecommendations, await ask(page, 'GET', '/api/recommendations?notebook=true'))
  expect(notes.recommendations).toHaveLength(20)
  await page.getByRole('button', { name: 'Take it back' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText('It is taken back.')).toBeVisible()
  await page.goto('/notebook')
  await expect(page.getByText('Film number 7')).toHaveCount(0)
})

test('books come with who wrote them and what one said, and without what one has written about already', async ({
  visit,
}) => {
  const { page } = await join(await visit(), 'Ada')
  const csv = [
    'Book Id,Title,Author,My Rating,Year Published,Original Publication Year,Date Read,Exclusive Shelf,My Review',
    '11,Austerlitz,W.G. Sebald,5,2011,2001,2020/05/06,read,"Read it slowly.<br/>Twice, <i>if</i> you can &amp; may."',
    '12,The Rings of Saturn,W.G. Sebald,0,1999,1995,,to-read,',
  ].join('\n')
  const choose = () =>
    page
      .getByLabel('A file of Letterboxd or Goodreads')
      .setInputFiles({ name: 'goodreads_library_export.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await page.goto('/settings/data')
  await choose()
  await expect(page.getByText('2 books in this file')).toBeVisible()
  await expect(page.getByText('Ratings stay where they are: in Kith nothing is rated.')).toBeVisible()
  await page.getByRole('button', { name: 'Bring 2 things' }).click()
  await page.getByRole('link', { name: 'Open the notebook' }).click()
  await page.getByRole('link', { name: /Austerlitz/ }).click()
  await expect(page.getByText('Read it slowly.')).toBeVisible()
  await expect(page.getByText('Twice, if you can & may.')).toBeVisible()
})
