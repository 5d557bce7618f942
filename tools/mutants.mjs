// What a file of the core becomes when one comparison or one number in it is another.
import { readFileSync } from 'node:fs';

/** What becomes of what. @type {[RegExp, (found: string) => string][]} */
const CHANGES = [
  [/(?<![-<>=])<(?![<=])/g, () => '<='],
  [/(?<![-<>])>(?![>=])/g, () => '>='],
  [/<=/g, () => '<'],
  [/>=/g, () => '>'],
  [/==/g, () => '!='],
  [/!=/g, () => '=='],
  [/&&/g, () => '||'],
  [/\|\|/g, () => '&&'],
  [/(?<![\w.[])\d+(?![\w\]])/g, found => (found === '1' ? '0' : String(Number(found) + 1))],
];

/** @typedef {{ file: string, line: number, was: string, is: string, text: string }} Mutant */

/** @param {string} file @returns {Mutant[]} */
export function mutantsOf(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  let inside = false; // a comment
  return lines.flatMap((line, i) => {
    inside = inside || /^\s*\/\*/.test(line);
    const skip = inside || /^\s*#/.test(line);
    if (line.includes('*/')) inside = false;
    return skip ? [] : mutantsIn(file, lines, i);
  });
}

/** @param {string} file @param {string[]} lines @param {number} i @returns {Mutant[]} */
function mutantsIn(file, lines, i) {
  const code = lines[i].replace(/\/\*.*$/, '');
  return CHANGES.flatMap(([pattern, change]) =>
    [...code.matchAll(pattern)].map(({ 0: found, index }) => {
      const is = code.slice(0, index) + change(found) + code.slice(index + found.length);
      const text = [...lines.slice(0, i), is, ...lines.slice(i + 1)].join('\n');
      return { file, line: i + 1, was: code.trim(), is: is.trim(), text };
    }),
  );
}
