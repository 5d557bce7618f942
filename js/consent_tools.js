// consent_tools.js - what the consent tools of shops say. The entry of dist/koord.consent.js, which is fetched where the shop has not
// said itself whether visitors may be followed.

/**
 * @typedef {() => boolean | undefined} Source what one consent tool says; undefined: nobody answered it yet
 */

/** What they shout when an answer came. */
export const NEWS = [
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

/** A tool that fails has not answered. @param {Source} source */
const ask = source => {
  try {
    return source();
  } catch {
    return undefined;
  }
};

/** Begins to listen to all that Koord understands. @returns {() => (boolean | undefined)[]} what each says by now */
export function listen() {
  const sources = [tcf(), google(), oneTrust, cookiebot, wordpress, shopify()];
  return () => sources.map(ask);
}
