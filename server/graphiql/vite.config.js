/** Builds the query page into content-named files; the server finds them through the manifest. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const here = import.meta.dirname;
const inRepository = resolve(here, '../../examples/queries');
const inSourceDistribution = resolve(here, 'queries');

export default defineConfig({
  base: './', // the server decides where the files live
  resolve: {
    alias: { '@queries': existsSync(inRepository) ? inRepository : inSourceDistribution },
  },
  server: { fs: { allow: [here, inRepository] } },
  build: {
    outDir: '../schakel_server/web/assets/graphiql',
    emptyOutDir: true,
    assetsDir: '.',
    manifest: 'manifest.json',
    license: { fileName: 'LICENSES.md' },
    target: 'es2022',
    cssCodeSplit: false,
    chunkSizeWarningLimit: 6000, // kB; an editor with its language services is large
    rolldownOptions: { input: resolve(here, 'src/main.jsx') },
  },
  worker: { format: 'es' },
});
