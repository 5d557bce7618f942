// home.js - the home page: the offer with its clock, and a few products.

import { findProduct } from '../catalogue.js';
import { byId } from '../dom.js';
import { fault } from '../faults.js';
import { frame } from '../frame.js';
import { tiles } from '../tiles.js';

const CHOSEN = ['lark-2', 'head-torch', 'mug-steel', 'boot-high', 'down-5', 'pack-22', 'lantern', 'mat-air'];
const SECOND_MS = 1000;

/** @param {number} number */
const twoDigits = number => String(number).padStart(2, '0');

/** Hours, minutes and seconds until midnight. */
function untilMidnight() {
  const midnight = new Date().setHours(24, 0, 0, 0);
  const seconds = Math.floor((midnight - Date.now()) / SECOND_MS);
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map(part => twoDigits(Math.floor(part)))
    .join(':');
}

function tick() {
  byId('countdown').textContent = untilMidnight();
}

frame();
byId('chosen').append(
  tiles(
    CHOSEN.map(findProduct).filter(product => product !== undefined),
    'h3',
  ),
);
if (fault('broken_link')) byId('offer-link').setAttribute('href', 'summer-offer.html');
tick();
setInterval(tick, SECOND_MS);
