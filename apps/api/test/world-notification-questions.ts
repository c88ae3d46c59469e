import { get, type Prober, post, reads } from './world-probes.ts'

/** Whoever asks, it is his own: what an answer holds of others is what the test looks for. */
export const NOTIFICATION_QUESTIONS: Readonly<Record<string, Prober>> = {
  'GET /api/notifications': reads(get('/api/notifications')),
  'POST /api/notifications/seen': () => [
    { something: [post('/api/notifications/seen', { asOf: new Date(0).toISOString() })] },
  ],
}
