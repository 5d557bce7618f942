// A shop whose tag must deliver: a browser, a page of another origin than the collector, and the faulty way between.
import assert from 'node:assert/strict';
import { Collector } from '../browser/drive/collector.mjs';
import { open } from '../browser/drive/index.mjs';
import { temporaryFolder, until } from '../browser/drive/processes.mjs';
import { serve } from '../browser/stage.mjs';
import { Gate } from './gate.mjs';

/** Enough in every event that a handful is sent at once, without waiting for company. */
const FILLER = Object.fromEntries(Array.from({ length: 14 }, (_, n) => [`filler_${n}`, 'x '.repeat(120)]));
const NEXT_VISIT_MS = 40_000; // on a machine that has other things to do

/** The first record of a page is written once the core is there; what is reported before waits in memory. Storage that
 * may not be touched throws: then there is no outbox to wait for. */
const BEGUN = `if (!window.koord?.stop || document.readyState !== 'complete') return false;
  try { return !!indexedDB && window.wrote } catch { return true }`;

/** @typedef {{engine?: string, head?: string, args?: string[]}} Wants head: of every page, before the tag; args: the browser's */

/** @param {string} collector @param {string} head */
const pageWith = (collector, head) => `<!doctype html><meta charset="utf-8"><title>Shop</title>${head}
<body data-koord-untrusted><h1>Shop</h1><a id="next" href="/page.html">Next</a>
<script>addEventListener('pageshow', event => { window.frozen = event.persisted; });
window.thrown = [];
addEventListener('error', event => thrown.push(event.message));
addEventListener('unhandledrejection', event => thrown.push(String(event.reason)));
window.wrote = false;
const { add } = IDBObjectStore.prototype;
IDBObjectStore.prototype.add = function (...how) { window.wrote = true; return add.apply(this, how); };</script>
<script src="/dist/koord.js" data-site="shop" data-consent="granted" data-collector="${collector}"></script>`;

export class Shop {
  /** Events reported so far, and the number of the next one. */
  reported = 0;
  #profile = temporaryFolder('faults');
  #engine;
  #head;
  #args;

  /** @param {Wants} wants */
  constructor({ engine = 'chromium', head = '', args = [] }) {
    this.#engine = engine;
    this.#args = args;
    this.#head = head;
    this.collector = new Collector({ folders: {} });
    this.gate = new Gate('');
  }

  async open() {
    await this.collector.begin();
    this.gate = await new Gate(this.collector.url).open();
    const page = pageWith(this.gate.url, this.#head);
    this.site = await serve({
      folders: { '/dist/': 'dist' },
      texts: { '/page.html': page, '/other.html': '' },
    });
    await this.#startBrowser();
    return this;
  }

  async close() {
    await this.page?.close();
    await this.gate.close();
    await this.collector.stop();
    this.site?.close();
    this.#profile.remove();
  }

  /** The same visitor's browser, every time. */
  async #startBrowser() {
    const profile = this.#engine === 'chromium' ? [`--user-data-dir=${this.#profile.path}`] : [];
    const begin = () => open(this.#engine, { args: [...this.#args, ...profile] });
    this.page = await begin().catch(begin); // now and then a driver finds the port that it drew taken
  }

  get #there() {
    return /** @type {import('../browser/drive/page.mjs').Page} */ (this.page);
  }

  get url() {
    return `${this.site?.url}/page.html`;
  }

  /** Goes to a page of the shop, in the current tab. */
  async visit() {
    await this.#there.go(this.url);
    await this.ready();
  }

  /** Waits until the tag has begun to tell, into its outbox where there is one. */
  async ready() {
    await this.#there.waitFor(BEGUN, { timeout: 30_000 });
  }

