import { Moves, Ties } from '@kith/contract'
import { ask } from './asking.ts'
import { joinInARow } from './asks.ts'
import { openFeed, pressByKey } from './doing.ts'
import { read, recommend, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

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
    await sheet.getByRole('button', { name: 'Craftsman' }).click()
    await sheet.getByRole('combobox', { name: 'Where' }).fill('Graz')
    await sheet.getByRole('textbox', { name: 'Trade' }).fill('Electrician')
    await sheet.getByRole('button', { name: 'Ask it' }).click()
    await openFeed(cleo.page)
    await cleo.page.getByRole('article', { name: question }).getByRole('button', { name: 'Answer' }).click()
    await cleo.page.getByRole('button', { name: title }).click()
    await expect(cleo.page.getByText('Your answer is on its way.')).toBeVisible()
  })

  await test.step('Anna closes it with thanks, which go back the way that it came', async () => {
    await page.getByRole('link', { name: question }).click()
    const answer = page.getByRole('article', { name: `Answer: ${title}` })
    await expect(answer).toContainText('A friend of Ben’s')
    await pressByKey(answer.getByRole('button', { name: 'Solved through this' }))
    await answer.getByRole('button', { name: 'Thank', exact: true }).click()
    await expect(page.getByText('Your thanks go back through Ben.')).toBeVisible()
    await ben.page.goto('/thanks')
    await expect(ben.page.getByText('Anna thanks you: it went through you, from Cleo.')).toBeVisible()
    await cleo.page.goto('/thanks')
    await expect(cleo.page.getByText('Thanks came back to you through Ben.')).toBeVisible()
    await expect(cleo.page.getByRole('main')).not.toContainText('Anna')
  })

  await test.step('that it helped moves Ben, through whom it came, for craftsmen alone', async () => {
    await page
      .getByRole('article', { name: `Answer: ${title}` })
      .getByRole('link', { name: title })
      .click()
    const part = page.getByRole('region', { name: 'How did it go?' })
    await part.getByRole('button', { name: 'It helped' }).click()
    await expect(part.getByText('Counts more with you since: Ben.')).toBeVisible()
    await page.goto(`/people/${ben.me.handle}`)
    await page.getByRole('button', { name: 'See what moved' }).click()
    const moves = page.getByRole('dialog', { name: 'What moved' })
    await expect(moves.getByRole('listitem')).toHaveCount(1)
    await expect(moves.getByRole('listitem')).toContainText(`It came through Ben and helped: ${title}`)
    const { ties } = await read(Ties, await ask(page, 'GET', '/api/ties'))
    const moved = await read(Moves, await ask(page, 'GET', `/api/ties/${ties[0]?.id}/moves`))
    expect(moved.moves.map(({ cause, kind }) => [cause, kind])).toEqual([['carried', 'craftsman']])
  })
})
