import { execFile } from 'node:child_process'
import { chown, lstat, readdir } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const NOBODY = 65534
const MAP_TO_NOBODY = ['-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`]

/**
 * How PostgreSQL is run, which refuses to be root. An ordinary user runs it as himself. Root runs it in a user namespace
 * where root is called nobody, which works below folders that are root's alone; where namespaces are forbidden it runs
 * as the real nobody, who must be able to reach the folder. A user without a name is called nobody in the same way.
 */
export type UnprivilegedUser = {
  /** Put before the command and its arguments. */
  wrap: readonly string[]
  spawnAs: { uid?: number; gid?: number }
  /** Who must own the files. */
  uid: number
}

/** Chooses the way that works on this machine. */
export async function chooseUser(): Promise<UnprivilegedUser> {
  const uid = process.getuid?.() ?? NOBODY
  if (uid !== 0 && hasName()) return { wrap: [], spawnAs: {}, uid }
  try {
    await promisify(execFile)('unshare', [...MAP_TO_NOBODY, 'true'])
    return { wrap: ['unshare', ...MAP_TO_NOBODY], spawnAs: {}, uid }
  } catch {
    // No such program, or namespaces are forbidden, as in some containers.
    return uid === 0
      ? { wrap: [], spawnAs: { uid: NOBODY, gid: NOBODY }, uid: NOBODY }
      : { wrap: [], spawnAs: {}, uid }
  }
}

/** Whether the system knows this user by name, as PostgreSQL wants it; containers run as numbers that have none. */
function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    // There is no entry for the number.
    return false
  }
}

/** Gives a folder and all in it to the user; nothing happens where it is his already or only root could do it. */
export async function giveFolder(folder: string, user: UnprivilegedUser): Promise<void> {
  if (process.getuid?.() !== 0 || (await lstat(folder)).uid === user.uid) return
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory() || entry.isFile()) await chown(path, user.uid, user.uid)
  }
  // Last, so that an interrupted gift is begun again.
  await chown(folder, user.uid, user.uid)
}
