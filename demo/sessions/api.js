// api.js - asks the collector, by the two addresses of docs/wire.md.

/**
 * @typedef {Record<string, any>} Json
 * @typedef {object} Session as it is listed
 * @property {string} session
 * @property {number} started Unix ms
 * @property {number} last Unix ms
 * @property {number} records
 * @property {Record<string, number>} signals findings by name
 * @property {boolean} purchased
 * @property {number} answers
 * @property {number} [staff] 1: of the shop's own people
 * @typedef {Session & {records: Json[]}} Whole with its records instead of their number
 */

const API = new URL('../api/sessions', location.href);

/** In the demo without a server a worker answers, which must be there first. */
async function collectorAtWork() {
  if (document.documentElement.dataset.collector !== 'near' || navigator.serviceWorker.controller) return;
  await new Promise(come => {
    navigator.serviceWorker.addEventListener('controllerchange', come, { once: true });
  });
}

/** @param {string} address @returns {Promise<any>} */
async function ask(address) {
  await collectorAtWork();
  const answer = await fetch(address, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

export const api = {
  /** @param {number} limit @returns {Promise<{sessions: Session[], next?: string}>} newest first */
  sessions: limit => ask(`${API}?limit=${limit}`),
  /** @param {string} id @returns {Promise<Whole>} */
  session: id => ask(`${API}/${id}`),
  /** The records alone, one a line. @param {string} id */
  lines: id => `${API}/${id}.ndjson`,
};
