import { relative } from 'node:path'
import type { Rule, RuleContext, SyntaxNode } from './lint-types.ts'
import { refuseImport } from './rooms.ts'

const CLOCK_AND_CHANCE = new Set([
  'Date.now',
  'Math.random',
  'crypto.randomUUID',
  'randomUUID',
  'performance.now',
])
const TIMERS = new Set(['setTimeout', 'setInterval', 'setImmediate'])

/** Rooms import along the arrows of the architecture only, by whatever syntax. */
const rooms: Rule = {
  create(context) {
    const file = pathInProject(context)
    const check = (node: SyntaxNode) => {
      const specifier = (node.source ?? node.argument)?.value
      if (typeof specifier !== 'string') return
      const refusal = refuseImport(file, specifier)
      if (refusal) context.report({ node, message: `Room boundary: ${refusal}.` })
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    }
  },
}

/** Time, chance and ids are handed in, so that tests can hand in others. */
const clockAndChance: Rule = {
  create: (context) => ({
    CallExpression(node) {
      const name = nameOf(node.callee)
      if (CLOCK_AND_CHANCE.has(name)) context.report({ node, message: `Hand in what ${name} would give.` })
    },
    NewExpression(node) {
      if (nameOf(node.callee) === 'Date' && node.arguments?.length === 0) {
        context.report({ node, message: 'Hand in the present time.' })
      }
    },
  }),
}

/** Whoever waits by the clock is untestable and late: timers belong to a few rooms. */
const timers: Rule = {
  create: (context) => ({
    CallExpression(node) {
      const name = nameOf(node.callee).replace(/^(window|globalThis)\./, '')
      if (TIMERS.has(name)) context.report({ node, message: `No ${name} outside the rooms that own time.` })
    },
    ImportDeclaration(node) {
      if (/^(node:)?timers/.test(String(node.source?.value))) {
        context.report({ node, message: 'No timers outside the rooms that own time.' })
      }
    },
  }),
}

/** What a package shows is listed by name; only its index may pass on whole files. */
const listedExports: Rule = {
  create(context) {
    const isIndex = /^packages\/[^/]+\/src\/index\.ts$/.test(pathInProject(context))
    return {
      ExportAllDeclaration(node) {
        if (!isIndex) context.report({ node, message: 'Name what is exported.' })
      },
    }
  },
}

function nameOf(node: SyntaxNode | undefined): string {
  if (node?.type === 'MemberExpression') return `${nameOf(node.object)}.${nameOf(node.property)}`
  return node?.name ?? ''
}

function pathInProject(context: RuleContext): string {
  return relative(context.cwd, context.filename).replaceAll('\\', '/')
}

export default {
  meta: { name: 'house' },
  rules: {
    rooms,
    'clock-and-chance': clockAndChance,
    timers,
    'listed-exports': listedExports,
  },
}
