// What WooCommerce says: the classic pages by jQuery events that never reach the document, Blocks by DOM events and by the
// hooks of WordPress. The entry of dist/koord.woo.js.

/** @typedef {import('../shop/adapters.js').Kit} Kit */

const shop = () => /** @type {any} */ (window);

/** The event says that a code was sent, and not what became of it. */
const REFUSED = '#coupon_code[aria-invalid=true],.coupon-error-notice,.woocommerce-error,.is-error';
/** WooCommerce puts its notice up first and says so next. */
const NOTICE_MS = 50;

const HOOKS = 'experimental__woocommerce_blocks-';

/** Whoever saw the code being typed knows which one it was. @param {Kit} kit */
const sayCoupon = kit => () =>
  kit.page.later(NOTICE_MS, () => {
    const phase = document.querySelector(REFUSED) ? 'refused' : 'accepted';
    kit.page.tell('coupon_answer', { phase }, kit.page.now());
    kit.say('coupon', { phase });
  });

/** @param {Kit} kit @param {string} phase */
const sayCart = (kit, phase) => () => kit.say('cart', { phase, key: kit.thing() });

/** @param {Kit} kit @param {string} kind @param {import('../page.js').Facts} facts */
const sayStep = (kit, kind, facts) => () => kit.say(kind, facts);

/** @param {Kit} kit */
function hearClassic(kit) {
  const $ = shop().jQuery;
  if (!$?.fn?.on) return;
  /** @param {any} owner @param {string} names @param {() => void} run */
  const on = (owner, names, run) => {
    const guarded = kit.page.guard(run);
    $(owner).on(names, guarded);
    kit.page.observe(() => $(owner).off(names, guarded));
  };
  on(document.body, 'added_to_cart', sayCart(kit, 'added'));
  on(document.body, 'removed_from_cart', sayCart(kit, 'removed'));
  on(document.body, 'applied_coupon applied_coupon_in_checkout', sayCoupon(kit));
  on(document.body, 'init_checkout', sayStep(kit, 'checkout', { step: 'start' }));
  // Triggered without bubbling, so at the form itself.
  on('form.checkout', 'checkout_place_order', () => kit.say('payment', { phase: 'started' }));
}

/** These are made by scripts, and page.on hears only of what people do. @param {Kit} kit */
function hearBlocks(kit) {
  /** @param {string} name @param {() => void} run */
  const on = (name, run) => {
    const guarded = kit.page.guard(run);
    document.body.addEventListener(name, guarded);
    kit.page.observe(() => document.body.removeEventListener(name, guarded));
  };
  on('wc-blocks_added_to_cart', sayCart(kit, 'added'));
  on('wc-blocks_removed_from_cart', sayCart(kit, 'removed'));
}

/** @param {Kit} kit */
function hearHooks(kit) {
  const hooks = shop().wp?.hooks;
  if (!hooks?.addAction) return;
  /** @param {string} name @param {(facts: any) => void} run */
  const on = (name, run) => {
    hooks.addAction(HOOKS + name, 'koord', kit.page.guard(run));
    kit.page.observe(() => hooks.removeAction(HOOKS + name, 'koord'));
  };
  on('product-search', ({ searchTerm }) => kit.search(searchTerm));
  on('checkout-render-checkout-form', sayStep(kit, 'checkout', { step: 'start' }));
  on('checkout-set-active-payment-method', sayStep(kit, 'checkout', { step: 'payment' }));
}

/** @param {Kit} kit */
export function speak(kit) {
  for (const hear of [hearClassic, hearBlocks, hearHooks]) kit.page.guard(hear)(kit);
}
