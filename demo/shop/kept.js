// kept.js - products that the visitor keeps for later, in this browser.

import { recall, remember } from './storage.js';

const NAME = 'shop_kept';

/** @returns {string[]} ids, oldest first */
export const readKept = () => recall('localStorage', NAME, []);

/** @param {string} id @param {boolean} kept */
export function keep(id, kept) {
  const others = readKept().filter(one => one !== id);
  remember('localStorage', NAME, kept ? [...others, id] : others);
}
