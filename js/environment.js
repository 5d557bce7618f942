// environment.js - what a trail says of the browser it was recorded in.

const PHONE_PX = 600; // the short side of a screen below which it is a phone's

function deviceHere() {
  if (!matchMedia('(pointer: coarse)').matches) return 'desktop';
  return Math.min(screen.width, screen.height) < PHONE_PX ? 'phone' : 'tablet';
}

export const languageHere = () => document.documentElement.lang || navigator.language;

/** The shop's own people, where its settings or a cookie of its own say so. @param {boolean} said */
const isStaff = said => said || /(^|; )koord_staff=1/.test(document.cookie);

/** @param {boolean} storage whether anything outlives the page @param {boolean} staff @returns {import('./page.js').Facts} */
export function environmentHere(storage, staff) {
  const sight = [];
  if ('MutationObserver' in window) sight.push('response');
  if ('fetch' in window) sight.push('requests');
  if (storage) sight.push('storage');
  return {
    language: languageHere(),
    device: deviceHere(),
    sight,
    automated: +!!navigator.webdriver,
    staff: +isStaff(staff) || undefined,
  };
}
