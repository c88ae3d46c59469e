/** The browser’s next task: what it has to do meanwhile, such as to answer a press, it does before. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve))
}
