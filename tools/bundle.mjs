// Bundles the JavaScript of dist/: the tag (one script that adds one global), the same as a module, what reads the shop,
// which is fetched while the core starts, and the survey, which is fetched only when a question is about to be asked.
// The core travels inside the first two.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { minify } from 'terser';
import { textOf } from '../js/module.js';
import { shared } from '../js/shared.js';
import { banner } from './banner.mjs';

/** @typedef {import('esbuild').BuildOptions} BuildOptions */

/** What koord.shop.js borrows from koord.js comes as the argument `shared` of the function that it exports: a file that
 * lends names has no others there. */
const borrowed = {
  name: 'koord:shared',
  /** @param {import('esbuild').PluginBuild} plugin */
  setup(plugin) {
    plugin.onLoad(
      { filter: /\/(redact|custom|site|target|text|traits|places?|list)\.js$/ },
      async ({ path }) => {
        const names = Object.keys(await import(pathToFileURL(path).href)).filter(name => name in shared);
        return { contents: `export const { ${names} } = shared` };
      },
    );
  },
};

/** @type {Record<string, BuildOptions>} */
const BUNDLES = {
  'koord.js': { entryPoints: ['js/tag.js'], format: 'iife' },
  'koord.mjs': { entryPoints: ['js/index.js'], format: 'esm' },
  'koord.shop.js': {
    stdin: {
      contents: 'import { captureMeaning } from "./js/capture/meaning.js"; captureMeaning(page)',
      resolveDir: '.',
    },
    format: 'iife',
    plugins: [borrowed],
    banner: { js: `${banner}export const begin = (shared, page) => {` },
    footer: { js: '}' },
  },
  'koord.consent.js': { entryPoints: ['js/consent_tools.js'], format: 'esm' },
  'koord.config.js': { entryPoints: ['js/config.js'], format: 'esm' },
  'koord.domains.js': { entryPoints: ['js/domains.js'], format: 'esm' },
  'koord.ga4.js': { entryPoints: ['js/adapters/ga4.js'], format: 'esm' },
  'koord.schema.js': { entryPoints: ['js/adapters/schema.js'], format: 'esm' },
  'koord.woo.js': { entryPoints: ['js/adapters/woo.js'], format: 'esm' },
  'koord.ask.js': { entryPoints: ['js/ask.js'], format: 'esm' },
  'koord.survey.js': { entryPoints: ['js/survey/survey.js'], format: 'esm' },
  'koord.survey.ready.js': { entryPoints: ['js/survey/ready.js'], format: 'esm' },
  'koord.survey.aside.js': { entryPoints: ['js/survey/aside.js'], format: 'esm' },
  'koord.survey.de.js': { entryPoints: ['js/survey/words.de.js'], format: 'esm' },
  'koord.survey.fr.js': { entryPoints: ['js/survey/words.fr.js'], format: 'esm' },
  'koord.survey.es.js': { entryPoints: ['js/survey/words.es.js'], format: 'esm' },
  'koord.survey.it.js': { entryPoints: ['js/survey/words.it.js'], format: 'esm' },
  'koord.survey.pl.js': { entryPoints: ['js/survey/words.pl.js'], format: 'esm' },
  'koord.inspect.js': { entryPoints: ['js/inspect/inspect.js'], format: 'esm' },
  'koord.inspect.en.js': { entryPoints: ['js/inspect/words.en.js'], format: 'esm' },
  'koord.inspect.nl.js': { entryPoints: ['js/inspect/words.nl.js'], format: 'esm' },
};

/** Stands for `import { wasmText } from 'koord:wasm'`. */
const wasm = {
  name: 'koord:wasm',
  /** @param {import('esbuild').PluginBuild} plugin */
  setup(plugin) {
    plugin.onResolve({ filter: /^koord:wasm$/ }, () => ({ path: 'core', namespace: 'koord-wasm' }));
    plugin.onLoad({ filter: /.*/, namespace: 'koord-wasm' }, () => ({
      contents: `export const wasmText = '${textOf(readFileSync('dist/koord.wasm'))}'`,
    }));
  },
};

/** What the survey fetches by itself stays in files of its own beside it: `import('./words.de.js')` becomes
 * `import('./koord.survey.de.js')`. */
const beside = {
  name: 'koord:beside',
  /** @param {import('esbuild').PluginBuild} plugin */
  setup(plugin) {
    plugin.onResolve({ filter: /^\.\/(words\.\w\w|ready|aside)\.js$/ }, ({ kind, path }) =>
      kind === 'dynamic-import'
        ? { path: path.replace(/^\.\/(words\.)?/, './koord.survey.'), external: true }
        : undefined,
    );
  },
};

/** Style sheets are written to be read: line breaks, and blanks around punctuation, are not for shops. */
const styles = {
  name: 'koord:styles',
  /** @param {import('esbuild').PluginBuild} plugin */
  setup(plugin) {
    const tight = (/** @type {string} */ css) => css.replace(/\s+/g, ' ').replace(/ ?([{};:,]) /g, '$1');
    plugin.onLoad({ filter: /\/(style|themes)\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/`[^`]*`/g, tight),
    }));
  },
};

/** @type {BuildOptions} */
const SHARED = {
  bundle: true,
  minify: true,
  metafile: true,
  target: 'es2020',
  legalComments: 'none',
  banner: { js: banner },
  plugins: [wasm, beside, styles],
  logLevel: 'warning',
};

/** A second minifier, which looks across functions: 7 % less (brotli) than the first one alone.
 * @param {string} file @param {boolean} module */
async function shrink(file, module) {
  const compress = { passes: 6, ecma: /** @type {const} */ (2020), unsafe_arrows: true };
  const { code } = await minify(readFileSync(file, 'utf8'), { module, toplevel: true, ecma: 2020, compress });
  writeFileSync(file, `${code}\n`);
}

mkdirSync('build', { recursive: true });
/** @type {Record<string, import('esbuild').Metafile>} */
const meta = {};
for (const [name, options] of Object.entries(BUNDLES)) {
  const result = await build({ ...SHARED, ...options, outfile: `dist/${name}` });
  await shrink(`dist/${name}`, name !== 'koord.js'); // all others are modules
  meta[name] = /** @type {import('esbuild').Metafile} */ (result.metafile);
}
writeFileSync('build/bundles.json', JSON.stringify(meta)); // tools/size.mjs reads it
