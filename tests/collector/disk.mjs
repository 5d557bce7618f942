// disk.mjs - a collector on a disk that fails when told to, and whose power can be cut. See disk.c.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { built, makeFolder, PROGRAM, startCollector } from './collector.mjs';

export const ERRNO = { EIO: 5, ENOSPC: 28, EROFS: 30 };
const PAGE = 4096;

/** The sanitizer wants to come first. */
function preload() {
  const disk = resolve(built('build/disk.so'));
  if (!PROGRAM.includes('asan')) return disk;
  return `${execFileSync('gcc', ['-print-file-name=libasan.so']).toString().trim()} ${disk}`;
}

/** @param {import('node:test').TestContext} t @param {string[]} [args] */
export async function startOnDisk(t, args = []) {
  const folder = join(makeFolder(t), 'disk');
  mkdirSync(folder);
  mkdirSync(`${folder}.safe`);
  const environment = { LD_PRELOAD: preload(), KOORD_DISK: folder };
  const collector = await startCollector(t, args, join(folder, 'journeys.db'), environment);
  return {
    ...collector,

    /** Files whose name holds the word cannot be written. @param {keyof typeof ERRNO} error @param {string} word */
    fail: (error, word) => writeFileSync(`${folder}.fault`, `${ERRNO[error]} ${word}`),
    mend: () => rmSync(`${folder}.fault`),

    /** @param {number} ms by which the clocks go ahead from now on */
    forward: ms => writeFileSync(`${folder}.clock`, String(ms)),

    /**
     * Kills it, and leaves in a new folder what a power cut might have left: of each file what was synced, and
     * of the pages written since some, as `keep` says. The store in that folder.
     * @param {() => boolean} keep
     */
    async cutPower(keep) {
      await collector.end('SIGKILL');
      const left = makeFolder(t);
      for (const name of readFileSync(`${folder}.names`, 'utf8').trimEnd().split('\n'))
        if (name[0] !== '.' && !name.endsWith('-shm'))
          writeFileSync(join(left, name), mix(read(folder, name), read(`${folder}.safe`, name), keep));
      return join(left, 'journeys.db');
    },
  };
}

/** @param {string} folder @param {string} name */
function read(folder, name) {
  try {
    return readFileSync(join(folder, name));
  } catch {
    return Buffer.alloc(0); // never synced, or gone meanwhile
  }
}

/** @param {Buffer} written @param {Buffer} safe @param {() => boolean} keep */
function mix(written, safe, keep) {
  const size = keep() ? Math.max(written.length, safe.length) : safe.length;
  const mixed = Buffer.alloc(size);
  safe.copy(mixed);
  for (let at = 0; at < Math.min(size, written.length); at += PAGE)
    if (keep()) written.copy(mixed, at, at, Math.min(at + PAGE, written.length));
  return mixed;
}

/** Draws that can be drawn again. @param {number} seed @returns {() => number} from 0 to 1 */
export function drawer(seed) {
  let state = seed * 2654435761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}
