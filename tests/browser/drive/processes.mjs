// Child processes and folders that must not outlive a test: whatever ends this process ends them too.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const GRACE_MS = 3000;

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** Outlives us, even a SIGKILL, and then ends and removes what it was told to. @type {import('node:child_process').ChildProcess | undefined} */
let guard;

/** @param {'+' | '-'} sign @param {'group' | 'folder'} kind @param {number | string} what */
function tellGuard(sign, kind, what) {
  if (!guard) {
    guard = spawn('bash', [fileURLToPath(new URL('guard.sh', import.meta.url))], {
      detached: true,
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    guard.unref();
    /** @type {import('node:net').Socket} */ (guard.stdin).unref();
  }
  guard.stdin?.write(`${sign} ${kind} ${what}\n`);
}

/**
 * Starts a program in a process group of its own.
 * @param {string} program
 * @param {string[]} args
 * @param {{env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions}} [how]
 * @returns {ChildProcess & {pid: number}}
 */
export function start(program, args, how = {}) {
  const child = spawn(program, args, {
    detached: true,
    stdio: how.stdio ?? 'ignore',
    env: { ...process.env, ...how.env },
  });
  child.on('error', error => {
    throw new Error(
      `cannot start ${program}: ${error.message} (tools/setup.sh installs what the tests need)`,
    );
  });
  if (child.pid === undefined)
    throw new Error(`cannot start ${program}: is it installed? Run tools/setup.sh`);
  const { pid } = child;
  tellGuard('+', 'group', pid);
  return /** @type {ChildProcess & {pid: number}} */ (child);
}

/** Also ends the group of a process that somebody else started for us. @param {number | undefined} pid */
export function adopt(pid) {
  if (pid) tellGuard('+', 'group', pid);
  return () => {
    if (!pid) return;
    signal(pid, 'SIGKILL');
    tellGuard('-', 'group', pid);
  };
}

/** Asks a child to end, insists after a while, resolves when it is gone. @param {ChildProcess & {pid: number}} child */
export async function stop(child) {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit');
    signal(child.pid, 'SIGTERM');
    const insist = setTimeout(() => signal(child.pid, 'SIGKILL'), GRACE_MS);
    await gone;
    clearTimeout(insist);
  }
  signal(child.pid, 'SIGKILL'); // what it started and left behind
  tellGuard('-', 'group', child.pid);
}

/** @param {number} group @param {NodeJS.Signals} name */
function signal(group, name) {
  try {
    process.kill(-group, name);
  } catch {
    // gone already, which is what was wanted
  }
}

/** A folder that `remove` or the end of this process takes away. @param {string} name */
export function temporaryFolder(name) {
  const path = mkdtempSync(join(tmpdir(), `koord-${name}-`));
  tellGuard('+', 'folder', path);
  const remove = () => {
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    tellGuard('-', 'folder', path);
  };
  return { path, remove };
}

/** A port nobody listens on, for programs that cannot choose one themselves. @returns {Promise<number>} */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await new Promise(closed => server.close(closed));
  return port;
}

/**
 * Tries again, ever more slowly, until `attempt` resolves to something true; for what announces nothing.
 * @template T
 * @param {string} what for the message when time runs out
 * @param {() => Promise<T>} attempt
 * @param {number} [most_ms]
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(what, attempt, most_ms = 20_000) {
  const end = Date.now() + most_ms;
  /** @type {unknown} */
  let last;
  for (let pause_ms = 10; Date.now() < end; pause_ms = Math.min(pause_ms * 1.5, 250)) {
    try {
      const value = await attempt();
      if (value) return value;
    } catch (error) {
      last = error;
    }
    await new Promise(resume => setTimeout(resume, pause_ms));
  }
  throw new Error(`waited ${most_ms} ms in vain for ${what}${last ? `: ${last}` : ''}`);
}

/**
 * The first match in what a stream says. @param {NodeJS.ReadableStream | null} stream @param {RegExp} pattern
 * @returns {Promise<RegExpMatchArray>}
 */
export function said(stream, pattern) {
  return new Promise((found, missed) => {
    let text = '';
    stream?.on('data', chunk => {
      text += chunk;
      const match = text.match(pattern);
      if (match) found(match);
    });
    stream?.once('end', () => missed(new Error(`ended without saying ${pattern}; it said: ${text}`)));
  });
}
