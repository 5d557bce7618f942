// The way to a real collector, which a test can break as it likes; it keeps a ledger of what came by and what was stored.
import { once } from 'node:events';
import { createServer } from 'node:http';

/** @typedef {import('node:http').IncomingMessage} Question */
/** @typedef {import('node:http').ServerResponse} Answer */

/**
 * What becomes of one request; nothing: it is passed on to the collector.
 * @typedef {object} Fate
 * @property {number} [status] answered by the gate
 * @property {Record<string, string>} [headers] of that answer
 * @property {'reset' | 'silence'} [end] instead of an answer: the connection is cut, or nothing is ever said
 * @property {boolean} [stored] passed on all the same, although the page will not hear of it
 *
 * @typedef {(body: string) => Fate | undefined} Fault
 * @typedef {{path: string, at: number, bytes: number, status: number}} Passed status 0: not answered
 */

/** Faults by name. */
export const FAULTS = {
  /** @param {number} status @param {number} [retry_s] @returns {Fault} */
  answers: (status, retry_s) => () => ({
    status,
    headers: retry_s ? { 'Retry-After': `${retry_s}` } : undefined,
  }),
  /** @returns {Fault} */
  resets: () => () => ({ end: 'reset' }),
  /** @returns {Fault} */
  storesAndResets: () => () => ({ end: 'reset', stored: true }),
  /** @returns {Fault} */
  isSilent: () => () => ({ end: 'silence' }),
  /** @returns {Fault} */
  storesInSilence: () => () => ({ end: 'silence', stored: true }),
  /** @param {number} most bytes @returns {Fault} */
  refusesAbove: most => body => (body.length > most ? { status: 413 } : undefined),
  /** @param {string} text @returns {Fault} */
  refuses: text => body => (body.includes(text) ? { status: 400 } : undefined),
};

const BATCH = '/v1/batch';
/** As docs/collector.md has it for pages of other origins. */
const CORS = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Retry-After' };

export class Gate {
  /** @type {Fault | null} */
  fault = null;
  /** @type {Passed[]} */
  passed = [];
  /** How often each record reached the collector, by nonce and id. @type {Map<string, number>} */
  stored = new Map();
  #collector;
  /** @type {import('node:http').Server | undefined} */
  #server;
  #port = 0;

  /** @param {string} collector its address */
  constructor(collector) {
    this.#collector = collector;
  }

  get url() {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Opens, the second time on the port that pages know already. */
  async open() {
    this.#server = createServer((question, answer) => void this.#pass(question, answer));
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = /** @type {import('node:net').AddressInfo} */ (this.#server.address()).port;
    return this;
  }

  /** From here on connections are refused, and those that are open are cut. */
  async close() {
    if (!this.#server?.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  /** Breaks it for so long. @param {Fault} fault @param {number} ms */
  async breakFor(fault, ms) {
    this.fault = fault;
    await new Promise(resolve => setTimeout(resolve, ms));
    this.fault = null;
  }

  /** How often it was asked what the collector has. */
  get questions() {
    return this.passed.filter(({ path }) => path !== BATCH).length;
  }

  /** Records that came again although they were stored. */
  get again() {
    return [...this.stored.values()].reduce((sum, times) => sum + times - 1, 0);
  }

  /** @param {Question} question @param {Answer} answer */
  async #pass(question, answer) {
    const body = await bodyOf(question);
    if (body === null) return; // the page is gone
    const fate = this.fault?.(body);
    const reply = fate && !fate.stored ? null : await this.#handOn(`${question.url}`, body);
    this.#answer(fate ?? reply ?? { end: 'reset' }, question, answer);
    const passed = {
      path: question.url ?? '',
      at: Date.now(),
      bytes: body.length,
      status: answer.statusCode,
    };
    this.passed.push(answer.headersSent ? passed : { ...passed, status: 0 });
  }

  /** @param {Fate & {text?: string}} fate @param {Question} question @param {Answer} answer */
  #answer({ end, status = 204, headers, text }, question, answer) {
    if (end === 'reset') question.socket.resetAndDestroy();
    if (!end) answer.writeHead(status, { ...CORS, ...headers }).end(text);
  }

  /** What the collector says; null when it is not there. @param {string} path @param {string} body */
  async #handOn(path, body) {
    try {
      const reply = await fetch(this.#collector + path, { method: 'POST', body });
      if (reply.ok && path === BATCH) this.#note(JSON.parse(body));
      const retry = reply.headers.get('Retry-After');
      const headers = retry ? { 'Retry-After': retry } : undefined;
      return { status: reply.status, headers, text: await reply.text() };
    } catch {
      return null; // a test has stopped the collector
    }
  }

  /** @param {{pages: {nonce: string, records: {id: number}[]}[]}} batch */
  #note({ pages }) {
    for (const { nonce, records } of pages) {
      for (const { id } of records) {
        const key = `${nonce} ${id}`;
        this.stored.set(key, (this.stored.get(key) ?? 0) + 1);
      }
    }
  }
}

/** @param {Question} question */
async function bodyOf(question) {
  try {
    let text = '';
    for await (const piece of question.setEncoding('utf8')) text += piece;
    return text;
  } catch {
    return null; // cut off while it spoke
  }
}
