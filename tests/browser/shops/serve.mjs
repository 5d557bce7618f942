// Serves one imitated shop with the tag on every page, and hands its batches to a real collector; tells the stored
// journey of a visit in one line per fact that means something in a shop.
import { EventEmitter, once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { collect } from '../drive/collector.mjs';
import { ROOT } from '../stage.mjs';

/** @typedef {{method: string, path: string, query: URLSearchParams, form: URLSearchParams, json: any}} Question */
/** @typedef {{status?: number, type?: string, location?: string, body?: string, after?: string | undefined, slow_ms?: number}} Answer
 *   after: held back until the tag has told a line that begins like this, the second time until the second one: a server on
 *   the same machine would be quicker than any shop's. slow_ms: as long as a real one may take */
/** @typedef {(question: Question) => Answer} Shop keeps its visitor's cart itself: there is only one visitor */
/** @typedef {Record<string, any>} Json */

export const TAG = `<script>sessionStorage['koord.inspect'] = ''</script><script async src="/dist/koord.js" data-site="shop"
  data-collector="/v1/batch" data-consent="granted" data-inspect="allow"></script>`;
/** In the place of the inspector: tells the test at once what will be sent later. */
const TELLTALE = `export const open = () => ({ record }) => record && navigator.sendBeacon('/told', record)`;

/** A page with the tag, in the shop's own words. @param {string} language @param {string} title @param {string} body @returns {Answer} */
export const html = (language, title, body) => ({
  body: `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${title}</title>${TAG}<body>${body}</body></html>`,
});

/** @param {unknown} facts @param {number} [status] @returns {Answer} */
export const json = (facts, status = 200) => ({
  status,
  type: 'application/json',
  body: JSON.stringify(facts),
});

/** What the browser does after a form was sent. @param {string} location @returns {Answer} */
export const redirect = location => ({ status: 303, location });

/** @param {import('node:http').IncomingMessage} request */
async function textOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

/** @param {string} text */
function jsonIn(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a form, or nothing
  }
}

/** @typedef {Awaited<ReturnType<typeof openShop>>} OpenShop */

/** @param {Shop} shop */
export async function openShop(shop) {
  const collector = await collect({ folders: {} });
  /** @type {string[]} */
  const told = [];
  const news = new EventEmitter();
  /** @type {Map<string, number>} */
  const heldBack = new Map();
  /** Bodies of all that went to the collector. @type {string[]} */
  const sent = [];
  const times = (/** @type {string} */ line) => told.filter(one => one.startsWith(line)).length;

  /** @param {string} line */
  async function until(line) {
    const number = (heldBack.get(line) ?? 0) + 1;
    heldBack.set(line, number);
    while (times(line) < number) await once(news, 'told');
  }

  const server = createServer(async (request, answer) => {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://shop');
    const text = await textOf(request);
    if (path === '/told') {
      told.push(...lineOf(JSON.parse(text)));
      news.emit('told');
      return void answer.writeHead(204).end();
    }
    if (path.startsWith('/dist/')) {
      const script = path.includes('inspect') ? TELLTALE : await readFile(join(ROOT, path));
      return void answer.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    }
    if (path.startsWith('/v1/')) {
      sent.push(text);
      if (open.refuse && ++open.refused) return void answer.writeHead(open.refuse).end();
      const passed = await fetch(`${collector.url}${path}`, { method: 'POST', body: text }).catch(() => null);
      return void answer.writeHead(passed?.status ?? 503).end(); // none: the visit is over, and its collector gone
    }
    const question = {
      method: `${request.method}`,
      path,
      query,
      form: new URLSearchParams(text),
      json: jsonIn(text),
    };
    const {
      status = 200,
      type = 'text/html; charset=utf-8',
      location,
      body = '',
      after,
      slow_ms = 0,
    } = shop(question);
    await setTimeout(slow_ms);
    if (after) await until(after);
    answer.writeHead(status, { 'content-type': type, ...(location && { location }) }).end(body);
  });
  await new Promise(listening => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const open = {
    url: `http://127.0.0.1:${port}`,
    told,
    times,
    sent,
    /** Answers the tag with this status in the collector's place; 0: does not. */
    refuse: 0,
    refused: 0,
    page: html,
    stored: () => collector.records(),
    /** What the collector gives out of every session. */
    exported: async () =>
      Promise.all((await collector.sessions()).map(({ session }) => collector.ndjson(session))),
    sessions: () => collector.sessions(),
    /** How many pages one of them saw. @param {string} session */
    views: async session =>
      (await collector.session(session)).records.filter(
        (/** @type {Json} */ { kind }) => kind === 'page_view',
      ).length,
    /** @param {(records: Json[]) => unknown} wanted */
    untilStored: wanted => collector.untilStored(wanted),
    /** The journey as it is stored, once all of it is. */
    async story() {
      const count = (/** @type {Json[]} */ records) => records.flatMap(lineOf).length;
      return (await collector.untilStored(records => count(records) >= told.length)).flatMap(lineOf);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await collector.stop();
    },
  };
  return open;
}

/** @type {Record<string, (record: Json) => (string | number | undefined)[] | null>} what counts of each kind; null: nothing */
const TELLING = {
  page_view: ({ place }) => [place],
  search: ({ query }) => [query],
  results: ({ count }) => [count ?? 'some'],
  refine: ({ phase, active, page }) => [phase, page ?? active],
  product: ({ phase, rank }) => [phase, rank],
  cart: ({ phase, quantity, total_cents }) => [phase, quantity, total_cents],
  coupon: ({ phase, ordinal }) => [phase, ordinal],
  checkout: ({ step, total_cents, blocked }) => [step, total_cents, blocked && 'blocked'],
  payment: ({ phase, hard }) => [phase, ['soft', 'hard'][hard]],
  purchase: ({ total_cents }) => [total_cents],
  submit: ({ form, invalid }) => [form, invalid],
  field: ({ phase, content }) => (phase === 'invalid' ? [phase, content] : null),
  error: ({ source, message }) => (source === 'shown' ? [message] : source === 'exception' ? [source] : null),
  page_state: ({ state }) => [state],
  touchpoint: ({ place }) => [place],
  custom: ({ name, facts }) => [name, ...Object.values(facts ?? {})],
};

/** @param {Json} record @returns {string[]} */
function lineOf(record) {
  const words = TELLING[record.kind]?.(record);
  return words ? [[record.kind, ...words.filter(word => word !== undefined)].join(' ')] : [];
}
