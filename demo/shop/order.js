// order.js - what the visitor has told on the way through the checkout, for this tab only.

import { recall, remember } from './storage.js';

const NAME = 'shop_order';

/** @returns {Record<string, string>} */
export const readOrder = () => recall('sessionStorage', NAME, {});

/** @param {Record<string, string>} facts */
export const addToOrder = facts => remember('sessionStorage', NAME, { ...readOrder(), ...facts });
