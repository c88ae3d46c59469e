import type { Page } from '@playwright/test'
import jsqr from 'jsqr'

/** What a camera reads off the screen as it is drawn now. */
export async function readCode(page: Page): Promise<string | undefined> {
  const { pixels, width, height } = await pixelsOf(page)
  return jsqr(new Uint8ClampedArray(Buffer.from(pixels, 'latin1')), width, height)?.data
}

async function pixelsOf(page: Page): Promise<{ pixels: string; width: number; height: number }> {
  const shot = await page.screenshot({ type: 'png' })
  // On an empty page, whose policy lets a picture be read.
  const darkroom = await page.context().newPage()
  const developed = await darkroom.evaluate(async (png) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob())
    const { width, height } = picture
    const canvas = new OffscreenCanvas(width, height).getContext('2d')
    canvas?.drawImage(picture, 0, 0)
    const data = canvas?.getImageData(0, 0, width, height).data ?? []
    return { pixels: Array.from(data, (value) => String.fromCharCode(value)).join(''), width, height }
  }, shot.toString('base64'))
  await darkroom.close()
  return developed
}
