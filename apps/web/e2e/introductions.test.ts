import { ask } from './asking.ts'
import { askFor } from './asks.ts'
import { card, openFeed, pressByKey } from './doing.ts'
import { askForIntroduction, offer } from './introducing.ts'
import { join, type Person, recommend, tie } from './people.ts'
import { expect, test } from './visits.ts'

async function three(visit: Parameters<Parameters<typeof test>[2]>[0]['visit']) {
  const [anton, berta, clara] = [
    await join(await visit(), 'Anton'),
    await join(await visit(), 'Berta'),
    await join(await visit(), 'Clara'),
  ]
  await tie(anton, berta)
  await tie(berta, clara)
  return { anton, berta, clara }
}

async function askForElectrician({ page }: Person, berta: Person): Promise<void> {
  await page.goto(`/people/${berta.me.handle}`)
  await pressByKey(page.getByRole('button', { name: 'Ask Berta to introduce you' }))
  const sheet = page.getByRole('dialog', { name: 'Ask Berta to introduce you' })
  await sheet.getByRole('button', { name: 'Ask Berta' }).click()
  await expect(sheet).toContainText('Please choose a kind.')
  await sheet.getByRole('button', { name: 'Craftsman' }).click()
  await sheet
    .getByRole('textbox', { name: 'What are you looking for' })
    .fill('An electrician for an old house')
  await sheet.getByRole('button', { name: 'Ask Berta' }).click()
  await expect(page.getByText('Berta is asked.')).toBeVisible()
}

async function offerToClara({ page }: Person): Promise<void> {
  await page.goto('/notifications')
  await expect(page.getByText('Anton asks you to introduce somebody.')).toBeVisible()
  await page.getByRole('link', { name: 'An introduction' }).click()
  await expect(page.getByText('An electrician for an old house')).toBeVisible()
  await page.getByRole('button', { name: 'I know somebody' }).click()
  const sheet = page.getByRole('dialog', { name: 'Whom do you think of?' })
  await expect(sheet.getByRole('radio')).toHaveCount(1)
  await sheet.getByRole('radio').check({ force: true })
  await sheet
    .getByRole('textbox', { name: 'To Clara' })
    .fill('A house with wires from 1920, you will love it')
  await sheet.getByRole('button', { name: 'Ask Clara' }).click()
  await expect(page.getByText('Asked; open until')).toBeVisible()
}

test('a tie asks another, who says yes, and the three stand in one thread', async ({ visit }) => {
  const { anton, berta, clara } = await three(visit)
  await askForElectrician(anton, berta)
  await offerToClara(berta)

  await clara.page.goto('/introductions')
  const main = clara.page.getByRole('main')
  await expect(main).toContainText('wires from 1920')
  await expect(main).not.toContainText('Anton')
  await anton.page.goto('/introductions')
  await expect(anton.page.getByText('Open until')).toBeVisible()
  await pressByKey(clara.page.getByRole('button', { name: 'Yes, gladly' }))
  await clara.page.getByRole('link', { name: 'Open the thread' }).click()
  await expect(clara.page.getByRole('heading', { level: 1 })).toHaveText('Anton, Berta')

  await expect(anton.page.getByRole('link', { name: 'Open the thread' })).toBeVisible()
  await anton.page.getByRole('button', { name: 'Ask for a tie' }).click()
  await expect(anton.page.getByText('Asked. A tie needs both of you.')).toBeVisible()
  await anton.page.getByRole('link', { name: 'Open the thread' }).click()
  await expect(anton.page.getByRole('article', { name: 'Message by Berta' })).toContainText('wires from 1920')
  await anton.page.getByRole('textbox', { name: 'Your message' }).fill('Pleased to meet you.')
  await anton.page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(clara.page.getByRole('article', { name: 'Message by Anton' })).toContainText('Pleased')
})

test('a no can be taken back at first; never keeps a kind away until that is taken back', async ({
  visit,
}) => {
  const { anton, berta, clara } = await three(visit)
  const asked = await askForIntroduction(anton, berta, 'craftsman', 'An electrician for an old house')
  await offer(berta, asked, clara, 'A house with wires from 1920, you will love it')
  const { page } = clara
  await page.clock.install()
  await page.goto('/introductions')
  const question = page.getByText('wires from 1920')
  await page.getByRole('button', { name: 'Not now' }).click()
  await expect(question).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(question).toBeVisible()
  await page.getByRole('button', { name: 'Never of this kind' }).click()
  await page.clock.fastForward(11_000)
  await expect(page.getByText('No introductions of this kind')).toBeVisible()
  await page.getByRole('button', { name: 'Let them reach you again' }).click()
  await expect(page.getByText('No introductions of this kind')).toHaveCount(0)
})

test('one asks from what a tie recommends, from the page of somebody shown through a tie, and from an ask', async ({
  visit,
}) => {
  const { anton, berta, clara } = await three(visit)
  for (const { page } of [berta, clara]) await ask(page, 'PATCH', '/api/me', { open: true })
  await recommend(berta, 'Roofer Haas')
  await recommend(clara, 'Tiler Moser')
  const { page } = anton
  await openFeed(page)
  await card(page, 'Roofer Haas').getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Put me in touch' }).click()
  const sheet = page.getByRole('dialog', { name: 'Ask Berta to introduce you' })
  await expect(sheet.getByRole('textbox')).toHaveValue(
    'You recommended “Roofer Haas”. Could you put me in touch?',
  )
  await sheet.getByRole('button', { name: 'Ask Berta' }).click()
  await expect(page.getByText('Berta is asked.')).toBeVisible()

  await page.goto(`/people/${clara.me.handle}`)
  await page.getByRole('button', { name: 'Ask Berta to introduce you' }).click()
  await expect(sheet).toContainText(`You mean @${clara.me.handle}.`)
  await sheet.getByRole('button', { name: 'Business' }).click()
  await sheet.getByRole('textbox').fill('I would like to work with her')
  await sheet.getByRole('button', { name: 'Ask Berta' }).click()
  await expect(page.getByText('Berta is asked.')).toBeVisible()
  await berta.page.goto('/introductions')
  await expect(berta.page.getByText('Anton would like to know Clara.')).toBeVisible()
  await expect(berta.page.getByText('Could you put me in touch?')).toBeVisible()

  const asked = await askFor(clara, 'Who mends old stoves?')
  await berta.page.goto(`/asks/${asked}`)
  await berta.page.getByRole('button', { name: 'I know somebody' }).click()
  const bring = berta.page.getByRole('dialog', { name: 'Bring Clara together with …' })
  await bring.getByRole('radio').check({ force: true })
  await bring.getByRole('button', { name: 'Ask both' }).click()
  await expect(berta.page.getByText('Both are asked.')).toBeVisible()
  await page.goto('/introductions')
  await expect(page.getByText('Berta would like to bring you together with somebody.')).toBeVisible()
})
