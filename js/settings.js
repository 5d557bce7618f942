// settings.js - what the shop may set, checked; what is wrong is said once and replaced by what is usual.

/**
 * @typedef {object} Given as the shop wrote it
 * @property {string} [site] which shop, `[a-z0-9_-]{1,40}`
 * @property {string} [collector] where batches are sent; the shop's own /v1/batch unless set
 * @property {'auto' | 'granted' | 'cookieless' | 'denied'} [consent]
 * @property {Record<string, number>} [settings] of the core, as in docs/settings.md
 * @property {unknown[] | string} [surveys] the shop's own, or the address of a file of them (docs/surveys.md); `ready`:
 *   all ready-made ones; `off`: none
 * @property {boolean} [query] false: the words of searches are not recorded
 * @property {boolean} [untrusted] true: events made by scripts count
 * @property {string} [config] address of settings that are fetched: docs/remote-settings.md
 * @property {number} [sample] of ten thousand visitors so many are followed; all unless set
 * @property {(record: string) => boolean} [keepIf] which findings have a visit followed all the same
 * @property {string} [base] address of the folder that the tag's other files lie in
 * @property {string} [integrity] of koord.fallback.js
 * @property {string[]} [domains] other hosts of the shop's own that a visit goes on at
 * @property {boolean} [staff] true: this visit is one of the shop's own people
 * @property {boolean} [inspect] true: `?koord=inspect` opens the inspector
 *
 * @typedef {object} AskedSurvey by docs/surveys.schema.json
 * @property {string} id
 * @property {Int32Array} rows its program, once it is prepared
 * @property {number} [quota]
 * @property {any[]} [questions]
 *
 * @typedef {object} Settings
 * @property {string} site
 * @property {string} collector absolute
 * @property {'auto' | 'granted' | 'cookieless' | 'denied'} consent
 * @property {Record<string, number>} settings of the core
 * @property {number} idleMs
 * @property {unknown[] | string} own the shop's surveys, or where they are; there are none where its length is 0
 * @property {AskedSurvey[]} surveys those of them that are prepared (js/survey/prepare.js)
 * @property {boolean} query
 * @property {boolean} untrusted
 * @property {string} base
 * @property {number} sample of ten thousand visitors
 * @property {Given['keepIf']} keepIf
 * @property {string[]} domains
 * @property {boolean} staff
 * @property {boolean} inspect
 * @property {string} [integrity]
 */

const IDLE_MS = 1_800_000; // session.idle_ms, unless set

const ALL_READY = 64; // of survey.ready: as many as there may be

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

/** What each must be, and a check. A mistake is replaced by what is usual, but a site has no usual one.
 * @type {[keyof Given, (value: any) => unknown, string][]} */
const RULES = [
  ['site', site => /^[a-z0-9_-]{1,40}$/.test(site), 'must be 1 to 40 of a-z, 0-9, - and _: set data-site'],
  ['collector', batchAddress, "must be an http address; the shop's own /v1/batch is used"],
  [
    'consent',
    mode => /^(auto|granted|cookieless|denied)$/.test(mode),
    'must be auto, granted, cookieless or denied; auto is used',
  ],
  ['settings', settings => Object(settings) === settings, 'must be an object: {"rage_click.clicks": 4}'],
  [
    'surveys',
    surveys => Array.isArray(surveys) || typeof surveys === 'string',
    'must be a list or an address',
  ],
  ['domains', Array.isArray, 'must be a list of hosts: ["checkout.shop.example"]'],
];

/** @type {Given} */
const USUAL = { site: '', collector: '/v1/batch', consent: 'auto', settings: {}, surveys: [], domains: [] };

/** @param {Given} given @returns {Settings | null} null: without a site there is nothing to do */
export function readSettings(given) {
  const said = /** @type {any} */ ({ ...USUAL });
  const wrong = RULES.filter(([name, check]) => {
    said[name] = given[name] ?? USUAL[name];
    if (check(said[name])) return false;
    said[name] = USUAL[name];
    return true;
  });
  if (wrong.length) complain(wrong[0][0], wrong[0][2]);
  if (!said.site) return null;
  const ready = { ready: ALL_READY, off: 0 }[/** @type {'ready'} */ (said.surveys)];
  return {
    ...said,
    settings: ready === undefined ? said.settings : { 'survey.ready': ready, ...said.settings },
    own: ready === undefined ? said.surveys : [],
    surveys: [],
    collector: batchAddress(said.collector),
    idleMs: Number(said.settings['session.idle_ms']) || IDLE_MS,
    query: given.query !== false,
    untrusted: given.untrusted === true,
    sample: given.sample ?? 10_000,
    keepIf: given.keepIf,
    staff: given.staff === true,
    inspect: given.inspect === true,
    base: given.base || '',
    integrity: given.integrity,
  };
}
