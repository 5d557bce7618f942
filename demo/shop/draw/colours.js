// colours.js - the colours that products come in: their names, and the five shades that a drawing uses of each.

/** Hue in degrees, saturation and lightness in percent. @type {Record<string, [number, number, number]>} */
const TONES = {
  moss: [88, 24, 44],
  pine: [158, 32, 33],
  sand: [38, 42, 68],
  ochre: [40, 72, 54],
  rust: [16, 58, 50],
  clay: [24, 36, 45],
  berry: [342, 42, 44],
  sky: [202, 46, 58],
  slate: [212, 16, 47],
  ink: [222, 30, 30],
  stone: [45, 8, 66],
};

/** @typedef {'moss' | 'pine' | 'sand' | 'ochre' | 'rust' | 'clay' | 'berry' | 'sky' | 'slate' | 'ink' | 'stone'} Colour */

/** @type {Record<Colour, {en: string, nl: string}>} */
export const COLOURS = {
  moss: { en: 'Moss', nl: 'Mos' },
  pine: { en: 'Pine', nl: 'Den' },
  sand: { en: 'Sand', nl: 'Zand' },
  ochre: { en: 'Ochre', nl: 'Oker' },
  rust: { en: 'Rust', nl: 'Roest' },
  clay: { en: 'Clay', nl: 'Klei' },
  berry: { en: 'Berry', nl: 'Bes' },
  sky: { en: 'Sky', nl: 'Lucht' },
  slate: { en: 'Slate', nl: 'Leisteen' },
  ink: { en: 'Ink', nl: 'Inkt' },
  stone: { en: 'Stone', nl: 'Steen' },
};

/** @typedef {{base: string, light: string, pale: string, dark: string, deep: string}} Shades */

/** @param {Colour} colour */
export const hueOf = colour => TONES[colour][0];

/** @param {Colour} colour @returns {Shades} */
export function shades(colour) {
  const [hue, saturation, lightness] = TONES[colour];
  const tone = (/** @type {number} */ by) =>
    `hsl(${hue} ${saturation}% ${Math.min(94, Math.max(8, lightness + by))}%)`;
  return { base: tone(0), light: tone(10), pale: tone(22), dark: tone(-11), deep: tone(-20) };
}
