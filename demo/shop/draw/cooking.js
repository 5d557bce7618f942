// cooking.js - drawings of stoves, pans, mugs and what else stands in a camp kitchen.

import { area, box, CREAM, each, line, METAL, oval, RUBBER, SHINE } from './pen.js';

/** @typedef {import('./colours.js').Shades} Shades */

/** @type {Record<string, (shades: Shades) => string>} */
export const COOKING = {
  stove: ({ base, light, dark, deep }) =>
    area(base, 'M68 104 Q68 98 76 96 H124 Q132 98 132 104 V118 Q132 126 122 126 H78 Q68 126 68 118 Z') +
    area(light, 'M68 104 Q68 98 76 96 H86 V126 H78 Q68 126 68 118 Z') +
    area(dark, 'M118 96 H124 Q132 98 132 104 V118 Q132 126 122 126 H118 Z') +
    box(CREAM, 84, 106, 32, 11, 3) +
    line(deep, 1.6, 'M90 111.5 H110') +
    box(METAL, 94, 74, 12, 24, 3) +
    line(RUBBER, 3, 'M106 84 H132') +
    line(METAL, 5, 'M132 80 V88') +
    box('#7d8583', 84, 62, 32, 12, 4) +
    line(METAL, 3.4, 'M60 56 L90 70 M140 56 L110 70 M60 56 V50 M140 56 V50') +
    each([88, 96, 104, 112], x =>
      area(
        '#4f9fd8',
        `M${x - 3} 62 C${x - 4} 54 ${x} 50 ${x} 44 C${x + 1} 50 ${x + 4} 54 ${x + 3} 62 Z`,
        'opacity=".85"',
      ),
    ),
  pans: ({ base, light, dark, deep }) =>
    area(dark, 'M30 92 H118 V116 Q118 126 106 126 H42 Q30 126 30 116 Z') +
    area(base, 'M30 92 H100 V126 H42 Q30 126 30 116 Z') +
    area(light, 'M30 92 H46 V126 H42 Q30 126 30 116 Z') +
    oval(SHINE, 74, 92, 44, 7) +
    oval(METAL, 74, 92, 38, 5) +
    line(RUBBER, 5, 'M118 100 H150') +
    area(base, 'M60 60 H132 V78 Q132 88 122 88 H70 Q60 88 60 78 Z') +
    area(light, 'M60 60 H74 V88 H70 Q60 88 60 78 Z') +
    oval(dark, 96, 60, 37, 6) +
    oval(light, 96, 57, 37, 6) +
    box(RUBBER, 90, 44, 12, 9, 3) +
    line(RUBBER, 5, 'M132 68 H166') +
    line(deep, 1, 'M60 62 C80 68 112 68 132 62'),
  kettle: ({ base, light, dark, deep }) =>
    line(RUBBER, 4, 'M66 72 C66 34 134 34 134 72') +
    area(base, 'M138 92 L164 68 L172 74 L146 112 Z') +
    area(deep, 'M162 66 L174 74 L171 78 L159 69 Z') +
    area(
      base,
      'M52 104 C52 80 70 68 100 68 C130 68 148 80 148 104 C148 120 140 126 128 126 H72 C60 126 52 120 52 104 Z',
    ) +
    area(light, 'M52 104 C52 80 70 68 92 68 C74 78 66 100 72 126 C60 126 52 120 52 104 Z') +
    area(dark, 'M128 126 C140 120 144 96 130 76 C142 82 148 92 148 104 C148 120 140 126 128 126 Z') +
    oval(deep, 100, 70, 24, 5) +
    oval(light, 100, 67, 22, 5) +
    oval(RUBBER, 100, 59, 6, 5) +
    line(SHINE, 3, 'M66 98 C66 90 70 84 76 80', 'opacity=".7"'),
  mug: ({ base, light, dark, deep, pale }) =>
    line(dark, 7, 'M130 74 C156 70 156 112 128 110') +
    line(base, 3, 'M130 73 C152 71 153 106 128 108') +
    area(base, 'M64 60 H132 V114 Q132 126 120 126 H76 Q64 126 64 114 Z') +
    area(light, 'M64 60 H80 V126 H76 Q64 126 64 114 Z') +
    area(dark, 'M118 60 H132 V114 Q132 126 120 126 H118 Z') +
    oval(pale, 98, 60, 34, 7) +
    oval('#6b4a32', 98, 61, 29, 4.6) +
    line(deep, 1.4, 'M66 118 C84 122 112 122 130 118', 'opacity=".6"') +
    line('#ffffff', 2, 'M86 48 C82 40 92 38 88 28 M104 48 C100 40 110 38 106 28', 'opacity=".55"'),
  flask: ({ base, light, dark, deep }) =>
    area(base, 'M76 56 Q76 46 86 42 H114 Q124 46 124 56 V118 Q124 126 116 126 H84 Q76 126 76 118 Z') +
    area(light, 'M76 56 Q76 46 86 42 H90 V126 H84 Q76 126 76 118 Z') +
    area(dark, 'M114 42 Q124 46 124 56 V118 Q124 126 116 126 H112 V42 Z') +
    box(METAL, 84, 34, 32, 9, 2) +
    box(deep, 86, 16, 28, 19, 5) +
    line(light, 2, 'M91 20 V31') +
    line(CREAM, 2, 'M94 92 L100 78 L106 92 Z M90 92 H110') +
    box(METAL, 76, 117, 48, 4),
  cutlery: ({ base, light }) =>
    each(
      [-16, 0, 16],
      turn =>
        `<g transform="rotate(${turn} 100 126)">${
          line(METAL, 6, 'M100 64 V84') +
          line(base, 9, 'M100 86 V118') +
          line(light, 2, 'M98 88 V114') +
          (turn < 0
            ? area(METAL, 'M95 66 V34 Q103 34 105 46 V66 Z')
            : turn
              ? area(METAL, 'M91 36 V52 Q92 64 100 66 Q108 64 109 52 V36 H106 V50 H103 V36 H97 V50 H94 V36 Z')
              : oval(METAL, 100, 48, 11, 17) + oval(SHINE, 98, 46, 6, 11))
        }</g>`,
    ) + line('#8e9694', 2, 'M94 122 C94 112 106 112 106 122 C106 130 94 130 94 122'),
  bowl: ({ base, light, dark, deep, pale }) =>
    area(base, 'M44 80 H156 C156 112 136 122 120 124 V126 H80 V124 C64 122 44 112 44 80 Z') +
    area(light, 'M44 80 H66 C66 104 76 118 86 125 L80 124 C64 122 44 112 44 80 Z') +
    area(dark, 'M138 80 H156 C156 112 136 122 120 124 C130 114 138 100 138 80 Z') +
    oval(pale, 100, 80, 56, 11) +
    oval('#c46a3a', 100, 82, 47, 7.5) +
    each([80, 98, 118], x => oval('#7f9a4a', x, 80 + (x % 5), 5, 2)) +
    line(deep, 1, 'M80 124 H120'),
};
