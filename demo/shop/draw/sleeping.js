// sleeping.js - drawings of sleeping bags, mats and pillows.

import { area, box, CREAM, each, line, oval } from './pen.js';

/** @typedef {import('./colours.js').Shades} Shades */

/** @type {Record<string, (shades: Shades) => string>} */
export const SLEEPING = {
  mummy: ({ base, light, dark, deep, pale }) =>
    area(
      base,
      'M22 104 C20 84 40 72 62 74 C100 76 140 84 170 96 C184 102 184 122 168 124 C120 130 70 130 44 126 C30 124 23 116 22 104 Z',
    ) +
    area(
      dark,
      'M22 104 C23 116 30 124 44 126 C70 130 120 130 168 124 C178 122 182 114 179 106 C140 118 60 122 22 104 Z',
    ) +
    each([66, 88, 110, 132, 152], x =>
      line(
        deep,
        1,
        `M${x} ${66 + x / 7} C${x + 7} ${82 + x / 7} ${x + 6} ${98 + x / 12} ${x} 127`,
        'opacity=".55"',
      ),
    ) +
    area(deep, 'M34 104 C32 90 44 82 58 84 C66 92 66 108 56 114 C44 116 36 112 34 104 Z') +
    area(CREAM, 'M40 104 C39 94 47 88 56 90 C61 96 61 105 54 109 C47 110 41 109 40 104 Z') +
    line(pale, 1.6, 'M58 84 C84 80 120 88 150 98') +
    line(light, 3, 'M30 92 C38 80 50 77 62 78'),
  blanket: ({ base, light, dark, deep }) =>
    area(base, 'M26 118 L52 74 H160 L182 118 Q182 126 174 126 H34 Q26 126 26 118 Z') +
    area(light, 'M52 74 H160 L166 86 H45 Z') +
    area(CREAM, 'M120 74 H160 L182 118 Q182 122 178 124 L144 110 Z') +
    area(dark, 'M26 118 Q26 126 34 126 H174 Q182 126 182 118 Z') +
    each([72, 96, 120], x => line(deep, 1, `M${x + 8} 74 L${x - 6} 126`, 'opacity=".5"')) +
    line(deep, 1.4, 'M120 74 L144 110 L178 124'),
  folded: ({ base, light, dark, deep, pale }) =>
    box(dark, 46, 102, 108, 24, 12) +
    box(base, 44, 82, 112, 24, 12) +
    box(light, 47, 63, 106, 23, 11.5) +
    each([104, 84, 65], y =>
      line(deep, 1, `M${y > 80 ? 60 : 62} ${y + 12} H140`, 'opacity=".4" stroke-dasharray="3 4"'),
    ) +
    area(pale, 'M92 60 H108 V128 H92 Z') +
    line(deep, 1, 'M92 61 V127 M108 61 V127', 'opacity=".4"'),
  mat: ({ base, light, dark, deep, pale }) =>
    area(
      dark,
      'M20 112 L62 70 Q66 66 72 66 H172 Q182 66 178 76 L146 120 Q142 126 134 126 H28 Q14 122 20 112 Z',
    ) +
    area(
      base,
      'M20 108 L62 66 Q66 62 72 62 H172 Q182 62 178 72 L146 114 Q142 120 134 120 H28 Q14 118 20 108 Z',
    ) +
    each([0, 22, 44, 66, 88], x => line(pale, 5, `M${40 + x} 112 L${78 + x} 70`, 'opacity=".55"')) +
    oval(deep, 30, 112, 4, 3) +
    line(light, 1.6, 'M62 66 Q66 62 72 62 H172'),
  roll: ({ base, light, dark, deep }) =>
    box(base, 36, 76, 116, 50, 25) +
    oval(dark, 148, 101, 19, 25) +
    line(
      light,
      2.4,
      'M148 84 C138 86 136 112 148 118 C160 118 162 92 150 90 C143 92 142 108 149 111 C154 110 154 99 150 98',
    ) +
    box(deep, 62, 75, 8, 52, 4) +
    box(deep, 108, 75, 8, 52, 4) +
    box('#d8c9a8', 60, 94, 12, 9, 2) +
    box('#d8c9a8', 106, 94, 12, 9, 2) +
    line(light, 3, 'M52 83 H134', 'opacity=".7"'),
  pillow: ({ base, light, dark, deep }) =>
    area(
      base,
      'M42 82 C60 90 140 90 158 82 C166 96 166 112 158 124 C140 118 60 118 42 124 C34 112 34 96 42 82 Z',
    ) +
    area(
      light,
      'M42 82 C60 90 140 90 158 82 C162 88 164 94 164 100 C130 92 70 92 36 100 C36 94 38 88 42 82 Z',
    ) +
    area(
      dark,
      'M42 124 C60 118 140 118 158 124 C162 118 164 113 164 108 C130 114 70 114 36 108 C36 113 38 118 42 124 Z',
    ) +
    line(deep, 1, 'M60 102 C80 98 92 106 110 101', 'opacity=".5"'),
};
