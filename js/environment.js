// environment.js - what a trail says of the browser it was recorded in, and of how the visitor came.
import { redactText } from './redact.js';
import { isOwnSite } from './site.js';

const PHONE_PX = 600; // the short side of a screen below which it is a phone's

function deviceHere() {
  if (!matchMedia('(pointer: coarse)').matches) return 'desktop';
  return Math.min(screen.width, screen.height) < PHONE_PX ? 'phone' : 'tablet';
}

/** How a visitor came: what the address says of a campaign, and after # the site before. The first that fits.
 * @type {[string, RegExp][]} */
const CHANNELS = [
  ['paid', /[?&](gclid|gbraid|wbraid|msclkid)=|utm_medium=[^&#]*(cpc|ppc|paid|display|affiliate|ads?\b)/i],
  ['mail', /utm_medium=[^&#]*(mail|news)/i],
  ['social', /utm_medium=[^&#]*social/i],
  ['campaign', /[?&]utm_\w+=/],
  ['search', /#(.+\.)?(google|bing|duckduckgo|ecosia|yahoo|startpage|qwant|yandex|baidu)\./],
  [
    'social',
    /#(.+\.)?(facebook|instagram|pinterest|tiktok|linkedin|reddit|youtube|twitter)\.|#(x\.com|t\.co)$/,
  ],
  ['referral', /#/],
];

/** @param {string} search of the address @param {string} referrer */
export function channelOf(search, referrer) {
  const inside = !!referrer && isOwnSite(referrer);
  const said = search + (referrer && !inside ? `#${new URL(referrer).hostname}` : '');
  return CHANNELS.find(([, pattern]) => pattern.test(said))?.[0] ?? (inside ? 'inside' : 'direct');
}

/** @returns {import('./page.js').Facts} */
function originHere() {
  const campaign = new URLSearchParams(location.search).get('utm_campaign');
  return {
    channel: channelOf(location.search, document.referrer),
    campaign: campaign ? redactText(campaign, 60) : undefined,
  };
}

export const languageHere = () => document.documentElement.lang || navigator.language;

/** The shop's own people, where its settings or a cookie of its own say so. @param {boolean} said */
function isStaff(said) {
  try {
    return said || /(^|; )koord_staff=1/.test(document.cookie);
  } catch {
    return said; // a sandbox forbids even to look
  }
}

/** @param {boolean} storage whether anything outlives the page @param {boolean} staff @returns {import('./page.js').Facts} */
export function environmentHere(storage, staff) {
  const sight = [];
  if ('MutationObserver' in window) sight.push('response');
  if ('fetch' in window) sight.push('requests');
  if (storage) sight.push('storage');
  return {
    ...originHere(),
    language: languageHere(),
    device: deviceHere(),
    sight,
    automated: +!!navigator.webdriver,
    staff: +isStaff(staff) || undefined,
  };
}
