// family.js - friction or delight: which of the two a finding tells of.
import { families } from './sentences.gen.js';

/** A detector that is newer than this file tells of friction, as most do. @param {import('./trail.js').Json} signal */
export const isDelight = ({ signal }) => families[signal] === 'delight';

/** Findings that stand, of each sort. @param {import('./trail.js').Finding[]} findings */
export function tally(findings) {
  const standing = findings.filter(({ json }) => json.state !== 'revoked');
  const delight = standing.filter(({ json }) => isDelight(json)).length;
  return { friction: standing.length - delight, delight };
}
