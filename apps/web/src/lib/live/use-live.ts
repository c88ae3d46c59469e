import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { positions } from '../api.ts'
import { nextTask } from '../next-task.ts'
import { applyLive, catchUp } from './apply-live.ts'
import { createLiveClient } from './live-client.ts'
import type { LiveStanding } from './live-machine.ts'

/** Keeps one live connection open as long as the caller is mounted, and says how it stands. */
export function useLive(onSignedOut: () => void): LiveStanding {
  const queryClient = useQueryClient()
  const [client] = useState(() =>
    createLiveClient({
      url: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/live`,
      writes: () => positions.last(),
      apply: (changes) => applyLive(queryClient, changes),
      refetch: () => void catchUp(queryClient),
      signedOut: onSignedOut,
    }),
  )
  useEffect(() => {
    const hear = ({ type }: Event) => client.hearNetwork(type === 'online' ? 'online' : 'offline')
    let isHere = true
    void nextTask().then(() => isHere && client.start())
    addEventListener('online', hear)
    addEventListener('offline', hear)
    return () => {
      isHere = false
      removeEventListener('online', hear)
      removeEventListener('offline', hear)
      client.stop()
    }
  }, [client])
  return useSyncExternalStore(client.subscribe, client.standing)
}
