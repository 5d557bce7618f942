// tag.js - the entry of dist/koord.js: one script tag, one global name, and never a throw.
import { createClock, quietly } from './clock.js';
import { start } from './koord.js';
import { load } from './load.js';
import { complain } from './settings.js';
import { shared } from './shared.js';

/** @typedef {import('./settings.js').Given} Given */

const METHODS = /** @type {const} */ ([
  'event',
  'touchpoint',
  'identify',
  'onSignal',
  'onSurvey',
  'consent',
  'stop',
]);

/** The page that led to a prepared one is left at the same moment, and writes down first where its trail had got to. */
const LEFT_MS = 200;

/** What reads the shop comes while the core starts. @type {import('./visit.js').Meaning} */
const meaning = base =>
  load(`${base}koord.shop.js`).then(
    ({ begin }) =>
      page =>
        begin(shared, page),
  );

/** @param {HTMLScriptElement | null} script @returns {Given} what its attributes say */
function attributesOf(script) {
  const { site, collector, consent, settings, surveys, query, integrity, inspect, staff, config, domains } =
    script?.dataset || {};
  return {
    site,
    collector,
    consent: /** @type {Given['consent']} */ (consent),
    settings: settings ? parsed(settings) : undefined,
    surveys,
    query: query !== 'false',
    untrusted: !!document.querySelector('[data-koord-untrusted]'),
    base: script?.src ? new URL('.', script.src).href : '',
    integrity,
    config,
    domains: domains?.split(/[\s,]+/),
    staff: staff === 'true',
    inspect: inspect === 'allow',
  };
}

/** @param {string} json */
function parsed(json) {
  try {
    return JSON.parse(json);
  } catch (error) {
    complain('data-settings', `is not JSON: ${error.message}`);
    return undefined;
  }
}

/** A page that the browser prepares ahead begins when the visitor comes; what its scripts say until then is kept.
 * @param {() => void} run */
function whenVisited(run) {
  if (!(/** @type {any} */ (document).prerendering)) return run();
  document.addEventListener('prerenderingchange', () => createClock().later(LEFT_MS, run), { once: true });
}

function install() {
  const shop = /** @type {any} */ (window);
  const stub = shop.koord;
  if (stub?.stop) return; // included twice
  const script =
    /** @type {HTMLScriptElement | null} */ (document.currentScript) ||
    document.querySelector('script[data-site]');
  const attributes = attributesOf(script);
  /** @type {any} */
  let api;
  /** @type {any[][]} said before the tag knew which shop this is */
  let early = [];
  let begun = false;

  /** @param {Given} [given] */
  function init(given) {
    if (begun) return;
    begun = true;
    const said = Object.entries({ ...given }).filter(([, value]) => value !== undefined);
    whenVisited(() => configure({ ...attributes, ...Object.fromEntries(said) }));
  }

  /** @param {Given} all */
  function configure(all) {
    if (!all.config) return begin(all);
    load(`${all.base}koord.config.js`)
      .then(({ configured }) => configured(all))
      .then(begin)
      .catch(error => complain('koord.config.js', `is missing, so nothing is recorded: ${error.message}`));
  }

  /** @param {Given | null} given null: switched off from afar */
  function begin(given) {
    api = given ? start(given, meaning) : {};
    for (const call of early) koord(...call);
    early = [];
  }

  /** @param {any[]} call what to do, and with what */
  function koord(...call) {
    const [method, ...facts] = call;
    if (method === 'init') return init(facts[0]);
    if (api) return api[method]?.(...facts);
    early.push(call);
  }

  for (const method of METHODS) {
    Object.assign(koord, { [method]: (/** @type {any[]} */ ...facts) => koord(method, ...facts) });
  }
  shop.koord = koord;
  // In a task of its own: the page should not have to wait for our compiling and our starting at once.
  if (attributes.site) createClock().later(0, () => init());
  for (const call of stub?.q || []) koord(...call);
}

quietly(install);
