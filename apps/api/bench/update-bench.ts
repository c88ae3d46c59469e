/**
 * Changes of strengths: in the engine alone (the bench of the engine, with its flags), or with `--http` from setting one's
 * closeness over HTTP to one's own changed feed.
 */
const http = process.argv.indexOf('--http')
if (http === -1) {
  await import('@kith/trust-graph/bench/update-bench')
} else {
  process.argv.splice(http, 1)
  await import('./closeness-bench.ts')
}
