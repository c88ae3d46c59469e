import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { assembled, MODULE, PACKAGE } from './assembling.ts'

await writeFile(join(PACKAGE, MODULE), await assembled(PACKAGE))
