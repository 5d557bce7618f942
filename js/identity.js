// identity.js - who a visitor is: an id made of a secret that only this browser has, so that only it can have the visitor
// erased (docs/wire.md). The id is told with every batch, the secret to nobody but for that.
import { drawName, hexOf, uuidOf } from './random.js';
import { createShelf } from './shelf.js';

/** Of 36 letters each: 124 bits. */
const LETTERS = 24;

/** @typedef {{visitor: string, secret: string}} Identity */

/** @param {string} secret @returns {Promise<string>} UUIDv8 */
export async function visitorOf(secret) {
  const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  return uuidOf(hexOf(new Uint8Array(sum, 0, 16)), 8);
}

/** @returns {Promise<Identity | undefined>} nothing where a page may not hash: the id is a random one then */
export async function drawIdentity() {
  const secret = drawName(LETTERS);
  try {
    return { visitor: await visitorOf(secret), secret };
  } catch {
    return undefined;
  }
}

/** The visitor is to be erased where the batches went. What must be known for that is kept until the collector has done it.
 * @param {string} secret '' where none is known here, but an earlier page may not have been heard
 * @param {(secret: string) => Promise<number>} ask gives the status of the answer, 0 where there is none */
export async function erase(secret, ask) {
  const shelf = createShelf('localStorage', 'koord.erase');
  if (secret) shelf.write(secret);
  const kept = shelf.read();
  const status = kept && (await ask(kept));
  if (status === 204 || status === 400) shelf.clear();
}
