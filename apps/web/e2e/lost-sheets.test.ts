import { TieRequest, Ties } from '@kith/contract'
import type { Page } from '@playwright/test'
import { ask } from './asking.ts'
import { askFor } from './asks.ts'
import { first, sayAskable, type Visit } from './hosted.ts'
import { join, read, recommend, tie } from './people.ts'
import { expect, test } from './visits.ts'

/** What a sheet is opened by, the question that it asks, and what it is called once that is answered. */
type Row = [sheet: string, question: string, name: string]

test('a sheet that cannot have what it is about says so, and comes when it is tried again', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/status of 403/)
  const { page, sheets } = await makeWorld(visit)
  // Else it would be fetched again by itself as soon as live listens.
  await page.routeWebSocket(/\/api\/live$/, () => {})
  const lost = page.getByRole('dialog', { name: 'This could not be fetched' })
  for (const [sheet, question, name] of sheets) {
    await test.step(sheet, async () => {
      const isAsked = ({ pathname }: URL) => pathname === question
      // Not tried again by itself, as what passes by itself is.
      await page.route(isAsked, (route) => route.fulfill({ status: 403, json: {} }))
      await page.goto(`/notebook?sheet=${sheet}`)
      await expect(lost).toContainText('Something went wrong on our side.')
      const again = lost.getByRole('button', { name: 'Try again' })
      await again.click()
      await expect(again).toBeFocused()
      await page.unroute(isAsked)
      await again.click()
      await expect(page.getByRole('dialog')).toHaveAccessibleName(name)
      await expect(page.getByRole('dialog').getByText('Something went wrong on our side.')).toHaveCount(0)
    })
  }
})

test('a sheet about what is not there, or is not one’s own, says that nothing is here, and nothing is to be tried again', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/status of 404/)
  const { page, heard, nobody } = await makeWorld(visit)
  const gone = page.getByRole('dialog', { name: 'Nothing is here' })
  for (const sheet of [
    `sort&of=${nobody}`,
    `why&of=${nobody}`,
    `edit&of=${heard}`,
    `introduce&of=${encodeURIComponent(`broker=${nobody}`)}`,
    `bring&of=${encodeURIComponent(`one=${nobody}`)}`,
    `askable&of=${nobody}`,
  ]) {
    await page.goto(`/notebook?sheet=${sheet}`)
    await expect(gone).toContainText('There is nothing here, or nothing that you may see.')
    await expect(gone.getByRole('button')).toHaveCount(1)
  }
})

/** Rosa, who knows Paul, and all the sheets that ask for what they are about. */
async function makeWorld(
  visit: Visit,
): Promise<{ page: Page; sheets: Row[]; heard: string; nobody: string }> {
  const [rosa, paul] = [await join(await visit(), 'Rosa'), await join(await visit(), 'Paul')]
  const nele = await join(await visit(), 'Nele')
  await tie(rosa, paul)
  const { page } = rosa
  const requested = await ask(nele.page, 'POST', '/api/ties/requests', { handle: rosa.me.handle })
  const request = (await read(TieRequest, requested)).id
  const known = first((await read(Ties, await ask(page, 'GET', '/api/ties'))).ties).id
  const heard = await recommend(paul, 'Plumber Roth')
  const own = await recommend(rosa, 'Tailor Finke')
  const open = await askFor(paul, 'Who builds stairs?')
  const line = (await sayAskable(page)).id
  const paulAs = (part: string) => encodeURIComponent(`${part}=${paul.me.id}`)
  const post = `/api/recommendations/${heard.post}`
  const sheets: Row[] = [
    [`moves&of=${known}`, `/api/ties/${known}`, 'What moved'],
    [`sort&of=${known}`, `/api/ties/${known}`, 'How you know Paul'],
    [`accept&of=${request}`, '/api/ties/requests', 'Nele would like a tie with you'],
    [`edit&of=${own.post}`, `/api/recommendations/${own.post}`, 'Tailor Finke'],
    [`why&of=${heard.post}`, `${post}/why`, 'How this reached you'],
    [`why-ask&of=${open}`, `/api/asks/${open}/why`, 'How this reached you'],
    [`more&of=${heard.post}`, post, 'Plumber Roth'],
    [`remember&of=${heard.post}`, post, 'Why do you remember it?'],
    [`thank&of=${heard.post}`, post, 'Your thanks'],
    [
      `recommend&of=${heard.subject.id}`,
      `/api/subjects/${heard.subject.id}`,
      'What do you recommend, and why?',
    ],
    [`answer&of=${open}`, `/api/asks/${open}`, 'Who builds stairs?'],
    [`answer-anew&of=${open}`, `/api/asks/${open}`, 'Your answer: what do you recommend, and why?'],
    [`pass&of=${heard.post}`, '/api/ties', 'Pass it on'],
    [`address&of=${own.post}`, '/api/ties', 'Address it'],
    [`introduce&of=${paulAs('broker')}`, '/api/ties', 'Ask Paul to introduce you'],
    [`bring&of=${paulAs('one')}`, '/api/ties', 'Bring Paul together with …'],
    [`askable&of=${line}`, '/api/me/askable', 'You can ask me about …'],
  ]
  return { page, sheets, heard: heard.post, nobody: crypto.randomUUID() }
}
