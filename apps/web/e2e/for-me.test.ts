import { card, openFeed } from './doing.ts'
import { join, recommend, tie, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

test('something is passed on, by mistake and by keyboard, arrives by itself with its sentence, can be closed for, and is addressed', async ({
  visit,
}) => {
  const [oda, ben, mia] = [
    await join(await visit(), 'Oda'),
    await join(await visit(), 'Ben'),
    await join(await visit(), 'Mia'),
  ]
  await tie(oda, ben)
  await tie(ben, mia)
  const title = `Saddler ${uniqueWord()}`
  await recommend(oda, title)
  const { page } = ben
  await openFeed(page)
  const sheet = page.getByRole('dialog', { name: 'Pass it on' })

  await test.step('what was passed on by mistake is taken back', async () => {
    await card(page, title).getByRole('button', { name: 'Pass on' }).click()
    await sheet.getByRole('radio', { name: 'Mia' }).check()
    await sheet.getByRole('button', { name: 'Pass it on to Mia' }).click()
    const undone = page.waitForResponse((answer) => answer.request().method() === 'DELETE')
    await page.getByRole('button', { name: 'Undo' }).click()
    expect((await undone).status()).toBe(204)
    await mia.page.goto('/for-me')
    await expect(mia.page.getByRole('heading', { name: 'Nothing for you yet' })).toBeVisible()
  })

  await openFeed(mia.page)
  await page.keyboard.press('j')
  await page.keyboard.press('.')
  const menu = page.getByRole('dialog', { name: title })
  await menu.getByRole('button', { name: 'Pass it on to one person' }).press('Enter')
  await expect(sheet.getByRole('button', { name: 'Choose somebody' })).toBeDisabled()
  await sheet.getByRole('textbox', { name: 'To whom' }).fill('mi')
  await sheet.getByRole('radio', { name: 'Mia' }).press('Space')
  await sheet.getByRole('textbox', { name: 'This is for you because …' }).fill('you have a saddle')
  await sheet.getByRole('button', { name: 'Pass it on to Mia' }).press('Enter')
  await expect(page.getByText('Passed on to Mia.')).toBeVisible()
  await expect(sheet).toHaveCount(0)
  await expect(card(page, title)).toBeFocused()

  const tab = mia.page
    .getByRole('link', { name: 'For me 1, 1 new' })
    .or(mia.page.getByRole('link', { name: 'For me , 1 new' }))
  await tab.click()
  const entry = mia.page.getByRole('listitem').filter({ hasText: 'Ben passed this on to you.' })
  await expect(entry.getByText('“you have a saddle”')).toBeVisible()
  await expect(entry.getByRole('heading', { name: title })).toBeVisible()
  await expect(entry.getByText('A friend of Ben’s')).toBeVisible()

  await entry.getByRole('button', { name: 'Less of this' }).click()
  await mia.page.getByRole('button', { name: 'Nothing more from Ben' }).click()
  await mia.page.getByRole('button', { name: 'Undo' }).click()
  await expect(entry).toBeVisible()
  await entry.getByRole('button', { name: 'Less of this' }).click()
  await mia.page.getByRole('button', { name: 'Nothing more of this kind: Craftsman' }).click()
  await expect(entry).toHaveCount(0)
  await mia.page.goto('/settings/people')
  await mia.page.getByRole('button', { name: 'Open again' }).click()
  await expect(mia.page.getByText('Every tie may pass things on and address things to you.')).toBeVisible()

  await test.step('one’s own is addressed to somebody who would not hear it', async () => {
    await tie(oda, mia)
    const own = `Cooper ${uniqueWord()}`
    const { post } = await recommend(oda, own, {
      audience: { form: 'ties', all: false, circles: [], singles: [ben.me.id], excepted: [] },
      onward: 0,
    })
    await oda.page.goto(`/recommendations/${post}`)
    await oda.page.getByRole('button', { name: 'Address it to one person' }).click()
    const address = oda.page.getByRole('dialog', { name: 'Address it' })
    await address.getByRole('radio', { name: 'Mia' }).check()
    await address.getByRole('button', { name: 'Address it to Mia' }).click()
    await expect(oda.page.getByText('Addressed to Mia.')).toBeVisible()
    await mia.page.goto('/notifications')
    await expect(mia.page.getByText('Oda addressed this to you.')).toBeVisible()
    await mia.page.getByRole('main').getByRole('link', { name: own }).click()
    await expect(mia.page.getByRole('heading', { name: own })).toBeVisible()
  })
})
