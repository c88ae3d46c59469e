import { lingui } from '@lingui/vite-plugin'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressBuild } from './compress-build.ts'
import { firstPages } from './first-pages.ts'
import { partsPage } from './parts-page.ts'
import { serviceWorkerFiles } from './service-worker-files.ts'

const first = firstPages()
const API = 'http://127.0.0.1:4400'

export default defineConfig({
  plugins: [
    lingui({ cwd: import.meta.dirname, macroTransform: true, failOnMissing: true, failOnCompileError: true }),
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      routesDirectory: './src/app/routes',
      generatedRouteTree: './src/app/route-tree.gen.ts',
      quoteStyle: 'single',
    }),
    react(),
    first,
    serviceWorkerFiles(),
    compressBuild(),
    partsPage(),
  ],
  server: { port: 4410, proxy: { '/api': { target: API, ws: true } } },
  // Every file stays a file of its own: the content security policy allows no inline script or data font.
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: 'index.html', 'service-worker': 'src/service-worker/service-worker.ts' },
      output: {
        // A service worker holds for what lies beside it, under a name that stays.
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
        // A few files instead of a hundred small ones: those of the first pages, what all sheets need, what is left of the kit.
        codeSplitting: {
          groups: [
            // Two that come side by side are here before one that is as large as both.
            { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\//, priority: 7 },
            { name: 'framework', test: first.builds('framework'), priority: 6 },
            { name: 'kit', test: first.builds('kit'), priority: 5 },
            { name: 'feed', test: first.builds('feed'), priority: 4 },
            { name: 'door', test: first.builds('door'), priority: 3 },
            {
              name: 'sheet',
              test: /node_modules\/(radix-ui|@radix-ui|react-remove-scroll|aria-hidden)|src\/ui\/[a-z-]*sheet\./,
              priority: 2,
            },
            // What the sheets of a recommendation need besides: to write one, to see how it came.
            { name: 'recommending', test: /src\/features\/recommendations\//, priority: 1 },
            { name: 'more', test: /node_modules\/lucide-react|src\/(ui|lib)\/(?!qr-code)/, priority: 1 },
          ],
        },
      },
    },
  },
})
