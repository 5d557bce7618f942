// People who are let down: nothing answers them, whatever else moves on the page.

/** @typedef {import('./scenario.mjs').Scenario} Scenario */

const DEAD = ['dead_click.dead'];
const RAGE = ['rage_click.rage'];
const THREE = { times: 3, every_ms: 180 };
/** Before the next: no person is as fast as to rage at three things in one second. */
const BURST = { ...THREE, rest_ms: 1100 };

/** @type {Scenario[]} */
export const DEADLY = [
  { name: 'dead button', html: `<button>Nothing</button>`, press: 'button', verdict: DEAD },
  {
    name: 'dead thing with a hand for a cursor',
    html: `<div style="cursor: pointer; width: 60px">Nothing</div>`,
    press: 'div',
    verdict: DEAD,
  },
  { name: 'dead link', html: `<a href="#">Nothing</a>`, press: 'a', verdict: DEAD },
  {
    name: 'dead button that only looks pressed',
    html: `<style>.lively { transition: all .2s } .lively:hover { color: red } .lively:active { translate: 0 2px }</style>
      <button class="lively"><span class="lively">Nothing</span></button>`,
    press: 'button',
    verdict: DEAD,
  },
  {
    name: 'dead button in an open shadow root',
    html: `<x-box></x-box><script>document.currentScript.previousElementSibling.attachShadow({ mode: 'open' }).innerHTML =
      '<button>Inside</button>'</script>`,
    press: 'x-box >>> button',
    verdict: DEAD,
  },
  {
    name: 'dead button in a frame of the shop',
    html: `<iframe srcdoc="<body style='margin:0'><section id='framed'><button style='width:100px;height:40px'>Framed</button></section>" width="120" height="50"></iframe>`,
    within: 'framed',
    press: 'iframe',
    verdict: DEAD,
  },
  {
    name: 'request that fails in silence',
    html: `<button onclick="fetch(failing()).catch(() => {})">Add</button>`,
    press: 'button',
    verdict: ['failed_action.failed'],
  },
  {
    name: 'dead button pressed by key',
    html: `<button>Nothing</button>`,
    presses: 3,
    act: async ({ focus, key }) => {
      await focus('button');
      for (let n = 0; n < 3; n++) await key('Enter');
    },
    verdict: DEAD,
  },
  {
    name: 'dead button that a framework makes anew, the same',
    html: `<div onclick="innerHTML = innerHTML"><button>Nothing</button></div>`,
    press: 'button',
    verdict: DEAD,
  },
  {
    name: 'dead button, and a class that is set to what it is',
    html: `<button class="a" onclick="className = 'a'; parentElement.style.color = ''">Nothing</button>`,
    press: 'button',
    verdict: DEAD,
  },
];

/** Something is said at once: the press need not be waited for. @type {Scenario[]} */
export const FAILING = [
  {
    name: 'script of the shop that fails',
    html: `<button onclick="nextElementSibling.textContent = 'half'; undefinedThing()">Add</button><i></i>`,
    press: 'button',
    verdict: ['error_click.error'],
  },
];

/** @type {Scenario[]} */
export const RAGING = [
  { name: 'rage on a dead button', html: `<button>Pay</button>`, press: 'button', ...BURST, verdict: RAGE },
  {
    name: 'rage on a button that is made anew, the same',
    html: `<div onclick="innerHTML = innerHTML"><button>Pay</button></div>`,
    press: 'button',
    ...BURST,
    verdict: RAGE,
  },
  {
    name: 'rage on a stepper that does not step',
    html: `<button aria-label="Increase">+</button>`,
    press: 'button',
    ...BURST,
    verdict: RAGE,
  },
  {
    name: 'rage on a dead thing with a hand for a cursor',
    html: `<div style="cursor: pointer; width: 60px">Choose this one</div>`,
    press: 'div',
    ...BURST,
    verdict: RAGE,
  },
  {
    name: 'rage by finger',
    html: `<button>Pay</button>`,
    presses: 3,
    act: ({ tap }) => tap('button', THREE),
    verdict: RAGE,
    not: { webkit: 'its driver has no fingers' },
  },
];

