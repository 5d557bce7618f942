// lights.js - drawings of lamps, each with the light it gives.

import { area, box, CREAM, each, GLOW, line, METAL, oval, RUBBER, SHINE } from './pen.js';

/** @typedef {import('./colours.js').Shades} Shades */

const beam = (/** @type {string} */ d) => area(GLOW, d, 'opacity=".45"');

/** @type {Record<string, (shades: Shades) => string>} */
export const LIGHTS = {
  headtorch: ({ base, light, dark, deep }) =>
    beam('M78 70 L6 46 V110 L78 98 Z') +
    line(deep, 12, 'M112 60 C176 40 190 110 128 118') +
    line(base, 12, 'M112 58 C172 40 186 106 126 116') +
    line(light, 2, 'M120 53 C164 46 176 92 132 111', 'stroke-dasharray="5 4"') +
    line(dark, 10, 'M102 58 C120 30 160 34 172 66') +
    box(base, 76, 56, 50, 58, 14) +
    box(light, 76, 56, 16, 58, 8) +
    box(RUBBER, 70, 64, 18, 42, 8) +
    oval(GLOW, 74, 85, 6, 16) +
    oval('#ffffff', 73, 85, 3, 10) +
    box(deep, 98, 50, 16, 8, 3) +
    box('#c8402f', 104, 72, 9, 9, 4.5) +
    line(deep, 1.6, 'M98 94 H118 M98 101 H118'),
  lantern: ({ base, light, dark, deep }) =>
    oval(GLOW, 100, 80, 56, 48).replace('/>', ' opacity=".28"/>') +
    line(METAL, 3, 'M70 52 C70 14 130 14 130 52') +
    area(base, 'M72 52 C74 40 126 40 128 52 L134 60 H66 Z') +
    area(light, 'M72 52 C74 43 96 41 100 42 V60 H66 Z') +
    box(deep, 90, 32, 20, 10, 4) +
    area('#fff4cf', 'M70 60 H130 C136 74 136 94 130 106 H70 C64 94 64 74 70 60 Z', 'opacity=".92"') +
    area('#f2a541', 'M100 68 C90 82 90 96 100 100 C110 96 110 82 100 68 Z') +
    area('#fff7dc', 'M100 82 C96 88 96 95 100 98 C104 95 104 88 100 82 Z') +
    line(METAL, 2, 'M78 60 V106 M122 60 V106') +
    area(base, 'M66 104 H134 L138 120 Q138 126 130 126 H70 Q62 126 62 120 Z') +
    area(dark, 'M118 104 H134 L138 120 Q138 126 130 126 H122 Z') +
    oval(METAL, 100, 115, 6, 6),
  string: ({ base, dark, light }) =>
    line('#7b5c3e', 4, 'M20 126 V28 M180 126 V28') +
    line('#5b5f58', 1.8, 'M20 34 C60 84 80 84 100 70 C124 52 150 56 180 34') +
    each([0, 1, 2, 3, 4, 5, 6], at => {
      const x = 34 + at * 22;
      const y = [52, 67, 76, 74, 63, 56, 52][at];
      return `<g transform="translate(${x} ${y})">${oval(GLOW, 0, 17, 16).replace('/>', ' opacity=".32"/>') + box(RUBBER, -3, 0, 6, 7, 2) + area(at % 2 ? base : light, 'M-4 7 H4 C10 14 8 25 0 26 C-8 25 -10 14 -4 7 Z') + area(dark, 'M1 7 H4 C10 14 8 25 0 26 C5 20 5 13 1 7 Z', 'opacity=".5"') + oval('#fff7dc', -2, 16, 2, 4)}</g>`;
    }),
  torch: ({ base, light, dark, deep }) =>
    `<g transform="rotate(-14 100 92)">${beam('M52 74 L-10 44 V138 L52 110 Z') + box(base, 92, 80, 74, 24, 7) + box(light, 92, 80, 74, 8, 4) + area(dark, 'M92 80 L66 70 V114 L92 104 Z') + area(base, 'M92 80 L66 70 V88 L92 92 Z') + box(METAL, 54, 68, 14, 48, 5) + oval(SHINE, 56, 92, 5, 19) + oval('#fff7dc', 55, 92, 3, 12) + each([106, 114, 122, 130, 138], x => line(deep, 2, `M${x} 84 V102`)) + box(CREAM, 98, 84, 4, 9, 2) + box(deep, 160, 82, 12, 20, 5) + line(RUBBER, 2, 'M172 92 C184 92 186 104 178 110')}</g>`,
};
