import type { Page } from '@playwright/test'
import { card, openFeed, press, startWriting, write } from '../doing.ts'
import { acceptAs, fillSignUp, inviteOnScreen } from '../inviting.ts'
import { circleOf, endTie, join, type Person, recommend, sortTie, tie, uniqueWord, whoIs } from '../people.ts'
import { expect, test } from '../visits.ts'

test('a recommendation travels: from an invitation to the friend of a friend, and to nobody else', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/status of 404/)
  const roofer = `Roofer ${uniqueWord()}`
  const film = `A Film ${uniqueWord()}`

  const ada = await signUpOnScreen(await visit(), 'Ada Lorenz')
  const link = await test.step('Ada recommends a film and invites with it enclosed', async () => {
    await startWriting(ada.page)
    const sheet = await write(ada.page, { title: film, why: 'It made me laugh twice.', kind: 'Film' })
    await press(sheet.getByRole('button', { name: /^Recommend/ }).last())
    await expect(ada.page.getByText(`“${film}” is on its way.`)).toBeVisible()
    return inviteOnScreen(ada.page, { note: 'You always ask me what to watch.', enclosed: film })
  })

  const berta = await test.step('Berta reads the invitation without an account and accepts it', async () => {
    const page = await visit()
    await page.goto(link)
    await expect(page.getByRole('heading', { name: 'Ada Lorenz invites you' })).toBeVisible()
    await expect(page.getByText('You always ask me what to watch.')).toBeVisible()
    await press(page.getByText(`Enclosed: ${film}`))
    await expect(page.getByText('It made me laugh twice.')).toBeVisible()
    await acceptAs(page, 'Berta Kern')
    await expect(card(page, film)).toBeVisible()
    await expect(card(page, film)).toContainText('Ada Lorenz')
    return whoIs(page)
  })

  await test.step('Ada confirms her into the circle that she had noted', async () => {
    await ada.page.goto('/')
    await ada.page.getByText('Berta Kern accepted your invitation.').waitFor()
    await press(ada.page.getByRole('button', { name: 'Have a look' }))
    await press(ada.page.getByRole('button', { name: 'Yes, that is right' }))
    await press(ada.page.getByRole('link', { name: 'People' }).first())
    const friends = ada.page
      .locator('section')
      .filter({ has: ada.page.getByRole('heading', { name: 'Friends' }) })
    await expect(friends.getByRole('link', { name: 'Berta Kern' })).toBeVisible()
  })

  const [clara, left, stranger, former] = [
    await join(await visit(), 'Clara'),
    await join(await visit(), 'Leo'),
    await join(await visit(), 'Sven'),
    await join(await visit(), 'Felix'),
  ]
  await test.step('Berta has friends: Clara, one whom Ada will leave out, and one who was once a tie of Ada’s', async () => {
    await sortTie(berta, ada, { closeness: 4, circles: [] })
    for (const friend of [clara, left, former]) await tie(berta, friend)
    await tie(ada, left)
    await sortTie(ada, left, { closeness: 4, circles: [await circleOf(ada, 'friends')] })
    await tie(ada, former)
    await endTie(ada, former)
  })

  const everybody = [berta, clara, left, stranger, former]
  for (const { page } of everybody) await openFeed(page)

  const address = await test.step('Ada recommends a roofer to her friends, but not to Leo', async () => {
    await ada.page.goto('/')
    await startWriting(ada.page)
    const sheet = await write(ada.page, { title: roofer, why: 'He came back after the storm, unasked.' })
    await press(sheet.getByRole('button', { name: 'All your people' }))
    const audience = ada.page.getByRole('dialog', { name: 'Who hears it' })
    await press(audience.getByRole('button', { name: 'Friends' }))
    await audience.getByRole('textbox', { name: 'Find a person to leave out' }).fill('Leo')
    await audience.getByRole('checkbox', { name: 'Leo' }).check()
    await press(audience.getByRole('button', { name: 'That is right' }))
    await expect(sheet.getByText('Left out: Leo. Nobody can pass it on to them.')).toBeVisible()
    await expect(sheet.getByText('1 person now')).toBeVisible()
    await press(sheet.getByRole('button', { name: 'Recommend to 1 person' }))
    await ada.page.getByText(`“${roofer}” is on its way.`).waitFor()
    await ada.page.goto('/me')
    await press(ada.page.getByRole('link', { name: roofer }))
    await ada.page.waitForURL(/\/recommendations\//)
    return ada.page.url()
  })

  await test.step('it waits for Berta without moving anything, and comes from Ada', async () => {
    const pill = berta.page.getByRole('button', { name: '1 new' })
    await expect(pill).toBeVisible()
    await expect(card(berta.page, roofer)).toHaveCount(0)
    await press(pill)
    await expect(card(berta.page, roofer)).toContainText('Ada Lorenz')
  })

  await test.step('by way of Berta it reaches Clara, to whom Ada has no name', async () => {
    await press(clara.page.getByRole('button', { name: '1 new' }))
    await expect(card(clara.page, roofer)).toContainText('A friend of Berta’s')
    await expect(card(clara.page, roofer)).not.toContainText('Ada')
  })

  await test.step('it exists neither for Leo nor for a stranger nor for the former tie', async () => {
    // What all of Berta’s ties hear next shows that nothing else was on its way to them.
    const marker = `Marker ${uniqueWord()}`
    await recommend(berta, marker)
    for (const { page } of [left, former]) {
      await press(page.getByRole('button', { name: '1 new' }))
      await expect(card(page, marker)).toBeVisible()
      await expect(page.getByText(roofer)).toHaveCount(0)
    }
    for (const { page } of [left, former, stranger]) {
      await openFeed(page)
      await expect(page.getByText(roofer)).toHaveCount(0)
      await page.goto(address)
      await expect(
        page.getByText('There is nothing at this address, or nothing that you may see.'),
      ).toBeVisible()
    }
  })
})

async function signUpOnScreen(page: Page, name: string): Promise<Person> {
  await page.goto('/sign-up')
  await fillSignUp(page, name)
  await press(page.getByRole('button', { name: 'Join' }))
  await expect(page.getByText('Quiet here, and rightly so.')).toBeVisible()
  return whoIs(page)
}
