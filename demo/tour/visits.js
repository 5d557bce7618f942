// visits.js - the stories that the tour tells: what the visitor does, and what is said meanwhile.

/** @typedef {import('./hand.js').Hand} Hand */
/**
 * @typedef {object} Told
 * @property {Hand} hand
 * @property {(sentence: string, more?: {to: string, name: string}) => Promise<void>} say with time to read it
 * @property {(sentence: string) => void} note while the visitor goes on
 * @property {boolean} roomy whether the inspector has a place beside the shop
 * @property {(signal: string) => Promise<unknown>} noticed waits until Koord said so
 * @property {() => Promise<void>} beAnother the next one is somebody whom Koord does not know
 * @property {(shown: boolean) => Promise<void>} inspect
 */

const CARD = 'koord-survey';
const TO_SESSIONS = { to: '../sessions/', name: 'See the stored visits' };

/** @param {Told} told @param {string} sentence */
async function checkOut({ hand, note }, sentence) {
  await hand.press('main a[href="checkout.html"]');
  await hand.arrives('checkout.html');
  note(sentence);
  await hand.write('#email', 'ada@example.com');
  await hand.write('#first-name', 'Ada');
  await hand.write('#last-name', 'Vos');
  await hand.press('#contact button');
  await hand.arrives('checkout-delivery.html');
  await hand.write('#street', 'Kade 1');
  await hand.write('#postcode', '8011 AB');
  await hand.write('#city', 'Zwolle');
  await hand.press('#delivery button');
  await hand.arrives('checkout-payment.html');
}

/** @param {Hand} hand @param {string} answer id of what the shop says to it */
async function tryCoupon(hand, answer) {
  await hand.press('.cart-link');
  await hand.arrives('cart.html');
  await hand.write('#coupon', 'WELCOME10');
  await hand.press('#coupon-form button');
  await hand.sees(answer);
}

/** @param {Hand} hand */
async function answerQuestion(hand) {
  await hand.press(`${CARD} >>> .point:nth-child(2)`);
  await hand.press(`${CARD} >>> .onward`);
  await hand.write(`${CARD} >>> textarea`, 'a hammock');
  await hand.press(`${CARD} >>> .onward`);
  await hand.sees(`${CARD} >>> .thanks`);
}

/** Everything goes wrong. @param {Told} told */
export async function unhappy(told) {
  const { hand, say, noticed } = told;
  await hand.open('index.html?fault=dead_pay,coupon_refused');
  await say('Ada looks for a hammock, and misspells it.');
  await hand.write('#search-field', 'hammok');
  await hand.enter('#search-field');
  await hand.arrives('search.html');
  await say('Nothing. Koord waits a moment, in case she tries again, and then it asks one question.');
  await noticed('zero_results');
  await hand.sees(CARD);
  await answerQuestion(hand);
  await say('She has said what she missed. She will not be asked again on this visit.');
  await hand.press('.shelves .cooking a');
  await hand.arrives('category.html');
  await hand.press('.tile a[href*="mug-steel"]');
  await hand.arrives('product.html');
  await hand.press('#product .primary');
  await hand.sees('#toast.shown');
  await say('A mug instead. The shop has promised her a discount.');
  await tryCoupon(hand, '#coupon-error');
  await noticed('coupon_failure');
  await say('Refused. Koord knows that a code failed, and never which code it was.');
  await checkOut(
    told,
    'What she types stays in the page. Koord learns which fields she fills in, and never with what.',
  );
  await say('Now the Pay button is dead. Watch what she does.');
  await hand.press('#pay', { times: 5, every_ms: 170 });
  await noticed('rage_click');
  await say(
    'Pressed in anger, and no answer came. Each finding says which presses it rests on.',
    TO_SESSIONS,
  );
}

/** The same length, and everything goes well. @param {Told} told */
export async function innocent(told) {
  const { hand, say } = told;
  await hand.open('index.html?fault=none');
  await say('The same way, in a shop that works. Nothing should go wrong.');
  await hand.write('#search-field', 'mug');
  await hand.enter('#search-field');
  await hand.arrives('search.html');
  await hand.press('#results a[href*="mug-steel"]');
  await hand.arrives('product.html');
  await say('Four quick presses on “+”: no anger, for the page answers every one of them.');
  await hand.press('#product .stepper button:last-child', { times: 4, every_ms: 190 });
  await hand.pause(1500);
  await hand.press('#product .primary');
  await hand.sees('#toast.shown');
  await tryCoupon(hand, '#coupon-answer .good');
  await say('The code is accepted, and the total falls.');
  await checkOut(told, 'Contact, delivery, payment: nobody is held up.');
  await say('And the button does what it says.');
  await hand.press('#pay');
  await hand.arrives('confirmation.html');
  await say('Bought, and nobody was bothered. What is noticed went well.', TO_SESSIONS);
}

/** @param {Told} told */
export async function guided(told) {
  const { hand, say, beAnother, inspect, roomy } = told;
  if (roomy) await inspect(true);
  await hand.open('index.html?fault=none');
  await say('A shop that sells nothing, with Koord in it: one script tag. This tour takes two minutes.');
  await say(
    roomy
      ? 'The inspector shows what Koord sees. It is for you: visitors never see it.'
      : 'On a wide screen the inspector would stand beside the shop. Here, what Koord notices is told below it.',
  );
  await unhappy(told);
  await hand.pause(2500);
  await beAnother();
  await inspect(false);
  await innocent(told);
}
