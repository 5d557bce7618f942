// consent.js - whether the visitor may be followed, by whatever the shop uses to ask.

/**
 * @typedef {'unknown' | 'granted' | 'cookieless' | 'denied'} State
 * @typedef {() => boolean | undefined} Source what one consent tool says; undefined: nobody answered it yet
 */

const PATIENCE_MS = 5000;
const LOOK_MS = 250; // between two looks while the page is young
const SETTLE_MS = [300, 2000]; // a tool writes its answer down this long after the visitor pressed

/** What the tools shout when an answer came; all of it passes the window. */
const NEWS = [
  'OneTrustGroupsUpdated',
  'CookiebotOnAccept',
  'CookiebotOnDecline',
  'wp_listen_for_consent_change',
  'cmplz_status_change',
  'visitorConsentCollected',
];

/** @returns {any} where the tools live */
const shop = () => window;

/** IAB TCF 2.2. Purpose 1 is to keep anything on the device. @returns {Source} */
function tcf() {
  let asked = false;
  /** @type {boolean | undefined} */
  let answer;
  return () => {
    const api = shop().__tcfapi;
    if (api && !asked) {
      asked = true;
      api('addEventListener', 2, (/** @type {any} */ data, /** @type {boolean} */ fine) => {
        if (!fine || data.eventStatus === 'cmpuishown') return;
        answer = data.gdprApplies === false || !!data.purpose?.consents?.[1];
      });
    }
    return answer;
  };
}

/** Google consent mode: what was pushed last counts. A refusal by default is the state before anybody was asked.
 * @returns {Source} */
function google() {
  let seen = 0;
  /** @type {boolean | undefined} */
  let answer;
  return () => {
    const layer = shop().dataLayer || [];
    for (; seen < layer.length; seen++) {
      const [command, how, states] = [0, 1, 2].map(place => layer[seen]?.[place]);
      const state = command === 'consent' && states?.analytics_storage;
      if (state === 'granted') answer = true;
      if (state === 'denied') answer = how === 'update' ? false : undefined;
    }
    return answer;
  };
}

/** C0002 is performance. The groups of the box's first showing say nothing. @type {Source} */
const oneTrust = () =>
  shop().OnetrustActiveGroups?.includes('C0002') ||
  (shop().OneTrust?.IsAlertBoxClosed?.() ? false : undefined);

/** @type {Source} */
const cookiebot = () => (shop().Cookiebot?.hasResponse ? !!shop().Cookiebot.consent?.statistics : undefined);

/** WP consent API: says no as well while nobody has answered. @type {Source} */
const wordpress = () => shop().wp_has_consent?.('statistics') || undefined;

/** Shopify: the same. @returns {Source} */
function shopify() {
  let asked = false;
  return () => {
    const api = shop().Shopify;
    if (api?.loadFeatures && !asked) {
      asked = true;
      api.loadFeatures([{ name: 'consent-tracking-api', version: '0.1' }], () => {});
    }
    return api?.customerPrivacy?.analyticsProcessingAllowed() || undefined;
  };
}

/**
 * Tells the state at once and whenever it changes; `withdrawn`: somebody said no, so nothing may stay on the device.
 * @param {object} host
 * @param {'auto' | State} host.mode
 * @param {import('./clock.js').Clock} host.clock
 * @param {(state: State, withdrawn: boolean) => void} host.tell
 */
export function watchConsent({ mode, clock, tell }) {
  const sources = [tcf(), google(), oneTrust, cookiebot, wordpress, shopify()];
  /** @type {State | ''} */
  let told = '';
  /** @type {State | undefined} said by the shop itself: beats all */
  let explicit;
  let granted = false;
  /** Somebody said no, or says yes no longer. */
  let refused = false;
  let patient = true;
  let stopped = false;

  /** A tool that fails has not answered. @param {Source} source */
  const ask = source => {
    try {
      return source();
    } catch {
      return undefined;
    }
  };

  /** @returns {State} */
  function listen() {
    const answers = sources.map(ask);
    const yes = answers.includes(true) && !answers.includes(false);
    refused = !yes && (refused || granted || answers.includes(false));
    granted = yes;
    return yes ? 'granted' : refused || !patient ? 'denied' : 'unknown';
  }

  function look() {
    const never = /** @type {any} */ (navigator).globalPrivacyControl === true;
    const state = explicit || (never ? 'denied' : mode === 'auto' ? listen() : mode);
    if (state === told || stopped) return;
    told = state;
    tell(state, state === 'denied' && (!!explicit || never || mode !== 'auto' || refused));
  }

  function lookSoon() {
    if (!explicit) for (const ms of SETTLE_MS) clock.later(ms, look);
  }

  function giveUp() {
    patient = false;
    look();
    if (told !== 'denied' || explicit || refused) return;
    console.info(
      'koord: nobody said whether this visit may be recorded, so it is not. Set data-consent, or call koord.consent(...)',
    );
  }

  function lookOn() {
    look();
    if (patient && told === 'unknown') clock.later(LOOK_MS, lookOn);
  }

  if (mode === 'auto') {
    const load = () => clock.later(PATIENCE_MS, giveUp);
    if (document.readyState === 'complete') load();
    else window.addEventListener('load', load, { once: true });
    for (const name of [...NEWS, 'click']) window.addEventListener(name, lookSoon, true);
  }
  lookOn();

  return {
    /** @param {State} state */
    set(state) {
      explicit = state;
      look();
    },
    stop() {
      stopped = true;
      patient = false;
      for (const name of [...NEWS, 'click']) window.removeEventListener(name, lookSoon, true);
    },
  };
}
