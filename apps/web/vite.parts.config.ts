import { mergeConfig } from 'vite'
import app from './vite.config.ts'

// The page of parts alone, for the test that compares its pictures.
export default mergeConfig(app, {
  build: {
    outDir: '../../.cache/parts-page',
    emptyOutDir: true,
    rolldownOptions: { input: 'ui.html' },
  },
})
