// Loaded before the server's own code (`node --import`): to it the day of its start is a certain one, so that what it shows
// today looks as it will look next year.
const START = Date.parse('2026-11-20T10:00:00Z')
const RealDate = Date
const shift = START - RealDate.now()
const now = () => RealDate.now() + shift

globalThis.Date = new Proxy(RealDate, {
  construct: (real, given, made) => Reflect.construct(real, given.length === 0 ? [now()] : given, made),
  get: (real, key, receiver) => (key === 'now' ? now : Reflect.get(real, key, receiver)),
})
