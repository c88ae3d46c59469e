/** Reads JSON that a program of the same version wrote, and trusts its shape; throws where it is no JSON. */
export function readTrusted<Shape>(json: string): Shape {
  const value: unknown = JSON.parse(json)
  if (isTrusted<Shape>(value)) return value
  throw new Error('unreachable: what is trusted is not checked')
}

// The one place that believes: the server parsed and shaped what it sends, this device what it kept.
function isTrusted<Shape>(value: unknown): value is Shape {
  return value !== undefined
}
