// storage.js - what the shop remembers. Where the browser refuses to store, the shop lives for one page.

/**
 * @template T
 * @param {'localStorage' | 'sessionStorage'} place
 * @param {string} name
 * @param {T} otherwise
 * @returns {T}
 */
export function recall(place, name, otherwise) {
  try {
    return JSON.parse(window[place].getItem(name) ?? 'null') ?? otherwise;
  } catch {
    return otherwise; // storage forbidden, or something else wrote there
  }
}

/**
 * @param {'localStorage' | 'sessionStorage'} place
 * @param {string} name
 * @param {unknown} value null forgets
 */
export function remember(place, name, value) {
  try {
    if (value === null) window[place].removeItem(name);
    else window[place].setItem(name, JSON.stringify(value));
  } catch (error) {
    console.warn(`the shop cannot remember "${name}":`, error);
  }
}

/** Everything that the shop remembers, and nothing that others do. */
export function forgetAll() {
  for (const place of [localStorage, sessionStorage]) {
    for (const name of Object.keys(place)) if (name.startsWith('shop_')) place.removeItem(name);
  }
}
