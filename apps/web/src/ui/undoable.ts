const open = new Set<() => Promise<void>>()

/** Something that takes effect once, later: unless it is undone before, and also when the page is closed meanwhile. */
export function undoable(act: () => Promise<void>): { takeEffect: () => Promise<void>; undo: () => void } {
  const takeEffect = async () => {
    if (open.delete(takeEffect)) await act()
  }
  open.add(takeEffect)
  // One listener, however often it is added.
  addEventListener('pagehide', atTheEnd)
  return { takeEffect, undo: () => open.delete(takeEffect) }
}

/** Lets take effect at once whatever could still be undone; resolves once all of it has been done or refused. */
export async function letTakeEffect(): Promise<void> {
  await Promise.all([...open].map((takeEffect) => takeEffect()))
}

function atTheEnd(): void {
  void letTakeEffect()
}
