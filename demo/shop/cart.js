// cart.js - the cart of this browser and what it costs. All amounts in cents.

import { findProduct } from './catalogue.js';
import { recall, remember } from './storage.js';

/**
 * @typedef {object} Line
 * @property {string} id of the product
 * @property {string} size or nothing
 * @property {string} colour
 * @property {number} quantity
 *
 * @typedef {object} Cart
 * @property {Line[]} lines
 * @property {{code: string, percent: number} | null} coupon
 *
 * @typedef {object} Totals
 * @property {number} goods_cents
 * @property {number} discount_cents
 * @property {number} delivery_cents
 * @property {number} total_cents
 */

export const DELIVERY_CENTS = { standard: 495, express: 995 };
export const FREE_DELIVERY_FROM_CENTS = 7500;
export const QUANTITY_MOST = 20;
const NAME = 'shop_cart';

/** @returns {Cart} */
export function readCart() {
  const { lines, coupon } = recall('localStorage', NAME, /** @type {Cart} */ ({ lines: [], coupon: null }));
  return { lines: lines.filter(line => findProduct(line.id)), coupon };
}

/** @param {Cart} cart */
const writeCart = cart => remember('localStorage', NAME, cart);

export const emptyCart = () => remember('localStorage', NAME, null);

/** @param {Line} a @param {Line} b whether they are the same thing, in whatever quantity */
const same = (a, b) => a.id === b.id && a.size === b.size && a.colour === b.colour;

/** @param {Line} line @param {number} [at] its place among the others, the last where nothing is said */
export function addToCart(line, at) {
  const cart = readCart();
  const there = cart.lines.find(one => same(one, line));
  if (there) there.quantity = Math.min(QUANTITY_MOST, there.quantity + line.quantity);
  else cart.lines.splice(at ?? cart.lines.length, 0, line);
  writeCart(cart);
}

/**
 * @param {Line} which
 * @param {number} quantity 0 takes the line out
 * @returns {number} the quantity that it has now
 */
export function setQuantity(which, quantity) {
  const cart = readCart();
  const line = cart.lines.find(one => same(one, which));
  if (!line) return 0;
  line.quantity = Math.min(QUANTITY_MOST, Math.max(0, Math.trunc(quantity) || 0));
  cart.lines = cart.lines.filter(one => one.quantity > 0);
  writeCart(cart);
  return line.quantity;
}

/** @param {Cart['coupon']} coupon */
export const setCoupon = coupon => writeCart({ ...readCart(), coupon });

export const itemsIn = (cart = readCart()) => cart.lines.reduce((sum, line) => sum + line.quantity, 0);

/** @param {Line} line */
export const lineCents = line => (findProduct(line.id)?.price_cents ?? 0) * line.quantity;

/**
 * @param {Cart} cart
 * @param {string} [delivery]
 * @returns {Totals}
 */
export function totalsOf(cart, delivery = 'standard') {
  const goods_cents = cart.lines.reduce((sum, line) => sum + lineCents(line), 0);
  const discount_cents = Math.round((goods_cents * (cart.coupon?.percent ?? 0)) / 100);
  const paid_cents = goods_cents - discount_cents;
  const free = paid_cents >= FREE_DELIVERY_FROM_CENTS || paid_cents === 0;
  const standard_cents = free ? 0 : DELIVERY_CENTS.standard;
  const delivery_cents = delivery === 'express' ? DELIVERY_CENTS.express : standard_cents;
  return { goods_cents, discount_cents, delivery_cents, total_cents: paid_cents + delivery_cents };
}
