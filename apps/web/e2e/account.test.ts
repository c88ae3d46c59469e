import { PICTURE, signOut } from './doing.ts'
import { join, PASSWORD, tie, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

test('in the settings a photo fills the disc for whoever has a tie, and a handle can be changed and taken back', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/status of 404/)
  const ada = await join(await visit(), 'Ada')
  const ben = await join(await visit(), 'Ben')
  await tie(ada, ben)
  const { page } = ada
  await page.goto('/settings/me')

  await test.step('a photo is seen by Ben, and goes once it is removed for good', async () => {
    await page.getByLabel('Your photo').setInputFiles(PICTURE)
    const mine = page.getByRole('main').locator('svg image')
    await expect(mine).toHaveCount(1)
    const seen = ben.page.waitForResponse((answer) => answer.url().includes(`/people/${ada.me.handle}/photo`))
    await ben.page.goto('/people')
    expect((await seen).status()).toBe(200)
    await page.getByRole('button', { name: 'Without a photo' }).click()
    await expect(mine).toHaveCount(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(mine).toHaveCount(1)
    // Another one in its place is not what goes.
    await page.getByRole('button', { name: 'Without a photo' }).click()
    const removed = page.waitForResponse((answer) => answer.request().method() === 'DELETE')
    await page.getByLabel('Your photo').setInputFiles(PICTURE)
    expect((await removed).status()).toBe(204)
    await expect(mine).toHaveCount(1)
    await page.getByRole('button', { name: 'Without a photo' }).click()
    await page.reload()
    await expect(page.getByRole('button', { name: 'Add a photo' })).toBeVisible()
    await expect(mine).toHaveCount(0)
  })

  await test.step('the old handle leads nowhere for Ben, until it is taken back', async () => {
    const old = ada.me.handle
    const handle = `ada-${uniqueWord()}`
    const field = page.getByRole('textbox', { name: 'Handle' })
    await field.fill(handle)
    await expect(page.getByText(`Links to @${old} lead nowhere then.`)).toBeVisible()
    const keep = page.getByRole('button', { name: 'Keep it so' })
    await keep.click()
    await expect(page.getByText('Kept.')).toBeVisible()
    await ben.page.goto(`/people/${old}`)
    await expect(
      ben.page.getByText('There is nothing at this address, or nothing that you may see.'),
    ).toBeVisible()
    await ben.page.goto(`/people/${handle}`)
    await expect(ben.page.getByRole('heading', { name: 'Ada' })).toBeVisible()
    await field.fill(old)
    await keep.click()
    await expect(keep).toHaveCount(0)
    await ben.page.goto(`/people/${old}`)
    await expect(ben.page.getByRole('heading', { name: 'Ada' })).toBeVisible()
  })
})

test('what one can ask me about stands on my page, and on it for those of my ties whom I chose', async ({
  visit,
}) => {
  const ada = await join(await visit(), 'Ada')
  const ben = await join(await visit(), 'Ben')
  const cleo = await join(await visit(), 'Cleo')
  await tie(ada, ben)
  await tie(ada, cleo)
  const { page } = ada
  await page.goto('/me')
  await expect(page.getByText('What do you know your way around in?')).toBeVisible()
  await page.getByRole('button', { name: 'Add a line' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Keep it so' }).click()
  await expect(sheet.getByRole('alert')).toHaveCount(2)
  await sheet.getByRole('button', { name: 'Craftsman' }).click()
  await sheet.getByRole('textbox', { name: 'What do you know about?' }).fill('Old windows')
  await sheet.getByRole('button', { name: 'Some of your people' }).click()
  await sheet.getByRole('textbox', { name: 'Find a person to leave out' }).fill('Cleo')
  await sheet.getByRole('checkbox', { name: 'Cleo' }).check()
  await sheet.getByRole('button', { name: 'Keep it so' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Old windows' })).toContainText(
    'without 1 person',
  )

  await ben.page.goto(`/people/${ada.me.handle}`)
  await expect(ben.page.getByRole('heading', { name: 'You can ask Ada about …' })).toBeVisible()
  await expect(ben.page.getByText('Old windows')).toBeVisible()
  await cleo.page.goto(`/people/${ada.me.handle}`)
  await expect(cleo.page.getByText('Ada has recommended nothing yet that you may see.')).toBeVisible()
  await expect(cleo.page.getByText('Old windows')).toHaveCount(0)

  await page.getByRole('button', { name: 'Remove “Old windows”' }).click()
  await expect(page.getByText('Old windows')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Change “Old windows”' }).click()
  await sheet.getByRole('textbox', { name: 'What do you know about?' }).fill('New windows')
  await sheet.getByRole('button', { name: 'Keep it so' }).click()
  await expect(page.getByText('New windows')).toBeVisible()
})

test('the time zone is found by typing; a new password opens what the old one does no more; signed out, nothing of who left is there', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/status of 403/)
  const { page, me } = await join(await visit(), 'Ada')
  const ben = await join(await visit(), 'Ben')

  await test.step('this device’s own time zone is one tap away', async () => {
    await page.goto('/settings/look')
    await expect(page.getByText('This device goes by Vienna.')).toBeVisible()
    const field = page.getByRole('combobox', { name: 'Time zone' })
    await field.fill('auck')
    await field.press('ArrowDown')
    await field.press('Enter')
    await expect(field).toHaveValue('Auckland')
    await page.reload()
    await expect(field).toHaveValue('Auckland')
    await page.getByRole('button', { name: 'Take that' }).click()
    await expect(field).toHaveValue('Vienna')
    await expect(page.getByText('This device goes by')).toHaveCount(0)
  })

  await test.step('a new password', async () => {
    await page.goto('/settings/security')
    await page.getByRole('button', { name: 'Change your password' }).click()
    const sheet = page.getByRole('dialog', { name: 'Change your password' })
    await sheet.getByLabel('Your password until now').fill('not hers')
    await sheet.getByLabel('Your new password').fill('quite another one')
    await sheet.getByRole('button', { name: 'Change it' }).click()
    await expect(sheet.getByText('That is not your password.')).toBeVisible()
    await sheet.getByLabel('Your password until now').fill(PASSWORD)
    await sheet.getByRole('button', { name: 'Change it' }).click()
    await expect(page.getByText('Your password is changed.')).toBeVisible()
  })

  const signIn = async (email: string, password: string) => {
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }
  await test.step('signed out here and in again by it', async () => {
    await signOut(page)
    await expect(page).toHaveURL('/sign-in')
    await signIn(me.email, 'quite another one')
    await expect(page.getByRole('link', { name: 'My page, Ada' })).toBeVisible()
  })

  await test.step('signed out everywhere, the next one finds nothing of her', async () => {
    await page.goto('/settings')
    await expect(page.getByText(`Signed in as ${me.email}`)).toBeVisible()
    // What is still fetched would be refused after it.
    await page.goto('/settings/security', { waitUntil: 'networkidle' })
    await page.getByRole('button', { name: 'Sign out everywhere' }).click()
    await expect(page).toHaveURL('/sign-in')
    await expect(page.getByText(me.email)).toHaveCount(0)
    await signIn(ben.me.email, PASSWORD)
    await expect(page.getByRole('link', { name: 'My page, Ben' })).toBeVisible()
  })
})