  /** Reports events in one turn of the page. Small ones wait for company before they are sent.
   * @param {number} count @param {{small?: boolean}} [how] @returns {Promise<number>} ms that the page was held */
  async report(count, { small = false } = {}) {
    const from = this.reported;
    this.reported += count;
    return this.#there.run(
      (/** @type {number} */ from, /** @type {number} */ to, /** @type {object} */ filler) => {
        const begin = performance.now();
        const { koord } = /** @type {any} */ (window);
        for (let n = from; n < to; n++) koord.event('bench', { n, ...filler });
        return performance.now() - begin;
      },
      from,
      this.reported,
      small ? {} : FILLER,
    );
  }

  /** Reports in the handler of a click on a link, the last moment that a shop has, and goes where the link leads.
   * @param {number} count */
  async reportAndFollow(count) {
    const from = this.reported;
    this.reported += count;
    await this.#there.run(
      (/** @type {number} */ from, /** @type {number} */ to) => {
        const { koord } = /** @type {any} */ (window);
        const link = /** @type {HTMLElement} */ (document.querySelector('#next'));
        document.title = 'left';
        link.onclick = () => {
          for (let n = from; n < to; n++) koord.event('bench', { n });
        };
        setTimeout(() => link.click());
      },
      from,
      this.reported,
    );
    await this.#there.waitFor('return document.title === "Shop"', { timeout: 30_000 });
    await this.ready();
  }

  /** The current tab loses its network, or has it again. Chromium only. @param {boolean} offline */
  async setOffline(offline) {
    const how = { offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    await this.#there.devtools?.('Network.enable');
    await this.#there.devtools?.('Network.emulateNetworkConditions', how);
  }

  /** The current tab is closed, as by its cross; another one stays. */
  async closeTab() {
    const [first] = await this.#there.tabs();
    const here = await this.#there.tab();
    if (first === here) await this.#there.newTab();
    await this.#there.switchTab(here);
    await this.#there.closeTab();
  }

  /** SIGKILL to the whole browser: nothing of the page runs any more. Chromium only. */
  async kill() {
    process.kill(await pidOf(this.#there.debugger ?? ''), 'SIGKILL');
    await this.#there.close();
    this.page = undefined;
  }

  /** The visitor comes back, with a new tab or, when it was killed, a new browser. */
  async nextVisit() {
    if (this.page) await this.page.newTab();
    else await this.#startBrowser();
    await this.visit();
  }

  /** Numbers of the events that the collector has, in the order of their trails. */
  async delivered() {
    const records = await this.collector.records();
    return records
      .filter(({ kind }) => kind === 'custom')
      .map(({ facts }) => /** @type {number} */ (facts.n));
  }

  /** Waits until so many events are stored. @param {number} count @param {number} most_ms */
  untilDelivered(count, most_ms = NEXT_VISIT_MS) {
    return until(
      `${count} events`,
      async () => {
        const numbers = await this.delivered();
        return new Set(numbers).size >= count ? numbers : null;
      },
      most_ms,
    );
  }

  /** Each event that was reported is stored once, within so long. @param {number} [most_ms] */
  async assertAllOnce(most_ms) {
    const numbers = await this.untilDelivered(this.reported, most_ms);
    assert.equal(numbers.length, this.reported, 'stored once each');
    assert.deepEqual(await this.thrown(), []);
  }

  /** What reached the page from us. @returns {Promise<string[]>} */
  async thrown() {
    return (await this.page?.run('return window.thrown ?? []')) ?? [];
  }

  /** From when to when it took, Unix ms. @param {() => Promise<unknown>} work @returns {Promise<[number, number]>} */
  async during(work) {
    const begin = Date.now();
    await work();
    return [begin, Date.now()];
  }

  /** To a second, by the collector's reckoning. @param {number} number of the event @param {[number, number]} span */
  async assertWasDuring(number, [from, to]) {
    const at = await this.#timeOf(number);
    const wrong_ms = Math.max(from - at, at - to, 0);
    assert.ok(wrong_ms < 1000, `the time of event ${number} is wrong by ${wrong_ms} ms`);
  }

  /** @param {number} number @returns {Promise<number>} Unix ms */
  async #timeOf(number) {
    for (const { session } of await this.collector.sessions()) {
      const { pages, records } = await this.collector.session(session);
      const record = records.find((/** @type {any} */ { facts }) => facts?.n === number);
      const page = pages.find((/** @type {any} */ { nonce }) => nonce === record?.nonce);
      if (page) return page.origin + record.t;
    }
    throw new Error(`event ${number} is not there`);
  }

  /** The newest book-keeping that any page sent. @returns {Promise<Record<string, number>>} */
  async counters() {
    const [{ session }] = await this.collector.sessions();
    const { pages } = await this.collector.session(session);
    return pages.findLast((/** @type {any} */ page) => page.counters).counters;
  }
}

/** @param {string} address of the DevTools protocol @returns {Promise<number>} of the browser's main process */
async function pidOf(address) {
  const { webSocketDebuggerUrl } = await (await fetch(`http://${address}/json/version`)).json();
  const socket = new WebSocket(webSocketDebuggerUrl);
  await new Promise(opened => socket.addEventListener('open', opened));
  const answered = new Promise(heard => socket.addEventListener('message', heard, { once: true }));
  socket.send(JSON.stringify({ id: 1, method: 'SystemInfo.getProcessInfo' }));
  const { result } = JSON.parse((await answered).data);
  socket.close();
  return result.processInfo.find((/** @type {{type: string}} */ { type }) => type === 'browser').id;
}

/** @param {import('node:test').TestContext} t @param {Wants} [wants] */
export async function openShop(t, wants = {}) {
  const shop = new Shop(wants);
  t.after(() => shop.close());
  return shop.open();
}
