// pen.js - what all drawings are made with. They stand on the line y = 126 of a field of 200 by 150.

/** What is the same colour on every product. */
export const METAL = '#b9bfbd';
export const SHINE = '#e9ecea';
export const RUBBER = '#3b3f3d';
export const CREAM = '#f4ead6';
export const GLOW = '#ffdf8a';

/** An area. @param {string} fill @param {string} d @param {string} [more] attributes */
export const area = (fill, d, more = '') => `<path fill="${fill}" d="${d}" ${more}/>`;

/** A line with round ends. @param {string} colour @param {number} width @param {string} d @param {string} [more] attributes */
export const line = (colour, width, d, more = '') =>
  `<path fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" d="${d}" ${more}/>`;

/** @param {string} fill @param {number} x @param {number} y @param {number} rx @param {number} [ry] */
export const oval = (fill, x, y, rx, ry = rx) =>
  `<ellipse fill="${fill}" cx="${x}" cy="${y}" rx="${rx}" ry="${ry}"/>`;

/** @param {string} fill @param {number} x @param {number} y @param {number} width @param {number} height @param {number} [round] */
export const box = (fill, x, y, width, height, round = 0) =>
  `<rect fill="${fill}" x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}"/>`;

/** The same thing in a row. @param {number[]} places @param {(place: number) => string} draw */
export const each = (places, draw) => places.map(draw).join('');
