// theme.js - light or dark: as the system has it, or by ?theme=dark, remembered for the tab.

import { parameter } from './dom.js';
import { recall, remember } from './storage.js';

/** What CSS calls them. */
export const THEMES = /** @type {const} */ ({ system: 'light dark', light: 'light', dark: 'dark' });

/** @typedef {keyof typeof THEMES} Theme */

const NAME = 'shop_theme';

/** @param {string | null} name @returns {name is Theme} */
const isTheme = name => name !== null && Object.hasOwn(THEMES, name);

/** Remembers it, and gives it to a page of ours. @param {Theme} theme @param {Document} page */
export function setTheme(theme, page) {
  remember('sessionStorage', NAME, theme === 'system' ? null : theme);
  page.documentElement.style.colorScheme = THEMES[theme];
}

function chosen() {
  const asked = parameter('theme');
  return isTheme(asked) ? asked : recall('sessionStorage', NAME, /** @type {Theme} */ ('system'));
}

/** Of the page as it is. */
export const theme = chosen();

/** To be called by every page, once and early. */
export const beginTheme = () => setTheme(theme, document);
