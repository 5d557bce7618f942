// tents.js - drawings of tents and of what holds them down.

import { area, CREAM, each, line, METAL } from './pen.js';

/** @typedef {import('./colours.js').Shades} Shades */

const guys = (/** @type {string} */ d) => line('#8b8a80', 0.8, d);

/** @type {Record<string, (shades: Shades) => string>} */
export const TENTS = {
  dome: ({ base, light, dark, deep, pale }) =>
    guys('M44 98 L18 126 M156 98 L184 126') +
    area(base, 'M30 126 C40 78 68 44 100 42 C134 44 160 78 172 126 Z') +
    area(light, 'M30 126 C40 78 68 44 100 42 C84 62 72 96 70 126 Z') +
    area(dark, 'M172 126 C160 78 134 44 100 42 C128 66 142 96 146 126 Z') +
    area(deep, 'M84 126 C86 100 94 82 104 74 C116 84 124 102 126 126 Z') +
    area(CREAM, 'M84 126 C86 100 94 82 104 74 C98 90 95 108 95 126 Z', 'opacity=".85"') +
    line(pale, 1.6, 'M34 112 C52 66 76 46 100 42 C128 46 152 70 168 112') +
    line(deep, 1.2, 'M70 126 C72 96 84 62 100 42 C128 66 142 96 146 126'),
  tunnel: ({ base, light, dark, deep, pale }) =>
    guys('M20 104 L6 126 M182 104 L196 126') +
    area(dark, 'M18 126 C20 82 32 66 48 64 L160 58 C176 62 184 90 186 126 Z') +
    area(base, 'M46 126 C46 84 58 58 78 56 L160 58 C176 62 184 90 186 126 Z') +
    area(light, 'M78 56 L160 58 C166 60 170 64 174 72 L62 70 C66 62 72 57 78 56 Z') +
    area(deep, 'M68 126 C68 96 76 80 88 80 C100 80 108 96 108 126 Z') +
    area(CREAM, 'M68 126 C68 96 76 80 88 80 C80 92 78 108 78 126 Z', 'opacity=".85"') +
    area(pale, 'M130 84 H158 Q162 84 162 88 V98 H126 V88 Q126 84 130 84 Z', 'opacity=".8"') +
    line(deep, 1, 'M144 84 V98 M126 91 H162') +
    line(pale, 1.5, 'M46 126 C46 84 58 58 78 56 M116 126 C116 90 120 66 124 57') +
    line(deep, 1, 'M18 126 H186'),
  tipi: ({ base, light, dark, deep }) =>
    guys('M50 92 L22 126 M150 92 L178 126') +
    line('#7b5c3e', 2.6, 'M100 40 L94 22 M100 40 L107 22 M100 40 L100 18') +
    area(base, 'M100 34 C112 64 140 104 168 112 L166 126 H34 L32 112 C60 104 88 64 100 34 Z') +
    area(light, 'M100 34 C88 64 60 104 32 112 L34 126 H74 C84 96 94 64 100 34 Z') +
    area(dark, 'M100 34 C112 64 140 104 168 112 L166 126 H128 C116 96 106 64 100 34 Z') +
    area(deep, 'M88 126 C90 104 95 86 100 74 C106 86 112 104 114 126 Z') +
    area(CREAM, 'M88 126 C90 104 95 86 100 74 L84 126 Z') +
    line(deep, 1.2, 'M32 112 C50 116 64 112 76 116 M168 112 C150 116 136 112 124 116'),
  tarp: ({ base, light, dark, deep }) =>
    line('#7b5c3e', 3, 'M44 126 V60 M158 126 V52') +
    guys('M44 60 L16 126 M158 52 L186 126 M78 96 L62 126 M138 92 L150 126') +
    area(light, 'M44 60 C80 66 122 62 158 52 L112 74 C92 80 70 78 44 60 Z') +
    area(base, 'M44 60 C74 78 94 80 112 74 L138 92 C116 88 94 90 78 96 C68 84 56 70 44 60 Z') +
    area(dark, 'M112 74 L158 52 C150 66 142 80 138 92 C130 88 120 80 112 74 Z') +
    line(deep, 1, 'M44 60 C74 78 94 80 112 74 L158 52 M112 74 L138 92') +
    area('#7b5c3e', 'M84 126 L96 114 L112 126 Z M92 126 L106 112 L120 126 Z') +
    area('#f2a541', 'M96 116 C92 106 102 104 100 94 C110 102 112 110 106 117 Z'),
  pegs: ({ base, light, deep }) =>
    each(
      [0, 22, 44, 66, 88],
      x =>
        `<g transform="translate(${x} 0) rotate(${x / 8 - 6} 60 90)">${
          line(METAL, 5, 'M60 60 V116') +
          line('#8e9694', 1.4, 'M61.5 62 V116') +
          area(METAL, 'M57.5 114 L60 126 L62.5 114 Z') +
          line(base, 6, 'M52 54 C54 44 66 44 68 54') +
          line(light, 1.6, 'M53 51 C55 45 62 44 65 47') +
          line(deep, 1.6, 'M68 54 L72 62')
        }</g>`,
    ),
};
