import { Moves, Ties } from '@kith/contract'
import { ask } from '../asking.ts'
import { joinInARow } from '../asks.ts'
import { openFeed, press } from '../doing.ts'
import { read, recommend, uniqueWord } from '../people.ts'
import { expect, test } from '../visits.ts'

test('an electrician is asked for, a friend’s friend has one, the chain sees the thanks, and the tie counts more for such things', async ({
  visit,
}) => {
  const { anna, ben, cleo } = await joinInARow(visit)
  const word = uniqueWord()
  const [question, title] = [`Who knows an electrician in Graz, ${word}?`, `Electrician ${word}`]
  await recommend(cleo, title)

  const { page } = anna
  await test.step('Anna asks, and Cleo answers with what she recommends already', async () => {
    await page.goto('/asks?sheet=ask')
    const sheet = page.getByRole('dialog', { name: 'Ask your people' })
    await sheet.getByRole('textbox', { name: 'What are you looking for?' }).fill(question)
    await press(sheet.getByRole('button', { name: 'Craftsman' }))
    await sheet.getByRole('combobox', { name: 'Where' }).fill('Graz')
    await sheet.getByRole('textbox', { name: 'Trade' }).fill('Electrician')
    await press(sheet.getByRole('button', { name: 'Ask it' }))
    await expect(page.getByText(`“${question}” is on its way.`)).toBeVisible()
    await openFeed(cleo.page)
    // Two rings away: whoever asks has no name there.
    const asked = cleo.page.getByRole('article', { name: question })
    await expect(asked).toContainText('A friend of Ben’s')
    await expect(asked).not.toContainText('Anna')
    await press(asked.getByRole('button', { name: 'Answer' }))
    await press(cleo.page.getByRole('button', { name: title }))
    await expect(cleo.page.getByText('Your answer is on its way.')).toBeVisible()
    await expect(asked.getByText('You answered')).toBeVisible()
  })

  await test.step('Anna closes it with thanks, which go back the way that it came', async () => {
    await press(page.getByRole('link', { name: question }))
    const answer = page.getByRole('article', { name: `Answer: ${title}` })
    await expect(answer).toContainText('A friend of Ben’s')
    await press(answer.getByRole('button', { name: 'Solved through this' }))
    await expect(answer.getByText('Solved through this')).toBeVisible()
    await expect(page.getByText('over', { exact: true })).toBeVisible()
    await press(answer.getByRole('button', { name: 'Thank', exact: true }))
    await expect(page.getByText('Your thanks go back through Ben.')).toBeVisible()
    await ben.page.goto('/thanks')
    await expect(ben.page.getByText('Anna thanks you: it went through you, from Cleo.')).toBeVisible()
    await cleo.page.goto('/thanks')
    await expect(cleo.page.getByText('Thanks came back to you through Ben.')).toBeVisible()
    await expect(cleo.page.getByRole('main')).not.toContainText('Anna')
  })

  await test.step('that it helped moves Ben, through whom it came, for craftsmen alone', async () => {
    const answer = page.getByRole('article', { name: `Answer: ${title}` })
    await press(answer.getByRole('link', { name: title }))
    const part = page.getByRole('region', { name: 'How did it go?' })
    await press(part.getByRole('button', { name: 'It helped' }))
    await expect(part.getByText('Counts more with you since: Ben.')).toBeVisible()
    await page.goto(`/people/${ben.me.handle}`)
    await press(page.getByRole('button', { name: 'See what moved' }))
    const moves = page.getByRole('dialog', { name: 'What moved' })
    await expect(moves.getByRole('listitem')).toHaveCount(1)
    await expect(moves.getByRole('listitem')).toContainText(`It came through Ben and helped: ${title}`)
    const { ties } = await read(Ties, await ask(page, 'GET', '/api/ties'))
    const moved = await read(Moves, await ask(page, 'GET', `/api/ties/${ties[0]?.id}/moves`))
    expect(moved.moves.map(({ cause, kind }) => [cause, kind])).toEqual([['carried', 'craftsman']])
  })
})
