// shoes.js - drawings of what one walks on.

import { area, box, CREAM, each, line, METAL, RUBBER } from './pen.js';

/** @typedef {import('./colours.js').Shades} Shades */

const sole =
  area(RUBBER, 'M44 114 H164 V120 Q164 126 156 126 H50 Q44 126 44 120 Z') +
  each([56, 72, 88, 104, 120, 136, 150], x => box('#23262a', x, 122, 7, 4));

/** @type {Record<string, (shades: Shades) => string>} */
export const SHOES = {
  boot: ({ base, light, dark, deep, pale }) =>
    sole +
    area(base, 'M46 44 H90 C94 62 98 74 110 82 C138 86 164 92 164 116 H44 C46 92 46 66 46 44 Z') +
    area(light, 'M46 44 H62 C60 72 62 96 66 116 H44 C46 92 46 66 46 44 Z') +
    area(dark, 'M128 85 C150 90 164 96 164 116 H126 C132 104 132 94 128 85 Z') +
    area(deep, 'M44 36 H92 V48 H44 Z') +
    area(pale, 'M80 48 H92 C96 64 100 76 112 84 L100 92 C88 82 82 64 80 48 Z') +
    each([54, 64, 74, 84], y =>
      line(CREAM, 2.4, `M${80 + (y - 54) / 3} ${y} L${94 + (y - 54) / 2} ${y - 3}`),
    ) +
    line(deep, 1.4, 'M46 100 C66 96 96 100 128 104', 'opacity=".6"') +
    box(METAL, 77, 50, 4, 4, 2),
  shoe: ({ base, light, dark, deep, pale }) =>
    sole +
    area(
      base,
      'M46 80 C56 86 66 84 76 72 L92 70 C102 84 116 90 136 92 C156 94 164 102 164 116 H44 C42 100 42 88 46 80 Z',
    ) +
    area(light, 'M46 80 C50 84 55 85 60 84 C60 96 62 108 68 116 H44 C42 100 42 88 46 80 Z') +
    area(dark, 'M134 92 C156 94 164 102 164 116 H124 C134 110 136 100 134 92 Z') +
    area(deep, 'M44 82 C46 72 52 70 56 76 C62 80 70 76 76 70 L80 74 C70 88 56 90 44 82 Z') +
    area(pale, 'M76 72 L92 70 C98 80 106 86 114 88 L102 96 C92 90 82 82 76 72 Z') +
    each([0, 9, 18], x => line(CREAM, 2.4, `M${80 + x} ${80 + x * 0.6} L${92 + x} ${74 + x * 0.7}`)) +
    line(pale, 3, 'M62 104 C80 92 96 108 120 100'),
  sandal: ({ base, light, dark, deep }) =>
    area(RUBBER, 'M38 112 C70 120 100 108 168 112 V120 Q168 126 160 126 H46 Q38 126 38 118 Z') +
    area('#c9a877', 'M38 108 C70 116 100 104 168 110 V114 C110 110 70 122 38 114 Z') +
    area(base, 'M110 110 C112 88 138 84 156 110 L144 112 C138 98 124 98 122 112 Z') +
    area(light, 'M110 110 C112 92 130 84 146 96 C130 90 118 98 116 111 Z') +
    area(
      dark,
      'M52 110 C50 84 62 72 82 78 C96 84 104 98 108 110 L98 111 C92 98 84 88 74 88 C64 88 62 98 64 112 Z',
    ) +
    line(base, 7, 'M56 92 C72 84 84 96 98 108') +
    box(METAL, 66, 84, 9, 9, 2) +
    line(deep, 1.4, 'M52 110 C50 84 62 72 82 78'),
  welly: ({ base, light, dark, deep, pale }) =>
    area(base, 'M54 30 H104 C102 58 102 78 110 88 C132 90 156 96 156 116 H52 C58 86 58 58 54 30 Z') +
    area(light, 'M54 30 H70 C74 62 72 92 68 116 H52 C58 86 58 58 54 30 Z') +
    area(dark, 'M126 91 C146 94 156 102 156 116 H118 C128 110 130 100 126 91 Z') +
    area(pale, 'M53 28 H105 V37 H54 Z') +
    area(RUBBER, 'M50 114 H158 V120 Q158 126 150 126 H58 Q50 126 50 118 Z') +
    line(deep, 2, 'M60 96 C76 92 92 92 110 96', 'opacity=".5"') +
    line('#ffffff', 2.4, 'M94 44 C92 60 92 70 94 80', 'opacity=".5"') +
    box(dark, 98, 42, 7, 12, 2),
  sock: ({ base, light, dark, deep, pale }) =>
    each(
      [0, 34],
      x =>
        `<g transform="translate(${x} ${x ? 0 : -6})">${
          area(base, 'M56 32 H88 V78 C96 90 120 94 122 110 C122 122 112 126 100 126 C80 126 60 112 56 92 Z') +
          area(light, 'M56 32 H66 V92 C68 106 78 118 92 125 C74 122 59 108 56 92 Z') +
          area(dark, 'M104 94 C116 98 122 104 122 112 C122 122 112 126 102 126 C110 118 110 104 104 94 Z') +
          area(pale, 'M55 30 H89 V44 H55 Z') +
          each([60, 66, 72, 78, 84], at => line(deep, 1, `M${at} 32 V42`, 'opacity=".45"')) +
          line(deep, 2, 'M57 56 H88 M57 62 H88', 'opacity=".5"') +
          area(pale, 'M56 86 C66 84 74 92 72 104 C64 100 58 94 56 86 Z')
        }</g>`,
    ),
};
