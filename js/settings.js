// settings.js - what the shop may set, checked; what is wrong is said once and replaced by what is usual.

/**
 * @typedef {object} Given as the shop wrote it
 * @property {string} [site] which shop, `[a-z0-9_-]{1,40}`
 * @property {string} [collector] where batches are sent; the shop's own /v1/batch unless set
 * @property {'auto' | 'granted' | 'cookieless' | 'denied'} [consent]
 * @property {Record<string, number>} [settings] of the core, as in docs/settings.md
 * @property {AskedSurvey[]} [surveys]
 * @property {boolean} [query] false: the words of searches are not recorded
 * @property {boolean} [untrusted] true: events made by scripts count
 * @property {string} [base] address of the folder that the tag's other files lie in
 * @property {string} [integrity] of koord.fallback.js
 *
 * @typedef {{id: string, on?: string, sample?: number, questions?: any[], thanks?: any}} AskedSurvey
 *
 * @typedef {object} Settings
 * @property {string} site
 * @property {string} collector absolute
 * @property {'auto' | 'granted' | 'cookieless' | 'denied'} consent
 * @property {Record<string, number>} settings of the core
 * @property {number} idleMs
 * @property {AskedSurvey[]} surveys
 * @property {boolean} query
 * @property {boolean} untrusted
 * @property {string} base
 * @property {string} integrity
 */

const IDLE_MS = 1_800_000; // session.idle_ms, unless set

/** @param {string} path @param {string} why */
export const complain = (path, why) => console.error(`koord: ${path} ${why}`);

/** @param {string} address @returns {string} absolute; '' where that is no address to send to */
function batchAddress(address) {
  try {
    const url = new URL(address, location.href);
    if (url.pathname === '/') url.pathname = '/v1/batch';
    return /^https?:$/.test(url.protocol) ? url.href : '';
  } catch {
    return '';
  }
}

/** @param {Given} given @returns {Settings | null} null: without a site there is nothing to do */
export function readSettings(given) {
  const { site = '', consent = 'auto', settings = {}, surveys = [], base = '', integrity = '' } = given;
  const collector = batchAddress(given.collector || '/v1/batch');
  const problems = [
    !/^[a-z0-9_-]{1,40}$/.test(site) && ['site', 'must be 1 to 40 of a-z, 0-9, - and _: set data-site'],
    !collector && ['collector', "must be an http address; the shop's own /v1/batch is used"],
    !/^(auto|granted|cookieless|denied)$/.test(consent) && [
      'consent',
      'must be auto, granted, cookieless or denied; auto is used',
    ],
  ].filter(problem => !!problem);
  if (problems.length) complain(problems[0][0], problems[0][1]);
  if (problems[0]?.[0] === 'site') return null;
  return {
    site,
    collector: collector || batchAddress('/v1/batch'),
    consent: problems.some(([path]) => path === 'consent') ? 'auto' : consent,
    settings,
    idleMs: Number(settings['session.idle_ms']) || IDLE_MS,
    surveys,
    query: given.query !== false,
    untrusted: given.untrusted === true,
    base,
    integrity,
  };
}
