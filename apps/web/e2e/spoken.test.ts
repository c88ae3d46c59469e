import { card, openFeed, startWriting, write } from './doing.ts'
import { join, recommend, tie } from './people.ts'
import { expect, test } from './visits.ts'

// What somebody hears who does not see the page: names that make sense alone, and sentences that end.

test('a recommendation and the way that it came are heard as one would say them', async ({ visit }) => {
  const [anna, ben, clara] = [
    await join(await visit(), 'Anna'),
    await join(await visit(), 'Ben'),
    await join(await visit(), 'Clara'),
  ]
  await tie(anna, ben)
  await tie(ben, clara)
  await recommend(clara, 'Plumber Roth')
  const { page } = anna
  await openFeed(page)
  const heard = card(page, 'Plumber Roth')
  await expect(heard).toMatchAriaSnapshot(`
    - article "Plumber Roth":
      - button "A friend of Ben’s, who is close to you"
      - heading "Plumber Roth" [level=2]:
        - link "Plumber Roth"
      - paragraph: Craftsman today
      - blockquote: “Plumber Roth came when they said they would.”
      - paragraph: You and others, and onward
      - button "Remember"
      - button "Pass on"
      - button "Thank"
      - button "Second it"
      - button "More"
  `)
  const why = heard.getByRole('button').first()
  await expect(why).toHaveAccessibleDescription('How this reached you')
  await why.click()
  const sheet = page.getByRole('dialog', { name: 'How this reached you' })
  await expect(sheet.getByRole('list').first()).toMatchAriaSnapshot(`
    - list:
      - listitem:
        - text: You
        - paragraph: Ben is close to you. That is your own word, and only you see it.
      - listitem:
        - text: Ben
        - paragraph: Ben lets things travel on. How well Ben knows the next person is Ben’s own affair, so this line only says that the two know each other.
      - listitem:
        - text: A friend of Ben’s
        - paragraph: "Named only to their own ties. Their words, today:"
        - blockquote: “Plumber Roth came when they said they would.”
  `)
  await expect(sheet.getByRole('list').last()).toMatchAriaSnapshot(`
    - list:
      - listitem:
        - button "Say how it went. It helped, or it let you down. Nobody is told."
      - listitem:
        - button "Change how well you know Ben"
      - listitem:
        - button "Pause Ben. Nobody is told"
      - listitem:
        - 'button "Hide this one. Nobody is told. Only this one: without a name, no others are linked to it."'
  `)

  await page.goto('/people')
  const row = page.getByRole('region', { name: 'Your people' }).getByRole('listitem').nth(1)
  await expect(row).toMatchAriaSnapshot(`
    - listitem:
      - link "Ben, close"
      - button "Write to Ben"
  `)
})

test('the composer is heard in the order in which one fills it', async ({ visit }) => {
  const [anna, ben] = [await join(await visit(), 'Anna'), await join(await visit(), 'Ben')]
  await tie(anna, ben)
  await anna.page.goto('/')
  await startWriting(anna.page)
  const sheet = await write(anna.page, { title: 'Baker Huber', why: 'The bread is still warm at six.' })
  await expect(sheet).toMatchAriaSnapshot(`
    - dialog "What do you recommend, and why?":
      - banner:
        - heading "What do you recommend, and why?" [level=2]
        - button "Close"
      - combobox "What": Baker Huber
      - group "Kind":
        - button "Craftsman" [pressed]
      - group "What do you say?":
        - button "I recommend it" [pressed]
        - button "I advise against it"
      - textbox "Why"
      - group "How do you know?":
        - button "Own experience" [pressed]
        - button "Heard of"
      - button "Add a photo"
      - heading "Who hears it" [level=2]
      - button "All your people"
      - button "One ring further"
      - paragraph: 1 person now
      - paragraph: Ben
      - group "Do you have an interest of your own in it?":
        - radio "None" [checked]
        - radio "Connected"
        - radio "Paid or rewarded"
      - contentinfo:
        - button "Recommend to 1 person"
  `)
  await expect(sheet.getByRole('radio', { name: 'Connected' })).toHaveAccessibleDescription(
    'Family, a friend’s business, employer or client.',
  )
  await expect(sheet.getByRole('textbox', { name: 'Why' })).toHaveAccessibleDescription(
    'one sentence is enough',
  )
})

test('settings are heard by their names, and what they do after that', async ({ visit }) => {
  const { page } = await join(await visit(), 'Anna')
  await page.goto('/settings')
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Settings" [level=1]
      - list:
        - listitem:
          - link "Me. Your photo, your name, your handle."
        - listitem:
          - link "People and privacy. What travels through you, who finds you, what you do not hear, whom you blocked."
        - listitem:
          - link "Notifications. What Kith tells you by itself."
        - listitem:
          - link "Look and language. Light or dark, English or German, your time zone, single keys."
        - listitem:
          - link "Security. Your password, passkeys, where you are signed in."
        - listitem:
          - link "Your data. What you take with you, and bring along."
      - paragraph:
        - button "Sign out here"
  `)
  await page.goto('/settings/notifications')
  const main = page.getByRole('main')
  await expect(main).toMatchAriaSnapshot(`
    - main:
      - heading "Notifications" [level=1]
      - link "All settings"
      - heading "While you are not looking" [level=2]
      - switch "By mail" [checked]
      - switch "On this device"
      - group "When":
        - radio "Once a week" [checked]
        - radio "In the evening"
        - radio "At once"
      - group "Quiet hours":
        - combobox "Quiet from"
        - combobox "until"
      - heading "Caring for your people" [level=2]
      - switch "Remind me of my people" [checked]
      - switch "Remind me of others while I write" [checked]
      - switch "Tell me of the letter" [checked]
  `)
  await expect(main.getByRole('radio', { name: 'Once a week' })).toHaveAccessibleDescription(
    'On Sunday at six in the evening, if anything is new.',
  )
})
