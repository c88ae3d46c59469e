import { expect, it } from 'vitest'
import { settingDocuments } from '../docs/settings.ts'

it('the README and .env.example say of the settings what config.ts says (`pnpm settings` writes it)', async () => {
  const documents = await settingDocuments()
  expect(documents).toHaveLength(2)
  expect(documents.filter(({ isRight }) => !isRight).map(({ path }) => path)).toEqual([])
})
