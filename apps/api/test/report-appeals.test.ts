import { LIMITS } from '@kith/contract'
import { describe, expect, it } from 'vitest'
import type { World } from './api-world.ts'
import { made, reporting } from './report-scene.ts'
import { openSmallWorld } from './small-world.ts'
import type { Cast } from './world-cast.ts'

let world: World
let cast: Cast
let scene: ReturnType<typeof reporting>

openSmallWorld(['me – ben', 'me – eve', 'op', 'far'], (...opened) => {
  ;[cast, world] = opened
  scene = reporting(cast, world)
})

async function reported() {
  await scene.emptyHouse()
  const { id } = await cast.post('said', 'ben', { all: true })
  return { report: made(await scene.report('me', { what: 'recommendation', id })) }
}

describe('an appeal', () => {
  it('is one of each side, comes back to the operator, and what follows is the last word', async () => {
    const { report } = await reported()
    expect((await scene.appeal('me', report.id)).code).toBe('no_appeal')
    await scene.open(report.id)
    await scene.decide(report.id, 'dismissed')
    expect((await scene.appeal('ben', report.id)).code).toBe('no_appeal')
    expect((await scene.appeal('eve', report.id)).code).toBe('not_found')
    expect((await scene.appeal('me', report.id)).status).toBe(204)
    expect(await scene.onlyCase()).toMatchObject({ appeals: [{ by: 'reporter', words: 'Look again' }] })
    expect(await scene.reportsOf('me')).toMatchObject([{ waiting: true, mayAppeal: false }])
    // That somebody appealed shows to nobody else.
    expect(await scene.looksAt('ben')).toMatchObject([{ waiting: false, decision: { outcome: 'dismissed' } }])
    scene.pass(1)
    await scene.decide(report.id, 'asked')
    expect((await scene.appeal('me', report.id)).code).toBe('no_appeal')
    expect((await scene.appeal('ben', report.id)).status).toBe(204)
  })

  it('is decided by another operator where there is one, and within thirty days', async () => {
    const { report } = await reported()
    await scene.makeOperator('far')
    await scene.open(report.id)
    await scene.decide(report.id, 'dismissed')
    await scene.appeal('me', report.id)
    scene.pass(1)
    expect(await scene.onlyCase()).toMatchObject({ othersTurn: true })
    expect((await scene.decide(report.id, 'dismissed')).code).toBe('other_operator_decides')
    expect((await scene.open(report.id)).code).toBe('other_operator_decides')
    await scene.open(report.id, 'far')
    expect((await scene.decide(report.id, 'asked', {}, 'far')).status).toBe(204)
    scene.pass(LIMITS.appealDays)
    expect((await scene.appeal('ben', report.id)).code).toBe('no_appeal')
  })

  it('nobody decides what he reported or wrote himself, where somebody else can', async () => {
    const { report } = await reported()
    await scene.makeOperator('ben')
    expect((await scene.open(report.id, 'ben')).code).toBe('other_operator_decides')
    await scene.makeOperator('me')
    expect((await scene.decide(report.id, 'dismissed', {}, 'me')).code).toBe('other_operator_decides')
    expect((await scene.decide(report.id, 'dismissed')).status).toBe(204)
  })
})
