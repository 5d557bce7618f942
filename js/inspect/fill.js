// fill.js - puts what is known into a sentence: 'looked at the cart[: {items} items]' loses what stands in brackets
// where one of its names is not known.

/**
 * @param {string} sentence
 * @param {(name: string) => string | undefined} known
 */
export function fill(sentence, known) {
  const put = (/** @type {string} */ text) => text.replace(/\{(\w+)\}/g, (_, name) => known(name) ?? '');
  const lacks = (/** @type {string} */ text) =>
    [...text.matchAll(/\{(\w+)\}/g)].some(([, name]) => known(name) === undefined);
  return put(sentence.replace(/\[([^\]]*)\]/g, (_, part) => (lacks(part) ? '' : part)));
}

/**
 * A number with the unit that its name ends with: window_ms 3000 is "3 s", total_cents 4995 "49.95".
 * From two minutes on time is told in minutes.
 * @param {string} name @param {number} value @param {string} language @param {string} [currency] ISO 4217
 */
export function measure(name, value, language, currency) {
  const number = (/** @type {number} */ one, /** @type {Intl.NumberFormatOptions} */ how = {}) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 1, ...how }).format(one);
  if (name.endsWith('_ms')) {
    if (value < 1000) return `${number(value)} ms`;
    return value < 120_000 ? `${number(value / 1000)} s` : `${number(value / 60_000)} min`;
  }
  if (name.endsWith('_px')) return `${number(value)} px`;
  if (!name.endsWith('_cents')) return number(value);
  const money = /^[A-Z]{3}$/.test(currency ?? '')
    ? { style: /** @type {const} */ ('currency'), currency }
    : {};
  return number(value / 100, { minimumFractionDigits: 2, maximumFractionDigits: 2, ...money });
}

/** @param {number} bytes @param {string} language */
export function weigh(bytes, language) {
  const kilo = bytes >= 1000;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: kilo ? 1 : 0 });
  return kilo ? `${number.format(bytes / 1000)} kB` : `${number.format(bytes)} B`;
}

/** Since the visit began. @param {number} t ms */
export function clockOf(t) {
  const seconds = Math.floor(t / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
