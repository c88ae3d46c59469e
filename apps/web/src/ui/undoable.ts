/** Something that takes effect once, later: unless it is undone before, and also when the page is closed meanwhile. */
export function undoable(act: () => void): { takeEffect: () => void; undo: () => void } {
  let over = false
  const settle = () => {
    const before = over
    over = true
    removeEventListener('pagehide', takeEffect)
    return !before
  }
  const takeEffect = () => {
    if (settle()) act()
  }
  addEventListener('pagehide', takeEffect)
  return { takeEffect, undo: settle }
}
