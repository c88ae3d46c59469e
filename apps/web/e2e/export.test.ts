import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { join, recommend, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

test('all of it is one file, with a page that can be read without Kith', async ({ visit }) => {
  const ada = await join(await visit(), 'Ada')
  const title = `Roofer ${uniqueWord()}`
  await recommend(ada, title)
  const { page } = ada
  await page.goto('/settings/data')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Take all of it with you' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('kith.zip')
  await expect(page.getByText('The file kith.zip is among your downloads.')).toBeVisible()
  const files = unzipSync(await readFile(await file.path()))
  const html = strFromU8(files['kith.html'] ?? new Uint8Array())
  expect(JSON.parse(strFromU8(files['kith.json'] ?? new Uint8Array())).me.email).toBe(ada.me.email)

  // As somebody opens it who has nothing but the file.
  const reader = await visit()
  await reader.setContent(html)
  await expect(reader.getByRole('heading', { name: 'What is Ada’s at Kith' })).toBeVisible()
  await expect(reader.getByRole('heading', { name: title })).toBeVisible()
})
