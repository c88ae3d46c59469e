// `pnpm icons`: draws the icons of the installed app out of the mark. They are kept with the sources.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

const PUBLIC = join(import.meta.dirname, '../public')
const MARK = await readFile(join(PUBLIC, 'icon.svg'), 'utf8')
const SIDE = 64
const CORNERS = ' rx="14"'
// A device cuts a maskable icon to a shape of its own, down to a circle over four fifths of its width.
const IN_CIRCLE = 0.84

await draw('icon-192.png', 192, MARK)
await draw('icon-512.png', 512, MARK)
await draw('icon-maskable-512.png', 512, onFullPaper(IN_CIRCLE))
await draw('apple-touch-icon.png', 180, onFullPaper(1))

async function draw(name: string, width: number, picture: string): Promise<void> {
  await sharp(Buffer.from(picture), { density: (72 * width) / SIDE })
    .resize(width, width)
    .png({ compressionLevel: 9, palette: true })
    .toFile(join(PUBLIC, 'icons', name))
}

/** The mark on paper that has no corners of its own, at a share of its size. */
function onFullPaper(share: number): string {
  const margin = (SIDE * (1 - share)) / 2
  const [before, after] = MARK.split('/>', 2)
  const drawn = MARK.slice(`${before}/>`.length).replace('</svg>', '')
  if (before === undefined || after === undefined || !before.includes(CORNERS)) {
    throw new Error('the mark does not begin with its paper')
  }
  const paper = `${before.replace(CORNERS, '')}/>`
  return `${paper}<g transform="translate(${margin} ${margin}) scale(${share})">${drawn}</g></svg>`
}
