import { devices } from '@playwright/test'
import { readCode } from './camera.ts'
import { card, openFeed, pressByKey, startWriting, write } from './doing.ts'
import { join, tie, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

const { viewport, hasTouch, isMobile } = devices['Pixel 7']

test('a club: a code read out at a rehearsal, a post that all hear, a tie offered from the list, and leaving', async ({
  visit,
  complaints,
}) => {
  // The live message that she left may come before the answer, and then the page asks once for what is gone.
  complaints.allow(/status of 404 .*\/api\/clubs\//)
  const host = await join(await visit(), 'Paula')
  const rosa = await join(await visit({ viewport, hasTouch, isMobile }), 'Rosa')
  const [name, title] = [`Choir ${uniqueWord()}`, `Organ ${uniqueWord()}`]

  const { page } = host
  await page.goto('/clubs')
  await page.getByRole('button', { name: 'Found a club' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('textbox', { name: 'What it is, in one line' }).fill('Sings on Tuesdays')
  await page.getByRole('button', { name: 'Found it' }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Let people in by a code' }).click()
  const sheet = page.getByRole('dialog', { name: `Join “${name}” by a code` })
  await sheet.getByRole('button', { name: 'Make the code' }).click()
  const code = sheet.getByText(/[A-Z0-9]{4}-[A-Z0-9]{4}/)
  await expect(sheet.getByText('Nobody has joined by it yet.')).toBeVisible()
  const letters = ((await code.textContent()) ?? '').replace('The code: ', '')
  expect(await readCode(page)).toBe(new URL(`/join/${letters}`, page.url()).href)

  // On a phone, as one types it.
  const phone = rosa.page
  await phone.goto('/clubs')
  await phone.getByRole('button', { name: 'I have a code' }).click()
  await phone.getByRole('textbox', { name: 'Code' }).fill(letters.toLowerCase().replace('-', ' '))
  await phone.getByRole('button', { name: 'Go on' }).click()
  await expect(phone.getByRole('heading', { name })).toBeVisible()
  await phone.getByRole('button', { name: 'Join' }).click()
  await expect(phone.getByText('2 members')).toBeVisible()
  await expect(sheet.getByText('1 has joined by it.')).toBeVisible()
  await sheet.getByRole('button', { name: 'End the code' }).click()
  await expect(sheet.getByRole('button', { name: 'Make the code' })).toBeVisible()

  await openFeed(page)
  await startWriting(page)
  const composer = await write(page, { title, why: 'It still plays.' })
  await composer.getByRole('button', { name: 'All your people' }).click()
  await page.getByRole('dialog', { name: 'Who hears it' }).getByRole('button', { name }).click()
  await page.getByRole('button', { name: 'That is right' }).click()
  await expect(composer.getByText('1 person now')).toBeVisible()
  await composer.getByRole('button', { name: 'Recommend to 1 person' }).click()
  await page.getByText(`“${title}” is on its way.`).waitFor()
  await openFeed(phone)
  await expect(card(phone, title)).toContainText(name)

  await phone.goto('/clubs')
  await phone.getByRole('link', { name }).click()
  await pressByKey(phone.getByRole('button', { name: 'Offer a tie Paula' }))
  await expect(phone.getByText('Asked for a tie')).toBeVisible()
  await page.goto('/people')
  await expect(page.getByRole('heading', { name: 'Rosa would like a tie with you.' })).toBeVisible()

  await phone.getByRole('button', { name: 'Leave the club' }).click()
  const sure = phone.getByRole('dialog', { name: `Leave “${name}”?` })
  await sure.getByRole('button', { name: 'Leave the club' }).click()
  await expect(phone.getByText('No club yet')).toBeVisible()
  await openFeed(phone)
  await expect(card(phone, title)).toHaveCount(0)
})

test('a tie is invited, declines by mistake, and comes in; the club is closed and keeps nothing', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/status of 404/)
  const [host, rosa] = [await join(await visit(), 'Paula'), await join(await visit(), 'Rosa')]
  await tie(host, rosa)
  const name = `Fire brigade ${uniqueWord()}`
  const { page } = host
  await page.goto('/clubs?sheet=found')
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('textbox', { name: 'Name' }).press('Enter')
  await page.getByRole('button', { name: 'Invite one of your ties' }).click()
  await page.getByRole('button', { name: 'Invite Rosa' }).click()
  await expect(page.getByText(/^open until/)).toBeVisible()
  await page.keyboard.press('Escape')

  const guest = rosa.page
  await guest.goto('/notifications')
  await guest.getByRole('link', { name }).click()
  const question = guest.getByRole('heading', { name: `Paula would like to have you in “${name}”.` })
  await guest.getByRole('button', { name: 'Decline' }).click()
  await expect(question).toHaveCount(0)
  await guest.getByRole('button', { name: 'Undo' }).click()
  await guest.getByRole('button', { name: 'Join' }).click()
  await expect(guest.getByText('2 members')).toBeVisible()
  await guest.getByRole('button', { name: 'Pause the club' }).click()
  await expect(guest.getByRole('button', { name: 'Hear the club again' })).toBeVisible()

  await page.reload()
  await page.getByRole('button', { name: 'More about Rosa' }).click()
  await expect(page.getByRole('button', { name: 'Hand the club over' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Close the club' }).click()
  const sure = page.getByRole('dialog', { name: `Close “${name}”?` })
  await sure.getByRole('button', { name: 'Close the club' }).click()
  await expect(page.getByText('No club yet')).toBeVisible()
  await guest.reload()
  await expect(guest.getByRole('heading', { name: 'Nothing is here' })).toBeVisible()
})
