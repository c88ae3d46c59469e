/** As much of a syntax tree as the house rules look at. */
export type SyntaxNode = {
  type: string
  name?: string
  value?: unknown
  source?: SyntaxNode | null
  object?: SyntaxNode
  property?: SyntaxNode
  callee?: SyntaxNode
  argument?: SyntaxNode
  arguments?: readonly SyntaxNode[]
}

/** What the linter gives a rule for one file. */
export type RuleContext = {
  cwd: string
  filename: string
  report(finding: { message: string; node: SyntaxNode }): void
}

/** One rule: what to do at which kind of node. */
export type Rule = { create(context: RuleContext): Record<string, (node: SyntaxNode) => void> }
