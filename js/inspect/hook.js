// hook.js - the one part of the inspector that is in the tag: whether it was asked for, and a line to it.
import { load } from '../load.js';
import { complain } from '../settings.js';
import { keyOf } from '../target.js';

/**
 * @typedef {import('../store.js').Head} Head
 * @typedef {{records: number, bytes: number, status?: number, refused?: number}} Batch without a status nobody heard
 *   the answer; 0: there was none
 *
 * @typedef {object} News one of these
 * @property {Head} [head] of the page whose record it is
 * @property {string} [record] as it enters the outbox
 * @property {Batch} [batch] that was sent
 * @property {import('../consent.js').State} [state] of consent
 * @property {boolean} [over] the tag leaves the page
 *
 * @typedef {object} Host what the inspector may ask
 * @property {import('../settings.js').Settings} settings
 * @property {import('../transport.js').Counters} counters of this page
 * @property {import('../clock.js').Clock} clock
 * @property {() => number} waiting bytes in the outbox
 * @property {(state: 'granted' | 'cookieless' | 'denied') => void} consent
 * @property {(element: Element) => number} keyOf by which records know it
 */

/** @typedef {(news: News) => void} Tell */

/** Where the inspector remembers, for as long as the tab and itself are open. */
export const KEY = 'koord.inspect';

function askedFor() {
  const now = /[?&]koord=inspect\b/.test(location.search);
  try {
    if (now) sessionStorage[KEY] ??= '';
    return now || KEY in sessionStorage;
  } catch {
    return now; // no storage: it opens where the address says so
  }
}

/** @param {Omit<Host, 'keyOf'>} host @returns {Tell | undefined} nothing where it may not, or need not, open */
export function hookInspector(host) {
  if (!host.settings.inspect || !askedFor()) return undefined;
  /** @type {News[]} */
  const early = [];
  let hear = /** @type {Tell} */ (news => void early.push(news));
  load(`${host.settings.base}koord.inspect.js`)
    .then(({ open }) => open({ ...host, keyOf }))
    .then(listener => {
      hear = listener;
      early.forEach(hear);
    })
    .catch(({ message }) => complain('inspect', `is not to be had: ${message}`));
  return news => hear(news);
}
