// Puts the demo together in one folder: the shop, the tour, the list of sessions, the ready surveys and the tag.
//   node tools/demo-site.mjs build/demo                       to be served beside a collector
//   node tools/demo-site.mjs --static build/demo-static       by itself, from any static host, below any path
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const DEMO = fileURLToPath(new URL('../demo/', import.meta.url));
const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
/** The tag, and what it fetches. */
const TAG_FILES = /^koord\b.*\.js$/;

/** Folders of the demo whose pages have one script each, made of many. */
const BUNDLED = ['tour', 'sessions', 'surveys'];
const isShown = (/** @type {string} */ file) => !file.endsWith('.js');

/** Every page of a folder, changed. @param {string} folder @param {(text: string) => string} change */
function changePages(folder, change) {
  for (const name of readdirSync(folder).filter(one => one.endsWith('.html'))) {
    const file = join(folder, name);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  }
}

/** The tour's pointer is a script, and so are its presses: its own copy of the shop says that they count.
 * @param {string} html */
const countScripts = html => html.replace('<html ', '<html data-koord-untrusted ');

/** From any folder of any host: addresses lead up instead of to the root, and the collector is in the browser.
 * @param {string} html @param {string} up to the top, as in "../" */
export function standAlone(html, up) {
  return html
    .replace('<script async src="/dist/koord.js"', `<script src="${up}begin.js" data-top="${up}"`)
    .replace('data-collector="/v1/batch"', `data-collector="${up}v1/batch"`)
    .replace(
      /<script type="module" src="(tour|sessions|surveys)\.js"/,
      `<script src="${up}begin.js" data-top="${up}"></script>\n  $&`,
    );
}

/** @param {string[]} entryPoints @param {string} outdir @param {'esm' | 'iife'} format */
const bundle = (entryPoints, outdir, format) =>
  build({ entryPoints, outdir, format, bundle: true, target: 'es2022', logLevel: 'warning' });

/** @param {string} folder @param {boolean} alone without a server of ours */
export async function demoSite(folder, alone = false) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(DEMO, 'shop'), folder, { recursive: true });
  cpSync(join(DEMO, 'shop'), join(folder, 'shop'), { recursive: true });
  for (const name of BUNDLED)
    cpSync(join(DEMO, name), join(folder, name), { recursive: true, filter: isShown });
  changePages(join(folder, 'shop'), countScripts);
  for (const name of BUNDLED) await bundle([join(DEMO, name, `${name}.js`)], join(folder, name), 'esm');
  for (const name of readdirSync(DIST).filter(one => TAG_FILES.test(one)))
    cpSync(join(DIST, name), join(folder, 'dist', name));
  if (!alone) return;
  changePages(folder, html => standAlone(html, ''));
  for (const name of ['shop', ...BUNDLED]) changePages(join(folder, name), html => standAlone(html, '../'));
  await bundle([join(DEMO, 'still/worker.js'), join(DEMO, 'still/begin.js')], folder, 'iife');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const alone = process.argv[2] === '--static';
  const folder = process.argv[alone ? 3 : 2];
  if (!folder) {
    console.error('say where: node tools/demo-site.mjs [--static] FOLDER');
    process.exit(2);
  }
  await demoSite(folder, alone);
}
