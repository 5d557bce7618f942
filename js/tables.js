// tables.js - reads the tables in js/abi.gen.js, which are texts because every page load pays for their bytes.

/** @param {string} table a line for each vocabulary: its name, then its words
 * @returns {Record<string, string[]>} */
export function vocabulariesFrom(table) {
  const lines = table.split('\n').map(line => line.split(' '));
  return Object.fromEntries(lines.map(([name, ...words]) => [name, words]));
}

/** Splits `7name:how`. The number is left out where it is one more than the last one before.
 * @param {string} item @param {number} last */
function itemFrom(item, last) {
  const [, number, name, how = 'n'] = /** @type {string[]} */ (/(\d*)([^:]+):?(.+)?/.exec(item));
  return { number: +(number || last + 1), name, how };
}

/**
 * A line for each kind of fact: its name, then its fields with how each is told: a plain number unless it says
 * `h` hash, `w` word or `s` set of words of a vocabulary, `t` text or `j` JSON of at most so many units.
 * @param {string} table
 * @returns {Record<string, [number, Record<string, string>]>} the kind's number, and of each field how, the slot that it
 * goes to (a text has none) and the vocabulary or the most units: `w4DEVICE`, `t080`
 */
export function kindsFrom(table) {
  let kind = 0;
  return Object.fromEntries(
    table.split('\n').map(line => {
      const [head, ...fields] = line.split(' ');
      const { number, name } = itemFrom(head, kind);
      kind = number;
      return [name, [number, fieldsFrom(fields)]];
    }),
  );
}

/** @param {string[]} items @returns {Record<string, string>} */
function fieldsFrom(items) {
  let slot = -1;
  return Object.fromEntries(
    items.map(item => {
      const { number, name, how } = itemFrom(item, slot);
      const [type, ...rest] = how;
      const text = 'tj'.includes(type);
      if (!text) slot = number;
      return [name, type + (text ? 0 : slot) + rest.join('')];
    }),
  );
}
