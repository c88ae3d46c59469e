// Stands for the app in hand-over.test.ts: says who it is and waits for a signal.
const [code = '0'] = process.argv.slice(2)
console.log(`waiting ${process.pid}`)
const waiting = setInterval(() => undefined, 1_000)
process.once('SIGTERM', () => {
  clearInterval(waiting)
  console.log('stopped properly')
  process.exitCode = Number(code)
})
