// A web server for one test file: folders and texts on 127.0.0.1, and axe-core in a page.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listen } from './drive/listen.mjs';

/** The top of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/**
 * @typedef {object} Stage
 * @property {string} url without a slash at the end
 * @property {() => void} close
 *
 * @typedef {object} Setting
 * @property {Record<string, string>} [folders] path that ends in "/" -> folder of the repository
 * @property {Record<string, string>} [texts] path -> body
 * @property {Record<string, string>} [headers] of every answer
 */

/** @param {Setting} setting @param {string} path @returns {Promise<string | Buffer | null>} */
async function bodyOf({ folders = {}, texts = {} }, path) {
  if (path in texts) return texts[path];
  const prefix = Object.keys(folders).find(one => path.startsWith(one));
  if (!prefix) return null;
  const file = join(ROOT, folders[prefix], normalize(`/${path.slice(prefix.length)}`));
  return readFile(file).catch(() => null); // an answer of 404, as from any server
}

/** @param {Setting} setting @returns {Promise<Stage>} */
export async function serve(setting) {
  const server = createServer(async (question, answer) => {
    const { pathname } = new URL(question.url ?? '/', 'http://stage');
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const body = await bodyOf(setting, path);
    const headers = { 'content-type': TYPES[extname(path)] ?? 'text/plain', ...setting.headers };
    answer.writeHead(body === null ? 404 : 200, headers).end(body ?? 'not here');
  });
  return listen(server);
}

/** Colours are themselves only when what fades in has done so; what runs for longer is meant to be seen. */
const SHORT_MS = 1000;
const FADED_IN = `
  const roots = [document, ...[...document.querySelectorAll('*')].flatMap(one => one.shadowRoot ?? [])];
  const short = roots.flatMap(root => root.getAnimations())
    .filter(one => one.effect.getComputedTiming().endTime <= arguments[0]);
  await Promise.all(short.map(one => one.finished.catch(() => {})));`;

const axe = await readFile(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe-core finds wrong, a line for each; shadow roots are looked into.
 * @param {import('./drive/page.mjs').Page} page
 * @param {string} [within] selector
 * @returns {Promise<string[]>}
 */
export async function axeFindings(page, within = 'html') {
  if (!(await page.run('return "axe" in window'))) await page.run(axe);
  await page.run(FADED_IN, SHORT_MS);
  return page.run(
    `const { violations } = await axe.run(arguments[0], { runOnly: arguments[1] });
     return violations.map(one => one.id + ': ' + one.nodes.map(node => node.target).join(' '));`,
    within,
    AXE_TAGS,
  );
}

/**
 * Chromium only: what the visitor has set, for example { 'prefers-color-scheme': 'dark' }.
 * @param {import('./drive/page.mjs').Page} page
 * @param {Record<string, string>} features
 */
export async function emulate(page, features) {
  const list = Object.entries(features).map(([name, value]) => ({ name, value }));
  await page.devtools?.('Emulation.setEmulatedMedia', { media: '', features: list });
}

/** Chromium only: narrower than any window can be. @param {import('./drive/page.mjs').Page} page @param {number} width @param {number} height */
export async function beNarrow(page, width, height) {
  const metrics = { width, height, deviceScaleFactor: 1, mobile: false };
  await page.devtools?.('Emulation.setDeviceMetricsOverride', metrics);
}
