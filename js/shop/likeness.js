// How alike two searches are; both folded and free of secrets.

/** Longer searches are compared by their beginnings: the work grows with the square. */
const LETTERS_MOST = 64;

/** @param {number} part @param {number} whole */
const percent = (part, whole) => (whole ? Math.round((100 * part) / whole) : 0);

/** Letters to add, take away or replace to make one of the other (Levenshtein).
 * @param {string} a @param {string} b */
export function editsBetween(a, b) {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + +(a[i - 1] !== b[j - 1]));
    }
    above = row;
  }
  return above[b.length];
}

/** What the facts of a search say of the one before. @param {string} now @param {string} before '' where there was none */
export function likeness(now, before) {
  if (!now || !before) return {};
  const [mine, theirs] = [new Set(now.split(' ')), new Set(before.split(' '))];
  const both = [...mine].filter(word => theirs.has(word)).length;
  const [a, b] = [now.slice(0, LETTERS_MOST), before.slice(0, LETTERS_MOST)];
  const extended =
    both === Math.min(mine.size, theirs.size) || now.startsWith(before) || before.startsWith(now);
  return {
    shared: percent(both, mine.size + theirs.size - both),
    edits: percent(editsBetween(a, b), Math.max(a.length, b.length)),
    extends: +extended,
  };
}
