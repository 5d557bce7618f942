// load.js - fetches the tag's other files when they are needed, and not before.

/** An import takes no integrity: the file is checked first, and the import finds it in the browser's cache.
 * @param {string} url @param {string} [integrity] */
export async function load(url, integrity) {
  if (integrity) await fetch(url, { integrity });
  return import(url);
}
