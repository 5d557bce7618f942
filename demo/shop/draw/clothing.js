// clothing.js - drawings of clothes, as if they hung on a line.

import { area, box, each, line, RUBBER } from './pen.js';

/** @typedef {import('./colours.js').Shades} Shades */

/** Body and two sleeves, which all tops share. @param {Shades} shades @param {string} [sleeves] ends at y */
function top({ base, light, dark }, sleeves = '108') {
  return (
    area(dark, `M70 38 C56 42 50 54 40 ${sleeves} L56 ${+sleeves + 4} L72 70 Z`) +
    area(dark, `M130 38 C144 42 150 54 160 ${sleeves} L144 ${+sleeves + 4} L128 70 Z`) +
    area(
      base,
      'M70 38 C80 34 86 32 88 30 C92 38 108 38 112 30 C114 32 120 34 130 38 C134 60 132 100 134 124 Q100 130 66 124 C68 100 66 60 70 38 Z',
    ) +
    area(light, 'M70 38 C78 35 82 33 86 31 C80 60 82 100 80 126 L66 124 C68 100 66 60 70 38 Z')
  );
}

/** @type {Record<string, (shades: Shades) => string>} */
export const CLOTHING = {
  jacket: shades =>
    area(shades.deep, 'M80 36 C78 16 122 16 120 36 C112 44 88 44 80 36 Z') +
    top(shades) +
    area(shades.dark, 'M84 34 C84 20 116 20 116 34 C112 42 104 46 100 52 C96 46 88 42 84 34 Z') +
    line(shades.deep, 2, 'M100 50 V127') +
    line(shades.pale, 2, 'M76 92 L90 100 M124 92 L110 100') +
    line(shades.deep, 1.4, 'M72 62 C88 68 112 68 128 62', 'opacity=".5"') +
    box(shades.pale, 98.5, 56, 3, 7, 1) +
    line(shades.deep, 3, 'M41 103 L56 107 M159 103 L144 107'),
  puffer: shades =>
    top(shades) +
    each([54, 70, 86, 102, 116], y =>
      line(shades.deep, 1.6, `M69 ${y} Q84 ${y + 5} 100 ${y + 1} Q116 ${y + 5} 131 ${y}`, 'opacity=".6"'),
    ) +
    each([66, 82, 97], y =>
      line(shades.deep, 1.4, `M${74 - y / 2.8} ${y} l14 4 M${126 + y / 2.8} ${y} l-14 4`, 'opacity=".6"'),
    ) +
    area(shades.dark, 'M86 32 C86 22 114 22 114 32 L110 42 C104 46 96 46 90 42 Z') +
    line(shades.deep, 2, 'M100 44 V127') +
    line(shades.pale, 3, 'M78 46 C76 70 76 90 76 112', 'opacity=".5"'),
  jumper: shades =>
    top(shades) +
    area(shades.deep, 'M86 30 C88 44 112 44 114 30 L110 28 C108 36 92 36 90 28 Z') +
    line(shades.deep, 2, 'M100 40 V66') +
    box(shades.pale, 98, 62, 4, 6, 1) +
    each([74, 82, 90], y =>
      line(shades.pale, 2, `M70 ${y} Q100 ${y + 6} 130 ${y}`, 'stroke-dasharray="4 5" opacity=".8"'),
    ) +
    line(shades.deep, 4, 'M67 121 Q100 127 133 121 M42 104 L56 108 M158 104 L144 108', 'opacity=".7"'),
  shirt: shades =>
    top(shades, '72') +
    area(shades.deep, 'M86 30 C90 44 110 44 114 30 L110 29 C106 38 94 38 90 29 Z') +
    line(
      shades.deep,
      1.4,
      'M67 118 Q100 124 133 118 M42 68 L58 72 M158 68 L142 72',
      'opacity=".6" stroke-dasharray="4 3"',
    ) +
    box(shades.pale, 108, 60, 14, 15, 2),
  trousers: ({ base, light, dark, deep, pale }) =>
    area(base, 'M70 28 H130 L138 126 H110 L100 62 L90 126 H62 Z') +
    area(light, 'M70 28 H82 L76 126 H62 Z') +
    area(dark, 'M118 28 H130 L138 126 H126 Z') +
    box(deep, 70, 26, 60, 9, 2) +
    box(pale, 96, 27, 8, 7, 1) +
    line(deep, 1.4, 'M100 35 V62 M74 38 Q76 48 86 50 M126 38 Q124 48 114 50') +
    box(deep, 67, 76, 15, 18, 2) +
    line(pale, 1.4, 'M67 82 H82'),
  shorts: ({ base, light, dark, deep, pale }) =>
    area(base, 'M62 46 H138 L150 116 H108 L100 84 L92 116 H50 Z') +
    area(light, 'M62 46 H76 L68 116 H50 Z') +
    area(dark, 'M124 46 H138 L150 116 H132 Z') +
    box(deep, 62, 43, 76, 10, 2) +
    line(pale, 2.4, 'M96 53 C92 66 98 68 96 74 M104 53 C108 66 102 68 104 74') +
    line(deep, 1.4, 'M100 53 V84 M66 58 Q70 72 84 74 M134 58 Q130 72 116 74 M51 110 H93 M107 110 H149'),
  beanie: ({ base, light, dark, deep, pale }) =>
    each([0], () => `<circle cx="100" cy="36" r="13" fill="${pale}"/>`) +
    area(base, 'M52 100 C50 60 72 42 100 42 C128 42 150 60 148 100 Z') +
    area(light, 'M52 100 C50 60 72 42 94 42 C76 56 72 80 74 100 Z') +
    area(dark, 'M148 100 C150 60 128 42 108 42 C124 56 130 80 128 100 Z') +
    each([66, 80, 94, 108, 122, 136], x =>
      line(deep, 1.4, `M${x} 96 C${x} 80 ${82 + x / 5.5} 60 100 44`, 'opacity=".4"'),
    ) +
    box(deep, 46, 96, 108, 26, 10) +
    each([58, 70, 82, 94, 106, 118, 130, 142], x => line(light, 2, `M${x} 101 V117`, 'opacity=".5"')),
  glove: ({ base, light, dark, deep, pale }) =>
    each(
      [-1, 1],
      side =>
        `<g transform="translate(100 0) scale(${side} 1) translate(8 0) rotate(8 30 90)">${line(base, 13, 'M22 88 V52 M36 86 V44 M50 86 V48 M62 90 V60') + line(dark, 13, 'M62 92 V62') + line(base, 14, 'M20 104 L8 84') + box(base, 15, 78, 54, 34, 10) + line(light, 3, 'M22 80 V54', 'opacity=".8"') + box(deep, 18, 104, 48, 22, 6) + each([26, 34, 42, 50, 58], x => line(pale, 1.6, `M${x} 108 V122`, 'opacity=".6"'))}</g>`,
    ),
  hat: ({ base, light, dark, deep }) =>
    area(
      dark,
      'M24 104 C24 94 50 90 100 90 C150 90 176 94 176 104 C176 116 140 124 100 124 C60 124 24 116 24 104 Z',
    ) +
    area(
      base,
      'M24 102 C24 92 50 88 100 88 C150 88 176 92 176 102 C176 112 140 118 100 118 C60 118 24 112 24 102 Z',
    ) +
    area(base, 'M60 102 C58 66 74 48 100 48 C126 48 142 66 140 102 C120 110 80 110 60 102 Z') +
    area(light, 'M60 102 C58 66 74 48 96 48 C80 62 76 86 80 107 C72 106 65 104 60 102 Z') +
    area(deep, 'M60 90 C80 98 120 98 140 90 V102 C120 110 80 110 60 102 Z') +
    line(RUBBER, 1.4, 'M40 112 C60 144 84 134 96 128', 'opacity=".6"'),
};