/** Something on the page changes all by itself. @type {Scenario[]} */
export const TICKING = [
  {
    name: 'countdown, and a dead button',
    html: `<i class="clock"></i><button>Nothing</button>`,
    press: 'button',
    verdict: DEAD,
  },
  {
    name: 'countdown, and rage',
    html: `<i class="clock"></i><button>Pay</button>`,
    press: 'button',
    ...THREE,
    verdict: RAGE,
  },
  {
    name: 'chat that is always writing, and a dead button',
    html: `<i class="chat"></i><button>Nothing</button>`,
    press: 'button',
    verdict: DEAD,
  },
  {
    name: 'countdown, and a button that answers',
    html: `<i class="clock"></i><button onclick="nextElementSibling.hidden = false">Open</button><p hidden>Opened</p>`,
    press: 'button',
  },
  {
    name: 'request that nobody answers',
    html: `<button onclick="slow(60000)">Order</button>`,
    press: 'button',
    verdict: DEAD,
  },
];

/** Said late, when it is certain that the page did answer. @type {Scenario[]} */
export const MASHING = [
  {
    name: 'mash on what is not made for it, although it answers',
    html: `<button onclick="nextElementSibling.textContent += '|'">Save</button><i></i>`,
    press: 'button',
    times: 8,
    every_ms: 110,
    verdict: ['rage_click.mash'],
  },
];

/** Presses of which no browser makes a click, or only one that says nothing. @type {Scenario[]} */
export const BLOCKED = [
  {
    name: 'order button that is disabled',
    html: `<button class="primary" disabled><b>Place order</b></button>`,
    press: 'b',
    ...THREE,
    tells: { kind: 'click', traits: ['disabled', 'primary'] },
    verdict: ['blocked_click.blocked'],
  },
  {
    name: 'order button that says so in ARIA only',
    html: `<div class="primary" role="button" aria-disabled="true" tabindex="0">Place order</div>`,
    press: 'div',
    ...THREE,
    tells: { kind: 'click', traits: ['disabled', 'primary'] },
    verdict: ['blocked_click.blocked'],
  },
  {
    name: 'order button that lets presses through',
    html: `<div><button class="primary" style="pointer-events: none; opacity: .5">Place order</button></div>`,
    press: 'button',
    ...THREE,
    tells: { kind: 'click', traits: ['disabled', 'primary'] },
    verdict: ['blocked_click.blocked'],
  },
  {
    name: 'size that is sold out',
    html: `<button class="size" disabled>XL</button>`,
    press: 'button',
    ...THREE,
    tells: { kind: 'click', traits: ['disabled', 'option'] },
    verdict: ['blocked_click.option_blocked'],
  },
  {
    name: 'order button that greys itself out while the shop works',
    html: `<button class="primary" onclick="disabled = true; nextElementSibling.hidden = false">Order</button><i hidden>One moment</i>`,
    press: 'button',
    ...THREE,
  },
];

/** One finger, over what is made to be swiped. @type {Scenario[]} */
export const SWIPED = [
  {
    name: 'carousel that follows the finger',
    html: `<div id="following" class="carousel" style="overflow-x: scroll; width: 120px"><p style="width: 900px">1 2 3 4 5 6</p></div>`,
    within: 'following',
    act: ({ swipe }) => swipe('.carousel', -60, 0),
    tells: { kind: 'swipe', moved: 1 },
    not: { webkit: 'its driver has no fingers', firefox: 'the fingers of its driver scroll nothing' },
  },
  {
    name: 'carousel that does not',
    html: `<div id="unmoved" class="carousel" style="width: 120px; height: 40px; background: #ccd"></div>`,
    within: 'unmoved',
    act: ({ swipe }) => swipe('.carousel', -60, 0),
    tells: { kind: 'swipe', moved: 0 },
    verdict: ['dead_swipe.dead'],
    not: { webkit: 'its driver has no fingers' },
  },
];
