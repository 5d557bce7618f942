// requests.js - the shop's server, imitated: each answer is a small file under api/. As with many real shops,
// a refusal is an answer like any other (HTTP 200) with an `error` inside.

/**
 * @typedef {object} Answer
 * @property {string} [error]
 * @property {number} [percent] of a coupon
 * @property {{en: string, nl: string}[]} [phrases] that others searched for
 */

/** @typedef {'cart' | 'coupon-accepted' | 'coupon-refused' | 'login' | 'order-placed' | 'order-declined' | 'order-sold-out' | 'suggest'} Question */

/** @param {Question} name @returns {Promise<Answer>} */
export async function request(name) {
  const response = await fetch(`api/${name}.json`, { cache: 'no-store' });
  if (!response.ok) throw new Error(`api/${name}.json answered ${response.status}`);
  return response.json();
}
