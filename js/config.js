// config.js - settings that a shop keeps at an address of its own, so that it can change them without touching its pages. The
// entry of dist/koord.config.js, which is fetched where data-config names such an address. What is wrong with it is said once, and
// the last good ones, or those of the tag, are used instead.
import { complain } from './settings.js';
import { createShelf } from './shelf.js';

/** @typedef {import('./settings.js').Given} Given */

/** Without an answer by then the visit begins without it. */
const ANSWER_MS = 2000;
const BYTES_MOST = 65_536;
const DEPTH_MOST = 16;
const NUMBERS_MOST = 500;

/** Findings that are no trouble. */
const DELIGHT = /"signal":"(order_placed|coupon_first_try|quick_find|smooth_checkout|recovery)"/;

/** @param {string} record of a signal */
export const isFriction = record => !DELIGHT.test(record) && !/"state":"revoked"/.test(record);

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = value => Object(value) === value && !Array.isArray(value);
/** @param {unknown} value */
const isNumbers = value =>
  isObject(value) &&
  Object.keys(value).length <= NUMBERS_MOST &&
  Object.entries(value).every(([name, number]) => /^[a-z_.]{1,64}$/.test(name) && Number.isFinite(number));
/** @param {unknown} value */
const isYesOrNo = value => typeof value === 'boolean';

/** What may be set from afar, and nothing else. @type {Record<string, [check: (value: any) => boolean, must: string]>} */
const MAY = {
  enabled: [isYesOrNo, 'must be true or false'],
  sample: [
    value => Number.isInteger(value) && value >= 0 && value <= 10_000,
    'must be 0 to 10000: visitors of ten thousand',
  ],
  friction_always: [isYesOrNo, 'must be true or false'],
  query: [isYesOrNo, 'must be true or false'],
  settings: [isNumbers, 'must be an object of numbers: {"rage_click.clicks": 4}'],
  surveys: [
    value =>
      Array.isArray(value) &&
      value.length <= 64 &&
      value.every(one => isObject(one) && typeof one.id === 'string'),
    'must be a list of at most 64 surveys, each with an id',
  ],
};

/** How deep brackets nest, read without recursion: a parser that is fed ten thousand of them may give up the page.
 * @param {string} text */
function depthOf(text) {
  let depth = 0;
  let most = 0;
  for (const [bracket] of text.replace(/"(?:[^"\\]|\\.)*"/g, '').matchAll(/[[\]{}]/g)) {
    depth += '[{'.includes(bracket) ? 1 : -1;
    most = Math.max(most, depth);
  }
  return most;
}

/** @param {string} text @returns {Record<string, any>} what it sets; throws where it is not to be used */
export function readConfig(text) {
  if (depthOf(text) > DEPTH_MOST) throw new Error(`is nested deeper than ${DEPTH_MOST}`);
  const json = JSON.parse(text);
  if (!isObject(json)) throw new Error('must be an object: {"sample": 5000}');
  for (const [name, [check, must]] of Object.entries(MAY))
    if (Object.hasOwn(json, name) && !check(json[name])) throw new Error(`"${name}" ${must}`);
  return Object.fromEntries(
    Object.keys(MAY).flatMap(name => (Object.hasOwn(json, name) ? [[name, json[name]]] : [])),
  );
}

/** No more of a body than may be used. @param {Response} response */
async function textOf(response) {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) return text;
    text += decoder.decode(value, { stream: true });
    if (text.length > BYTES_MOST) {
      await reader?.cancel();
      throw new Error(`is larger than ${BYTES_MOST} bytes`);
    }
  }
}

/** @param {string} address @returns {Promise<string>} */
async function fetchText(address) {
  const url = new URL(address, location.href);
  const response = await fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(ANSWER_MS) });
  if (!response.ok) throw new Error(`is answered with ${response.status}`);
  if (new URL(response.url).origin !== url.origin) throw new Error('leads to another site');
  if (!/^application\/([\w.+-]*\+)?json\b/.test(response.headers.get('content-type') || ''))
    throw new Error('is not application/json');
  return textOf(response);
}

/** The last good text; kept only where a visitor has agreed to anything being kept, which the visit's own text tells. */
function createCache() {
  const visit = createShelf('localStorage');
  const shelf = createShelf('localStorage', 'koord.config');
  return {
    read: () => (visit.read() ? shelf.read() : ''),
    /** @param {string} text */
    write: text => void (visit.read() && shelf.write(text)),
  };
}

/** @param {string} address @returns {Promise<Record<string, any>>} */
async function configAt(address) {
  const cache = createCache();
  try {
    const text = await fetchText(address);
    const config = readConfig(text);
    cache.write(text);
    return config;
  } catch (error) {
    const last = cache.read();
    complain(
      `data-config ${address}`,
      `${error.message}; the ${last ? 'last good' : "tag's own"} settings are used`,
    );
    return last ? readConfig(last) : {};
  }
}

/** What the tag says, and over it what the address says; single numbers over single numbers.
 * @param {Given} given @returns {Promise<Given | null>} null: switched off */
export async function configured(given) {
  const { enabled, settings, friction_always, ...rest } = await configAt(String(given.config));
  if (enabled === false) return null;
  const keepIf = friction_always ? isFriction : undefined;
  return { ...given, ...rest, keepIf, settings: { ...given.settings, ...settings } };
}
