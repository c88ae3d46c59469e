/** Now, on this device. */
export function now(): Date {
  return new Date()
}
