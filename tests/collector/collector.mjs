// collector.mjs - starts a real collector on a free port, and makes batches to send it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const PROGRAM = process.env.KOORD_COLLECTOR || 'build/koord-collector';
export const SESSION = '01939f0e-7a52-7c41-9d3e-0123456789ab';
export const VISITOR = '01939f0e-7a52-7c41-9d3e-0123456789cd';

/** @typedef {Awaited<ReturnType<typeof startCollector>>} Collector */

/** What a test runs must have been built, or it would wait for what nobody does. @param {string} path */
export function built(path) {
  if (!existsSync(path)) throw new Error(`${path} is missing: “make ${path}” builds it`);
  return path;
}

/** A folder that goes when the test ends. @param {import('node:test').TestContext} t */
export function makeFolder(t) {
  const folder = mkdtempSync(join(tmpdir(), 'koord-collector-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Runs the program to its end. @param {string[]} args */
export async function runProgram(args) {
  const child = spawn(built(PROGRAM), args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { out, err, code };
}

/** @param {AsyncIterable<Buffer>} stream */
async function text(stream) {
  let all = '';
  for await (const piece of stream) all += piece;
  return all;
}

/**
 * @param {import('node:test').TestContext} t
 * @param {string[]} [args] besides the address and the store
 * @param {string} [store] a file; a new one unless given
 * @param {Record<string, string>} [environment] besides our own
 */
export async function startCollector(
  t,
  args = [],
  store = join(makeFolder(t), 'journeys.db'),
  environment = {},
) {
  const env = { ...process.env, ...environment };
  const child = spawn(built(PROGRAM), ['--listen', '127.0.0.1:0', '--rate', '0', '--store', store, ...args], {
    env,
  });
  const complaints = text(child.stderr);
  const ended = once(child, 'close');
  const line = await Promise.race([once(createInterface(child.stdout), 'line'), ended]);
  const port = /http:\/\/[^ ]*:(\d+)/.exec(String(line))?.[1];
  const url = `http://127.0.0.1:${port}`;
  if (!port) throw new Error(`the collector did not start: ${await complaints}`);

  /** @param {NodeJS.Signals} signal */
  async function end(signal) {
    child.kill(signal);
    const [code, by] = await ended;
    return { code, by, complaints: await complaints };
  }
  t.after(async () => {
    if (child.exitCode === null && child.signalCode === null) await end('SIGKILL');
  });
  return {
    url,
    store,
    port: Number(new URL(url).port),
    pid: child.pid,
    end,

    /** @param {string | Uint8Array<ArrayBuffer>} body @param {Record<string, string>} [headers] @param {string} [path] */
    async post(body, headers = {}, path = '/v1/batch') {
      const response = await fetch(url + path, { method: 'POST', body, headers });
      return { status: response.status, headers: response.headers, body: await response.text() };
    },

    /** @param {string} path @param {RequestInit} [init] */
    async get(path, init) {
      const response = await fetch(url + path, init);
      return { status: response.status, headers: response.headers, body: await response.text() };
    },

    /** @param {string} path @returns {Promise<any>} */
    async json(path) {
      const { status, body } = await this.get(path);
      if (status !== 200 && path !== '/healthz') throw new Error(`${path} answers ${status}: ${body}`);
      return JSON.parse(body);
    },

    /** Waits until /healthz says so. @param {(health: any) => boolean} said */
    async until(said) {
      while (!said(await this.json('/healthz')));
    },

    /** The records of a session as they were sent, one a line. @param {string} [session] */
    async lines(session = SESSION) {
      const { status, body } = await this.get(`/api/sessions/${session}.ndjson`);
      return status === 404 ? [] : body.trimEnd().split('\n');
    },

    /** A connection of our own, to misbehave on. */
    async connect() {
      const socket = net.connect(Number(new URL(url).port), '127.0.0.1');
      socket.setNoDelay(true);
      await once(socket, 'connect');
      return socket;
    },
  };
}

/** Everything that a socket says until it is closed, whichever way. @param {net.Socket} socket @returns {Promise<string>} */
export function untilClosed(socket) {
  let heard = '';
  socket.on('data', piece => (heard += piece));
  return new Promise(resolve => {
    socket.on('error', () => {}); // a reset is one of the ways; 'close' follows
    socket.on('close', () => resolve(heard));
  });
}

/** @param {number} id @param {object} [more] */
export const record = (id, more = {}) => JSON.stringify({ id, t: id * 10, kind: 'click', ...more });

/** Records from..to. @param {number} from @param {number} to */
export const records = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => record(from + i));

/**
 * A batch of one page; its records are JSON already, good or bad.
 * @param {string[]} list
 * @param {object} [page] what its page says otherwise
 * @param {object} [envelope] what its envelope says otherwise
 */
export function batch(list, page = {}, envelope = {}) {
  const sent = Date.now();
  const head = { nonce: '4fzyo82m1k9q', session: SESSION, trail: 'k3v9q2a1', origin: sent - 60_000, ...page };
  const whole = { v: 1, site: 'demo', sent, pages: [{ ...head, records: ['RECORDS'] }], ...envelope };
  return JSON.stringify(whole).replace('"RECORDS"', () => list.join(','));
}
