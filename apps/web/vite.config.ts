import { lingui } from '@lingui/vite-plugin'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressBuild } from './compress-build.ts'
import { partsPage } from './parts-page.ts'
import { serviceWorkerFiles } from './service-worker-files.ts'

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
        // A few files that every page needs instead of a hundred small ones; dialogs come with the first sheet.
        codeSplitting: {
          groups: [
            { name: 'framework', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 5 },
            {
              name: 'dialog',
              test: /node_modules\/(radix-ui|@radix-ui|react-remove-scroll|aria-hidden)/,
              priority: 4,
            },
            { name: 'icons', test: /node_modules\/lucide-react/, priority: 3 },
            // Any other package comes with the first page that uses it.
            {
              name: 'framework',
              test: /node_modules\/(@tanstack\/(?!react-virtual|virtual)|@lingui|@babel|@fontsource)/,
              priority: 2,
            },
            { name: 'kit', test: /src\/(ui|lib)\/(?!sheet|base)/, priority: 1 },
            // Only the addresses of the pages: what they show is asked for when one goes there.
            { name: 'routes', test: /src\/app\/(router\.ts|routes\/[^?]*$)/, priority: 1 },
          ],
        },
      },
    },
  },
})
