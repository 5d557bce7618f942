// index.js - the entry of dist/koord.mjs, for shops that bundle.
import { captureMeaning } from './capture/meaning.js';
import { start as startTag } from './koord.js';

/** @typedef {import('./settings.js').Given} Given */

/** Starts to follow the visit. The tag's other files are looked for beside this one, unless `base` says where.
 * @param {Given} given */
export const start = given =>
  startTag({ base: new URL('.', import.meta.url).href, ...given }, () => Promise.resolve(captureMeaning));
