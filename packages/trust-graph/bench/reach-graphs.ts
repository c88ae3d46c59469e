import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { basename } from 'node:path'
import { readEdgeList } from './edge-list.ts'
import { GENERATED_LEVELS, readGraphFile, type SideGraph, writeLevels } from './graph-file.ts'
import { drawGraph, type GraphRecipe } from './graph-generator.ts'
import type { Rival } from './reach-turns.ts'
import { cached, drawGraphByC, makeYardstick } from './yardstick.ts'

const NO_COMPILER = 'no C compiler (cc) here'

/** A graph and how the C program searches it, or the remark why it does not. */
export interface BenchGraph {
  readonly graph: SideGraph
  readonly rival: Rival | undefined
  readonly remark: string
}

export async function generatedBenchGraph(recipe: GraphRecipe): Promise<BenchGraph> {
  const graphFile = await generatedGraph(recipe)
  const yardstick = await makeYardstick(GENERATED_LEVELS)
  return {
    graph: readGraphFile(graphFile),
    rival: yardstick && { yardstick, graphFile },
    remark: NO_COMPILER,
  }
}

/** The file of a generated graph, drawn once for every recipe: in C if that is possible, which is three times as fast. */
export async function generatedGraph(recipe: GraphRecipe): Promise<string> {
  const file = await cached(`graph-${recipe.people}-${recipe.degree}-${recipe.seed}.bin`)
  if (existsSync(file)) return file
  const unfinished = `${file}.${process.pid}`
  if (!(await drawGraphByC(unfinished, recipe))) drawGraph(unfinished, recipe)
  await rename(unfinished, file)
  return file
}

/** The graph of a text file; what it leaves out is printed. */
export async function graphOfEdges(path: string): Promise<BenchGraph> {
  const graph = await readEdgeList(path, (line) =>
    console.error(`${path}, line ${line}: not two people and a strength, left out`),
  )
  const graphFile = await cached(`edges-${basename(path)}.bin`)
  const levels = writeLevels(graphFile, graph)
  const yardstick = levels && (await makeYardstick(levels))
  return {
    graph,
    rival: yardstick && { yardstick, graphFile },
    remark: levels ? NO_COMPILER : 'more costs than the C program has levels',
  }
}
