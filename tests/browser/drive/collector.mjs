// A real collector for browser tests: its own store, any free port, and the folders that a test wants served.
import { join } from 'node:path';
import { said, start, stop, temporaryFolder, until } from './processes.mjs';

const PROGRAM = process.env.KOORD_COLLECTOR ?? 'build/koord-collector';
const SHOP = { '/': 'demo/shop', '/dist': 'dist' };

/** @typedef {Record<string, any>} Json */
/** @typedef {{folders?: Record<string, string>, args?: string[]}} Serving what it serves (prefix to folder), and more arguments */

/** @param {Serving} [serving] */
export async function collect(serving = {}) {
  const collector = new Collector(serving);
  await collector.begin();
  return collector;
}

export class Collector {
  #folder = temporaryFolder('collector');
  #args;
  /** @type {ReturnType<typeof start> | undefined} */
  #process;
  url = '';

  /** @param {Serving} serving */
  constructor({ folders = SHOP, args = [] }) {
    const statics = Object.entries(folders).flatMap(([prefix, folder]) => [
      '--static',
      `${prefix}=${folder}`,
    ]);
    this.#args = ['--store', join(this.#folder.path, 'journeys.db'), ...statics, ...args];
  }

  /** Starts it; the second time on the port that pages know already. */
  async begin() {
    const listen = this.url ? new URL(this.url).host : '127.0.0.1:0';
    this.#process = start(PROGRAM, ['--listen', listen, ...this.#args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [, url] = await said(this.#process.stdout, /listening on (http:\/\/[\d.:]+)/);
    this.url = url;
  }

  /** @returns {Promise<Json[]>} newest first */
  async sessions() {
    return (await this.#get('/api/sessions')).sessions;
  }

  /** One session with its pages and records. @param {string} id @returns {Promise<Json>} */
  session(id) {
    return this.#get(`/api/sessions/${id}`);
  }

  /** Its records as they were sent, one a line: what `koord replay` reads. @param {string} id */
  async ndjson(id) {
    return (await this.#ask(`/api/sessions/${id}.ndjson`)).text();
  }

  /** What it and the tags count of themselves. @returns {Promise<Json>} */
  health() {
    return this.#get('/api/health');
  }

  /** Every record of every session. @returns {Promise<Json[]>} */
  async records() {
    const all = [];
    for (const { session } of await this.sessions()) all.push(...(await this.session(session)).records);
    return all;
  }

  /**
   * Asks until `wanted` is true of all that is stored, and returns that. A number means so many records.
   * @param {((records: Json[]) => unknown) | number} wanted @param {number} [most_ms]
   */
  untilStored(wanted, most_ms = 15_000) {
    const enough = typeof wanted === 'number' ? (/** @type {Json[]} */ all) => all.length >= wanted : wanted;
    return until(
      `the collector to store: ${wanted}`,
      async () => {
        const all = await this.records();
        return enough(all) ? all : null;
      },
      most_ms,
    );
  }

  /** Ends it as an administrator would; its store stays for restart(). */
  async halt() {
    if (this.#process) await stop(this.#process);
    this.#process = undefined;
  }

  /** Ends it as a power cut would. */
  async kill9() {
    this.#process?.kill('SIGKILL');
    await this.halt();
  }

  /** Ends it if it runs, and starts it again with the same store and port. */
  async restart() {
    await this.halt();
    await this.begin();
  }

  /** Ends it and forgets its store. */
  async stop() {
    await this.halt();
    this.#folder.remove();
  }

  /** @param {string} path @returns {Promise<Json>} */
  async #get(path) {
    return /** @type {Promise<Json>} */ ((await this.#ask(path)).json());
  }

  /** @param {string} path */
  async #ask(path) {
    const answer = await fetch(this.url + path);
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }
}
