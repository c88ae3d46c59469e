import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { card, openFeed, press } from '../doing.ts'
import { join, PASSWORD, recommend, tie, uniqueWord } from '../people.ts'
import { expect, test } from '../visits.ts'

test('whoever goes takes all of it along, is gone for others at once, and cannot come back in', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/status of 40[13]/)
  const [ada, ben] = [await join(await visit(), 'Ada'), await join(await visit(), 'Ben')]
  await tie(ada, ben)
  const title = `Roofer ${uniqueWord()}`
  await recommend(ada, title)
  await openFeed(ben.page)
  await expect(card(ben.page, title)).toBeVisible()
  const { page, me } = ada

  await test.step('Ada takes one file with her, and reads it without Kith', async () => {
    await page.goto('/settings')
    await press(page.getByRole('main').getByRole('link', { name: 'Your data' }))
    const download = page.waitForEvent('download')
    await press(page.getByRole('button', { name: 'Take all of it with you' }))
    const file = await download
    expect(file.suggestedFilename()).toBe('kith.zip')
    await expect(page.getByText('The file kith.zip is among your downloads.')).toBeVisible()
    const files = unzipSync(await readFile(await file.path()))
    const readable = strFromU8(files['kith.html'] ?? new Uint8Array())
    expect(JSON.parse(strFromU8(files['kith.json'] ?? new Uint8Array())).me.email).toBe(me.email)
    const reader = await visit()
    await reader.setContent(readable)
    await expect(reader.getByRole('heading', { name: 'What is Ada’s at Kith' })).toBeVisible()
    await expect(reader.getByRole('heading', { name: title })).toBeVisible()
  })

  await test.step('she leaves, which neither chance nor another hand does', async () => {
    await press(page.getByRole('button', { name: 'Leave Kith' }))
    const sheet = page.getByRole('dialog', { name: 'Leave Kith for good?' })
    const leave = sheet.getByRole('button', { name: 'Leave for good' })
    await sheet.getByLabel('Your handle').fill('somebody-else')
    await sheet.getByLabel('Your password').fill('not this one')
    await press(leave)
    await expect(sheet.getByText(`That is not your handle. It is ${me.handle}.`)).toBeVisible()
    await sheet.getByLabel('Your handle').fill(me.handle)
    await press(leave)
    await expect(sheet.getByText('That is not your password.')).toBeVisible()
    await sheet.getByLabel('Your password').fill(PASSWORD)
    await press(leave)
    await expect(page.getByText('You have left. Nothing of yours is here any more.')).toBeVisible()
  })

  await test.step('what Ben had open is gone without a touch of his', async () => {
    await expect(card(ben.page, title)).toBeHidden()
    await ben.page.goto('/people')
    await expect(ben.page.getByRole('heading', { name: 'People', level: 1 })).toBeVisible()
    await expect(ben.page.getByRole('main')).not.toContainText('Ada')
  })

  await test.step('her way in is closed', async () => {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill(me.email)
    await page.getByLabel('Password').fill(PASSWORD)
    await press(page.getByRole('button', { name: 'Sign in', exact: true }))
    await expect(page.getByText('E-mail address and password do not belong together.')).toBeVisible()
  })
})
