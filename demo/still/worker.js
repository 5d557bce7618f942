// worker.js - the collector of the demo that needs no server: a service worker that takes the tag's batches, keeps them
// in this browser, and answers as docs/wire.md says.

import { openStore } from './store.js';
import { summaryOf } from './summary.js';

/** @typedef {import('./store.js').Page} Page @typedef {import('./store.js').Row} Row */

/** What we use of a worker's world. @typedef {{skipWaiting: () => Promise<void>, clients: {claim: () => Promise<void>},
 * addEventListener: (type: string, listener: (event: any) => void) => void}} Worker */
const worker = /** @type {Worker} */ (/** @type {unknown} */ (self));
const TOP = new URL('.', location.href).pathname;
const INITIAL = 50;
const MOST = 500;
const store = openStore();

/** @param {unknown} body @param {number} [status] */
const json = (body, status = 200) =>
  new Response(`${JSON.stringify(body)}\n`, { status, headers: { 'content-type': 'application/json' } });

const problem = (/** @type {string} */ error, /** @type {string} */ mend, /** @type {number} */ status) =>
  json({ error, mend }, status);

/** A record that can be stored: what else a collector checks, a tag of the same folder gets right. @param {any} record */
const isRecord = record =>
  Number.isInteger(record?.id) &&
  record.id > 0 &&
  Number.isInteger(record.t) &&
  typeof record.kind === 'string';

/** @param {string} text a batch, as it was sent */
async function take(text) {
  const arrived = Date.now();
  /** @type {any} */
  let batch;
  try {
    batch = JSON.parse(text);
  } catch {
    return problem('the batch is no JSON', 'send what docs/wire.md describes', 400);
  }
  if (batch?.v !== 1 || !Array.isArray(batch.pages)) {
    return problem('this is no batch of version 1', 'send {"v":1,"site":…,"pages":[…]}', 400);
  }
  const late = arrived - batch.sent;
  /** @type {object[]} */
  const refused = [];
  for (const { records, ...page } of batch.pages) {
    const good = records.filter(isRecord);
    for (const one of records) {
      if (!isRecord(one)) refused.push({ nonce: page.nonce, id: one?.id, why: 'lacks id, t or kind' });
    }
    await (await store).add({ ...page, site: batch.site, origin: page.origin + late }, good);
  }
  return refused.length ? json({ refused }) : new Response(null, { status: 204 });
}

/** Which records of some page loads are here. @param {string} text the question */
async function have(text) {
  /** @type {{pages: {nonce: string, trail: string}[]}} */
  const { pages } = JSON.parse(text);
  const loads = pages.map(async ({ nonce, trail }) => {
    const ids = await (await store).ids(nonce);
    return { nonce, trail, ids: ids.map(id => [id, id]) };
  });
  return json({ have: await Promise.all(loads) });
}

/** @param {URLSearchParams} asked */
async function list(asked) {
  const limit = Number(asked.get('limit') ?? INITIAL);
  const before = Number((asked.get('before') ?? '').split('-')[0]) || Infinity;
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) {
    return problem('limit is not understood', `limit is a number from 1 to ${MOST}`, 400);
  }
  const all = (await (await store).sessions()).map(({ pages, rows }) => summaryOf(pages, rows));
  const wanted = all.filter(({ started }) => started < before).sort((a, b) => b.started - a.started);
  const sessions = wanted.slice(0, limit);
  const next = wanted.length > limit ? { next: `${sessions[limit - 1].started}-0` } : {};
  return json({ sessions, ...next });
}

/** @param {string} id @param {boolean} lines */
async function one(id, lines) {
  const found = await (await store).session(id);
  if (!found) return problem('there is no such session', 'GET api/sessions lists those there are', 404);
  const { pages, rows } = found;
  if (lines) {
    const body = rows.map(({ body }) => `${body}\n`).join('');
    return new Response(body, { headers: { 'content-type': 'application/x-ndjson' } });
  }
  const records = rows.map(({ body, trail, nonce }) => ({ trail, nonce, ...JSON.parse(body) }));
  return json({ ...summaryOf(pages, rows), pages, records });
}

/** @param {Request} request @returns {Promise<Response> | undefined} nothing: the page is the host's to give */
function answer(request) {
  const { pathname, searchParams, origin } = new URL(request.url);
  if (origin !== location.origin || !pathname.startsWith(TOP)) return undefined;
  const path = pathname.slice(TOP.length);
  if (path === 'v1/batch' && request.method === 'POST') return request.text().then(take);
  if (path === 'v1/have' && request.method === 'POST') return request.text().then(have);
  if (path === 'api/sessions') return list(searchParams);
  const [, id, lines] = /^api\/sessions\/([\w-]+)(\.ndjson)?$/.exec(path) ?? [];
  return id ? one(id, !!lines) : undefined;
}

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', event => event.waitUntil(worker.clients.claim()));
/** @param {string} batch @param {MessagePort} [line] of a page that is still there to hear the answer */
async function takeAndTell(batch, line) {
  const answer = await take(batch);
  line?.postMessage({ status: answer.status, text: await answer.text() });
}

/** A page asks to be taken in, or brings a batch. */
worker.addEventListener('message', event => {
  const { data, ports } = event;
  const { batch } = data;
  event.waitUntil(batch ? takeAndTell(batch, ports[0]) : worker.clients.claim());
});
worker.addEventListener('fetch', event => {
  const answered = answer(event.request);
  if (answered) event.respondWith(answered.catch(error => problem(String(error), 'try again later', 503)));
});
