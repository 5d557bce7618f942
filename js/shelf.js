// shelf.js - one small text that the browser keeps for us, or that we keep ourselves where it refuses to.

/** @typedef {{read: () => string, write: (text: string) => void, clear: () => void, kept: boolean}} Shelf */

/** @param {'localStorage' | 'sessionStorage'} [area] nothing: in memory only
 * @param {string} [key] @returns {Shelf} */
export function createShelf(area, key = 'koord') {
  let memory = '';
  const shelf = {
    kept: !!area,
    read: () => attempt(storage => storage.getItem(key)) ?? memory,
    /** @param {string} text */
    write(text) {
      memory = text;
      attempt(storage => storage.setItem(key, text));
    },
    clear() {
      memory = '';
      attempt(storage => storage.removeItem(key));
    },
  };

  /** Even naming a storage throws where a browser or a sandbox forbids it.
   * @template T @param {(storage: Storage) => T} use */
  function attempt(use) {
    try {
      if (area) return use(window[area]);
    } catch {
      shelf.kept = false; // `memory` serves from here on
      area = undefined;
    }
    return undefined;
  }

  return shelf;
}
