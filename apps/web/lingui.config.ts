import type { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'

// The catalog test extracts into a folder of its own and compares.
const catalogs = process.env['KITH_CATALOGS'] ?? '<rootDir>/src/locales'

// The build of `npm start` has no @lingui/cli: only its types are used.
export default {
  rootDir: import.meta.dirname,
  sourceLocale: 'en',
  locales: ['en', 'de'],
  catalogs: [{ path: `${catalogs}/{locale}`, include: ['<rootDir>/src'] }],
  format: formatter({ origins: false, lineNumbers: false }),
} satisfies Parameters<typeof defineConfig>[0]
