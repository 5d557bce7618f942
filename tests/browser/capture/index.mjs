// Serves the capture modules with a page to look at, and reads the facts that they report.
import { createServer } from 'node:http';
import { build } from 'esbuild';
import { listen } from '../drive/listen.mjs';

/** @typedef {import('../drive/page.mjs').Page} Page */

const JSON_TYPE = 'application/json';

/** Answers of the imitated shop. @type {Record<string, [status: number, type: string, body: string]>} */
const ANSWERS = {
  '/api/fine': [200, JSON_TYPE, '{"cart":{"items":1},"error":null}'],
  '/api/refused': [200, JSON_TYPE, '{"error":"This code is not valid"}'],
  '/api/broken': [500, 'text/plain', 'oops'],
  '/v1/batch': [204, 'text/plain', ''],
  '/v1/have': [200, JSON_TYPE, '{}'],
  '/v1/erase': [204, 'text/plain', ''],
  '/v1/quota': [200, JSON_TYPE, '{"answers":{}}'],
};

async function bundle() {
  const entryPoints = [new URL('stage.js', import.meta.url).pathname];
  const { outputFiles } = await build({
    entryPoints,
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
  });
  return outputFiles[0].text;
}

/**
 * @param {Record<string, string>} pages path -> what stands in the body, in the shop's own words
 * @returns {Promise<{url: string, close: () => void}>}
 */
export async function serve(pages) {
  const script = await bundle();
  const server = createServer((request, answer) => {
    const { pathname } = new URL(request.url || '/', 'http://x');
    const [status, type, body] = ANSWERS[pathname] || [];
    if (status) return void answer.writeHead(status, { 'content-type': String(type) }).end(body);
    const html = { 'content-type': 'text/html; charset=utf-8' };
    if (pathname === '/stage.js')
      return void answer.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    const found = pages[pathname];
    const head = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Stage ${pathname}</title>`;
    const shown = found ?? '<h1>Nothing here</h1>';
    answer.writeHead(found ? 200 : 404, html).end(`${head}<body>${shown}<script src="/stage.js"></script>`);
  });
  return listen(server);
}

/**
 * Waits for the first fact of a kind, reported since `mark`, that has these fields; gives the fact.
 * @param {Page} page @param {string} kind @param {Record<string, unknown>} [like] @param {number} [mark]
 * @returns {Promise<{kind: string, facts: Record<string, any>, at: number}>}
 */
export function fact(page, kind, like = {}, mark = 0) {
  return page.waitFor(
    `const [kind, like, mark] = arguments;
     return facts.slice(mark).find(f => f.kind === kind && Object.keys(like).every(k =>
       Array.isArray(f.facts[k]) ? f.facts[k].includes(like[k]) : f.facts[k] === like[k]))`,
    { args: [kind, like, mark] },
  );
}

/** How many facts there are by now: the mark for what comes after. @param {Page} page @returns {Promise<number>} */
export const mark = page => page.run('return facts.length');

/** All facts of a kind since a mark. @param {Page} page @param {string} kind @param {number} [from] @returns {Promise<any[]>} */
export const facts = (page, kind, from = 0) =>
  page.run(
    'return facts.slice(arguments[1]).filter(f => f.kind === arguments[0]).map(f => f.facts)',
    kind,
    from,
  );
