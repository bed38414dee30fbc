import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// What is text goes into the binary compressed, and is sent as it lies there.
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir }, bundle) {
    for (const name of Object.keys(bundle)) {
      if (!/\.(js|css|json|svg)$/.test(name)) continue;
      const path = join(dir!, name);
      writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
      rmSync(path);
    }
  },
};

// Vitest begins with the largest file where it has not seen how long each takes, and so would end with the longest, alone.
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const longest = sorted.filter((file) => file.moduleId.endsWith('/everywhere.e2e.ts'));
    return [...longest, ...sorted.filter((file) => !longest.includes(file))];
  }
}

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: '../node_modules/.vite',
  plugins: [svelte(), compressed],
  build: {
    outDir: 'dist',
    emptyOutDir: false, // dist/.keep is what `go build` needs where there is no page
    assetsInlineLimit: 0, // the content security policy allows no data: scripts
    modulePreload: { polyfill: false },
    target: 'es2023',
    chunkSizeWarningLimit: 1500,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  test: { include: process.env['SCREENSHOTS'] ? ['e2e/**/*.shots.ts'] : process.env['BENCH_OUT'] ? ['e2e/**/*.bench.ts'] : ['src/**/*.test.ts', 'e2e/**/*.e2e.ts'], maxWorkers: 2, sequence: { sequencer: LongestFirst }, testTimeout: 60_000, hookTimeout: 120_000 },
});
