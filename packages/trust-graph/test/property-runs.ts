const asked = Number(process.env.KITH_PROPERTY_RUNS ?? '')

/** How many random worlds each property is tried on. `KITH_PROPERTY_RUNS` asks for more, `KITH_PROPERTY_SEED` for one seed. */
export const RUNS = Number.isInteger(asked) && asked > 0 ? asked : 800

const seed = Number(process.env.KITH_PROPERTY_SEED ?? '')
export const SEED: { seed?: number } = Number.isInteger(seed) && seed !== 0 ? { seed } : {}
