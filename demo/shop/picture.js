// picture.js - a drawing for every product: one shape for each category, in the product's own colour.

const SVG = 'http://www.w3.org/2000/svg';

/** Outlines in a field of 100 x 100, which has a margin left and right: the body, and a darker part on it. @type {Record<string, [string, string]>} */
const SHAPES = {
  tents: ['M50 18 L90 80 L10 80 Z', 'M50 18 L64 80 L38 80 Z'],
  sleeping: [
    'M18 36 Q18 28 26 28 H76 Q86 28 86 44 V56 Q86 72 76 72 H26 Q18 72 18 64 Z',
    'M18 36 Q18 28 26 28 H36 V72 H26 Q18 72 18 64 Z',
  ],
  cooking: [
    'M22 36 H74 V70 Q74 78 66 78 H30 Q22 78 22 70 Z M74 44 H84 Q90 44 90 50 Q90 60 74 60 Z',
    'M18 30 H78 V36 H18 Z',
  ],
  packs: [
    'M28 34 Q28 18 50 18 Q72 18 72 34 V76 Q72 84 64 84 H36 Q28 84 28 76 Z',
    'M36 54 H64 V74 Q64 78 60 78 H40 Q36 78 36 74 Z',
  ],
  shoes: ['M22 26 H46 L52 46 Q80 52 84 66 V72 H22 Z', 'M20 72 H86 V80 H20 Z'],
  lights: ['M36 34 H64 L70 74 H30 Z', 'M40 24 H60 V34 H40 Z M28 74 H72 V82 H28 Z'],
};

/** @param {string} d @param {string} fill */
function outline(d, fill) {
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', d);
  path.setAttribute('fill', fill);
  return path;
}

/** @param {import('./products.js').Product} product */
export function picture({ category, hue }) {
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.setAttribute('viewBox', '-17 0 134 100');
  drawing.setAttribute('class', 'picture');
  drawing.setAttribute('aria-hidden', 'true');
  const [body, part] = SHAPES[category];
  drawing.append(outline('M-17 0 H117 V100 H-17 Z', `hsl(${hue} 35% 91%)`));
  drawing.append(outline(body, `hsl(${hue} 45% 52%)`), outline(part, `hsl(${hue} 45% 36%)`));
  return drawing;
}
