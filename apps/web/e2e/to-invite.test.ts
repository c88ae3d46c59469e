import { ToInviteList } from '@kith/contract'
import { ask } from './asking.ts'
import { join, read } from './people.ts'
import { expect, test } from './visits.ts'

const CARDS = [
  'BEGIN:VCARD\nVERSION:3.0\nN:Moser;Paula;;;\nFN:Paula Moser\nTEL;type=CELL:+43 660 1234567\nEND:VCARD',
  'BEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg M=C3=BCller\nEND:VCARD',
  'BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Gruber\nEND:VCARD',
  'BEGIN:VCARD\nVERSION:3.0\nFN:paula@example.org\nEMAIL:paula@example.org\nEND:VCARD',
  ...Array.from({ length: 12 }, (_, at) => `BEGIN:VCARD\nVERSION:4.0\nFN:Person ${at}\nEND:VCARD`),
]

test('[P25] of a file of contacts two are ticked, and nothing else leaves the device; one is invited, which is undone', async ({
  visit,
}) => {
  const { page } = await join(await visit(), 'Ada')
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  const listed = async () => {
    const { toInvite } = await read(ToInviteList, await ask(page, 'GET', '/api/me/to-invite'))
    return toInvite.map(({ name }) => name).toSorted((one, other) => one.localeCompare(other))
  }

  await page.goto('/settings/data')
  await page.getByRole('link', { name: 'Whom to invite' }).click()
  await page.getByRole('button', { name: 'From contacts on this device' }).click()
  const sheet = page.getByRole('dialog')
  const choose = (name: string, text: string) =>
    sheet
      .getByLabel('A file of contacts')
      .setInputFiles({ name, mimeType: 'text/vcard', buffer: Buffer.from(text) })
  await choose('holiday.vcf', 'nothing of the kind')
  await expect(sheet.getByText('There are no contacts in this file.')).toBeVisible()
  await choose('contacts.vcf', CARDS.join('\n'))
  for (const words of [
    '16 contacts in this file',
    '1 has no name and stays out.',
    '1 is a company or a group and stays out.',
  ])
    await expect(sheet.getByText(words)).toBeVisible()
  await expect(sheet.getByRole('checkbox', { checked: true })).toHaveCount(0)
  await sheet.getByLabel('Find a name').fill('mull')
  await sheet.getByRole('checkbox', { name: 'Jörg Müller' }).check()
  await sheet.getByLabel('Find a name').fill('')
  await sheet.getByRole('checkbox', { name: 'Paula Moser' }).check()
  await sheet.getByRole('button', { name: 'Add 2 names' }).click()
  await expect(sheet).toHaveCount(0)
  expect(await listed()).toEqual(['Jörg Müller', 'Paula Moser'])
  for (const word of ['Person', 'Gruber', '1234567', 'example.org', 'VCARD'])
    expect(sent.filter((request) => request.includes(word))).toEqual([])

  await page.getByRole('button', { name: 'Invite Paula Moser' }).click()
  await expect(sheet.getByRole('heading', { name: 'Invite Paula Moser' })).toBeVisible()
  await sheet.getByRole('button', { name: 'Make the link' }).click()
  await expect(sheet.getByRole('heading', { name: 'Your invitation is ready' })).toBeVisible()
  await expect.poll(listed).toEqual(['Jörg Müller'])
  await sheet.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByText('Paula Moser is off your list.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Invite Paula Moser' })).toBeVisible()

  await page.getByRole('button', { name: 'Take Jörg Müller off the list' }).click()
  await expect(page.getByRole('button', { name: 'Invite Jörg Müller' })).toHaveCount(0)
  await page.getByLabel('Another name').fill('Ida')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Invite Ida' })).toBeVisible()
  expect(await listed()).toEqual(['Ida', 'Paula Moser'])
})
