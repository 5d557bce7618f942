// packs.js - drawings of backpacks and bags.

import { area, box, CREAM, each, line, RUBBER } from './pen.js';

/** @typedef {import('./colours.js').Shades} Shades */

/** @type {Record<string, (shades: Shades) => string>} */
export const PACKS = {
  pack: ({ base, light, dark, deep, pale }) =>
    line(deep, 4, 'M90 26 C92 18 108 18 110 26') +
    line(dark, 9, 'M64 52 C50 66 50 98 58 112 M136 52 C150 66 150 98 142 112') +
    area(
      base,
      'M60 58 C60 36 74 26 100 26 C126 26 140 36 140 58 V112 Q140 126 126 126 H74 Q60 126 60 112 Z',
    ) +
    area(light, 'M60 58 C60 36 74 26 92 26 C76 40 72 62 72 126 Q60 124 60 112 Z') +
    area(dark, 'M140 58 C140 36 126 26 108 26 C124 40 128 62 128 126 Q140 124 140 112 Z') +
    area(deep, 'M62 50 C64 34 76 26 100 26 C124 26 136 34 138 50 C120 58 80 58 62 50 Z') +
    area(dark, 'M66 46 C70 34 80 29 100 29 C120 29 130 34 134 46 C116 52 84 52 66 46 Z') +
    box(dark, 72, 82, 56, 36, 9) +
    box(light, 74, 84, 52, 32, 8) +
    line(deep, 1.6, 'M78 92 H122') +
    box(CREAM, 94, 89, 12, 6, 2) +
    each([84, 116], x => line(RUBBER, 2.4, `M${x} 54 V78`) + box(pale, x - 3, 62, 6, 8, 1.5)) +
    line(RUBBER, 3, 'M60 106 H50 M140 106 H150'),
  duffel: ({ base, light, dark, deep }) =>
    line(deep, 4, 'M70 78 C74 44 126 44 130 78') +
    box(base, 28, 70, 144, 56, 24) +
    area(light, 'M28 94 Q28 70 52 70 H148 Q166 70 171 84 H34 Q29 88 28 94 Z') +
    area(dark, 'M28 104 H172 Q170 126 148 126 H52 Q30 126 28 104 Z') +
    box(deep, 62, 70, 9, 56) +
    box(deep, 129, 70, 9, 56) +
    line(CREAM, 1.6, 'M50 77 H150', 'stroke-dasharray="3 2"') +
    box(CREAM, 88, 94, 24, 14, 3) +
    line(deep, 1.6, 'M93 101 H107'),
  hip: ({ base, light, dark, deep }) =>
    line(RUBBER, 7, 'M48 86 C18 82 16 116 40 122 M152 86 C182 82 184 116 160 122') +
    area(
      base,
      'M44 76 Q46 70 56 68 H144 Q154 70 156 76 C162 104 148 124 128 126 H72 C52 124 38 104 44 76 Z',
    ) +
    area(light, 'M44 76 Q46 70 56 68 H144 Q154 70 156 76 C157 80 157 84 156 88 H43 C43 84 43 80 44 76 Z') +
    line(deep, 2, 'M46 88 H154') +
    line(CREAM, 1.4, 'M50 88 H150', 'stroke-dasharray="3 2"') +
    area(
      dark,
      'M62 98 H138 Q142 98 140 104 C136 116 128 122 118 122 H82 C72 122 64 116 60 104 Q58 98 62 98 Z',
    ) +
    line(light, 1.4, 'M66 104 H134') +
    line(RUBBER, 3, 'M140 88 V95'),
  dry: ({ base, light, dark, deep, pale }) =>
    area(base, 'M66 58 H134 L142 116 Q142 126 130 126 H70 Q58 126 58 116 Z') +
    area(light, 'M66 58 H80 L74 126 H70 Q58 126 58 116 Z') +
    area(dark, 'M120 58 H134 L142 116 Q142 126 130 126 H124 Z') +
    box(deep, 62, 46, 76, 13, 6) +
    box(dark, 64, 38, 72, 12, 6) +
    line(RUBBER, 4, 'M64 44 C54 34 74 22 100 22 C126 22 146 34 136 44') +
    box(RUBBER, 90, 17, 20, 9, 3) +
    line(
      pale,
      2.4,
      'M84 94 C90 86 96 102 102 94 C108 86 114 102 118 94 M84 104 C90 96 96 112 102 104 C108 96 114 112 118 104',
    ),
  cover: ({ base, light, dark, deep }) =>
    area(base, 'M54 116 C46 84 58 40 100 38 C142 40 154 84 146 116 C140 128 60 128 54 116 Z') +
    area(light, 'M54 116 C46 84 58 40 96 38 C74 54 68 90 74 124 C64 123 57 121 54 116 Z') +
    area(dark, 'M146 116 C154 84 142 40 108 38 C130 54 134 90 128 124 C138 123 143 121 146 116 Z') +
    line(deep, 2, 'M54 114 C66 122 134 122 146 114', 'stroke-dasharray="5 3"') +
    line('#ffffff', 2.4, 'M84 74 L100 62 L116 74 M84 84 L100 72 L116 84', 'opacity=".7"') +
    each([36, 164, 28], x => line('#7fb0cf', 2, `M${x} ${50 + (x % 9) * 4} l-3 9`)),
};
