// Tells of the settings in the README and in `.env.example` what `config.ts` says of them.
import { writeSettingDocuments } from './settings.ts'

await writeSettingDocuments()
