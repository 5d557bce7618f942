// Contact outside these pages, as far as it begins on one: telephone, mail, a store, a chat.
import { nameOf } from '../target.js';
import { fold } from '../text.js';
import { CHATS, STORES } from './words.js';

/** @type {Record<string, string>} PLACE words by the scheme of a link */
const SCHEMES = { 'tel:': 'phone', 'sms:': 'phone', 'callto:': 'phone', 'mailto:': 'mail' };
const CHAT_HOST = /(^|\.)(wa\.me|whatsapp\.com|m\.me|messenger\.com|t\.me)$/;
const CHAT_FRAME =
  'iframe[title*=chat i],iframe[name*=chat i],iframe[id*=chat i],iframe[src*=chat i],iframe[id*=intercom i],iframe[title*=messag i]';

/** @param {Element} control @returns {string | undefined} a PLACE word */
function placeBehind(control) {
  const { protocol, hostname, pathname } = /** @type {HTMLAnchorElement} */ (control);
  const name = fold(nameOf(control));
  if (control.matches('a[href]')) {
    if (SCHEMES[protocol]) return SCHEMES[protocol];
    if (CHAT_HOST.test(hostname)) return 'chat';
    if (STORES.test(fold(pathname)) && STORES.test(name)) return 'store';
  }
  return control.matches('a,button,[role=button]') && CHATS.test(name) ? 'chat' : undefined;
}

/** @param {import('../page.js').Page} page */
export function captureContact(page) {
  let chats = false;

  /** @param {string} place @param {string} name @param {number} at */
  function report(place, name, at) {
    if (place === 'chat' && chats) return; // opened and looked into is one chat
    chats ||= place === 'chat';
    page.report('touchpoint', { place, name: name || undefined }, at);
  }

  page.listen('page_view', () => (chats = false));
  page.listen('click', (_, timeStamp, control) => {
    const place = control && placeBehind(control);
    if (place) report(place, nameOf(control), timeStamp);
  });
  // A press inside a frame of another site is seen as the window losing the focus to it.
  page.on(window, 'blur', ({ target, timeStamp }) => {
    if (target === window && document.activeElement?.matches(CHAT_FRAME)) report('chat', '', timeStamp);
  });
}
