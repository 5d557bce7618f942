// People at ease: whatever they press answers in a way of its own, and nobody may call that friction.

/** @typedef {import('./scenario.mjs').Scenario} Scenario */

const FOUR = { times: 4, every_ms: 150 };

/** A row of pictures in a window of one, and the button that brings the next. @param {string} go @param {string} how */
const carousel = (
  go,
  how,
) => `<div class="window" style="${how}"><div class="track"><b>1</b><b>2</b><b>3</b><b>4</b>
  <b>5</b></div></div><button aria-label="Next slide" onclick="const t = previousElementSibling; ${go}">›</button>`;

/** Things that are made to be pressed often. @type {Scenario[]} */
export const OFTEN = [
  {
    name: 'stepper that only writes its field',
    html: `<button>−</button><input type="number" value="1" size="3"><button onclick="previousElementSibling.stepUp()">+</button>`,
    press: 'button:last-of-type',
    ...FOUR,
  },
  {
    name: 'stepper pressed as fast as it goes',
    html: `<button>-</button> <span>1</span> <button onclick="previousElementSibling.textContent++">+</button>`,
    press: 'button:last-of-type',
    times: 8,
    every_ms: 100,
  },
  {
    name: 'carousel that scrolls',
    html: carousel('t.scrollLeft += 60', 'overflow-x: scroll; scroll-behavior: smooth'),
    press: 'button',
    ...FOUR,
  },
  {
    name: 'carousel that slides',
    html: carousel(
      't.n = (t.n || 0) - 60; t.firstElementChild.style.translate = t.n + &quot;px&quot;',
      'overflow: hidden; --slide: .4s',
    ),
    press: 'button',
    ...FOUR,
  },
  {
    name: 'toggle flipped to and fro',
    html: `<button aria-pressed="false" onclick="setAttribute('aria-pressed', getAttribute('aria-pressed') === 'false')">Like</button>`,
    press: 'button',
    ...FOUR,
  },
  {
    name: 'mash made for it',
    html: `<button data-koord-repeat onclick="nextElementSibling.textContent += '|'">Pump</button><output></output>`,
    press: 'button',
    times: 8,
    every_ms: 100,
  },
  {
    name: 'button that a framework makes anew',
    html: `<div onclick="innerHTML = innerHTML.replace('.', '..')"><button>Add</button><i>.</i></div>`,
    press: 'button',
    ...FOUR,
  },
  {
    name: 'tab strip',
    html: `<div role="tablist"><button role="tab" aria-selected="true">One</button><button role="tab">Two</button><button
      role="tab">Three</button></div><p></p><script>{ const s = document.currentScript.parentElement;
      s.onclick = e => { if (e.target.role ?? e.target.getAttribute('role')) s.querySelector('p').textContent = e.target.textContent } }</script>`,
    presses: 4,
    act: async ({ press }) => {
      for (const nth of [2, 3, 1, 2]) await press(`button:nth-child(${nth})`);
    },
  },
  {
    name: 'date grid',
    html: `<button aria-label="Next month" onclick="nextElementSibling.textContent = 'May ' + (+new Date() % 1e6)">›</button><b>April</b>
      <table role="grid"><tr><td role="gridcell" tabindex="0" onclick="ariaSelected = 'true'; className = 'on'">1<td
      role="gridcell" tabindex="0" onclick="className = 'on'">2</table>`,
    presses: 4,
    act: async ({ press }) => {
      await press('button', { times: 3, every_ms: 150 });
      await press('td:last-child');
    },
  },
  {
    name: 'star rating',
    html: [1, 2, 3, 4]
      .map(n => `<label><input type="radio" name="stars" value="${n}" class="star"> ${n}</label>`)
      .join(''),
    presses: 3,
    act: async ({ press }) => {
      for (const nth of [2, 3, 4]) await press(`label:nth-of-type(${nth}) input`);
    },
  },
  {
    name: 'swatches',
    html: `<button class="swatch" onclick="className = 'swatch on'">Red</button><button
      class="swatch" onclick="className = 'swatch on'">Blue</button><button class="swatch" onclick="className = 'swatch on'">Green</button>`,
    presses: 3,
    act: async ({ press }) => {
      for (const nth of [1, 2, 3]) await press(`button:nth-of-type(${nth})`);
    },
  },
  {
    name: 'load more',
    html: `<ul></ul><button onclick="previousElementSibling.append(document.createElement('li'))">Show more</button>`,
    press: 'button',
    times: 3,
    every_ms: 250,
  },
  {
    name: 'the end of a carousel',
    html: `<button aria-label="Next slide" onclick="disabled = true">›</button>`,
    press: 'button',
    ...FOUR,
  },
];

/** Things that open, close, choose and go. @type {Scenario[]} */
export const ONCE = [
  {
    name: 'menu on mouse down',
    html: `<button onmousedown="nextElementSibling.hidden = false">Menu</button><ul hidden><li>One</ul>`,
    press: 'button',
  },
  {
    name: 'menu on pointer down, closed as the button comes up',
    html: `<button onpointerdown="nextElementSibling.hidden = false" onpointerup="nextElementSibling.hidden = true">Peek</button>
      <p hidden>Peep</p>`,
    press: 'button',
  },
  {
    name: 'menu of a checkbox and style sheets',
    html: `<style>#burger:not(:checked) ~ ul { display: none }</style><input type="checkbox" id="burger" style="display: none"><label
      for="burger">Menu</label><ul><li>One</ul>`,
    press: 'label',
  },
  {
    name: 'menu of an address and style sheets',
    html: `<style>#drawer:not(:target) { display: none }</style><a href="#drawer">Menu</a><ul id="drawer"><li>One</ul>`,
    press: 'a',
  },
  { name: 'details', html: `<details><summary>More</summary><p>Much more</details>`, press: 'summary' },
  {
    name: 'accordion that unfolds',
    html: `<style>.fold { max-height: 0; overflow: hidden; transition: max-height .3s } [aria-expanded=true] + .fold { max-height: 50px }</style>
      <button aria-expanded="false" onclick="setAttribute('aria-expanded', 'true')">Delivery</button><p class="fold">Tomorrow</p>`,
    press: 'button',
  },
  {
    name: 'dialog opened and closed by pressing beside it',
    html: `<button onclick="nextElementSibling.hidden = false">Size guide</button><div class="veil" hidden
      onclick="if (event.target === this) hidden = true"><p>Sizes</p></div>`,
    presses: 2,
    act: async ({ press }) => {
      await press('button');
      await press('.veil');
    },
  },
  {
    name: 'toast elsewhere',
    html: `<button onclick="document.querySelector('footer').append('Added. ')">Add</button>`,
    press: 'button',
  },
  {
    name: 'label of a checkbox',
    html: `<input type="checkbox" id="terms"><label for="terms">I have read the terms</label>`,
    press: 'label',
    times: 3,
    every_ms: 400,
  },
  {
    name: 'label of a text field',
    html: `<label for="remark">Remark</label><input id="remark">`,
    press: 'label',
  },
  {
    name: 'select',
    html: `<select><option>S<option>M<option>L</select>`,
    presses: 2,
    act: async ({ press, key }) => {
      await press('select');
      await key('Escape');
      await press('select');
      await key('Escape');
    },
  },
  {
    name: 'form that shows what is missing',
    html: `<form onsubmit="event.preventDefault()"><input required size="5"><button>Send</button></form>`,
    press: 'button',
    times: 2,
    every_ms: 600,
  },
  {
    name: 'form sent without leaving',
    html: `<form onsubmit="event.preventDefault(); this.hidden = true"><button>Subscribe</button></form>`,
    press: 'button',
  },
  {
    name: 'route of a single page shop',
    html: `<a href="/route" onclick="event.preventDefault(); history.pushState({}, '', '#!/route'); textContent = 'There'">Shoes</a>`,
    press: 'a',
  },
  {
    name: 'button in an open shadow root',
    html: `<x-box></x-box><script>document.currentScript.previousElementSibling.attachShadow({ mode: 'open' }).innerHTML =
      '<button onclick="nextElementSibling.textContent = 1">Inside</button><i></i>'</script>`,
    press: 'x-box >>> button',
  },
  {
    name: 'button that answers outside its shadow root',
    html: `<x-box></x-box><i></i><script>document.currentScript.parentElement.querySelector('x-box').attachShadow({ mode: 'open' })
      .innerHTML = '<button onclick="this.getRootNode().host.nextElementSibling.textContent = 1">Inside</button>'</script>`,
    press: 'x-box >>> button',
  },
  {
    name: 'third-party script that complains',
    html: `<button onclick="console.error('ad slot missing'); nextElementSibling.textContent = 'ok'">Add</button><i></i>`,
    press: 'button',
  },
  {
    name: 'double press out of impatience',
    html: `<button onclick="setTimeout(() => { nextElementSibling.textContent = 'done' }, 600)">Buy</button><i></i>`,
    press: 'button',
    times: 2,
    every_ms: 200,
    rest_ms: 600,
  },
  {
    name: 'Enter again and again',
    html: `<button onclick="nextElementSibling.textContent += '|'">Step</button><i></i>`,
    presses: 4,
    act: async ({ focus, key }) => {
      await focus('button');
      for (let n = 0; n < 4; n++) await key('Enter');
    },
  },
];

/** Presses that are none of our business. @type {Scenario[]} */
export const NOBODYS = [
  {
    name: 'three clicks select a paragraph',
    html: `<p>Woven of organic cotton by people we know.</p>`,
    press: 'p',
    times: 3,
    every_ms: 90,
  },
  { name: 'three clicks in a field', html: `<input value="Zwolle">`, press: 'input', times: 3, every_ms: 90 },
  { name: 'a word that is read and pressed', html: `<p>Free delivery</p>`, press: 'p' },
  {
    name: 'editable text',
    html: `<div contenteditable="true" tabindex="0">Dear Ada</div>`,
    press: 'div',
    ...FOUR,
  },
  { name: 'game on a canvas', html: `<canvas width="90" height="40"></canvas>`, press: 'canvas', ...FOUR },
  { name: 'video', html: `<video controls width="120" height="60"></video>`, press: 'video', ...FOUR },
  {
    name: 'frame of another site',
    html: `<iframe sandbox srcdoc="<button>Pay</button>" width="120" height="50"></iframe>`,
    press: 'iframe',
    times: 3,
    every_ms: 150,
  },
  {
    name: 'data-koord-ignore',
    html: `<div data-koord-ignore><button>Dead and meant to be</button></div>`,
    press: 'button',
    ...FOUR,
  },
  {
    name: 'right button',
    html: `<button oncontextmenu="event.preventDefault()">Nothing</button>`,
    presses: 0,
    act: ({ press }) => press('button', { times: 3, every_ms: 200, button: 2 }),
    not: { webkit: 'its driver presses the right button and lets go of the left one' },
  },
  {
    name: 'modifier held',
    html: `<button>Nothing</button>`,
    presses: 0,
    act: ({ press }) => press('button', { times: 3, every_ms: 200, modifier: 'Shift' }),
  },
  {
    name: 'drag',
    html: `<div tabindex="0" style="cursor: pointer; width: 60px">Drag</div>`,
    presses: 0,
    act: ({ drag }) => drag('div', 60, 20),
  },
  {
    name: 'slider dragged',
    html: `<input type="range" min="0" max="9" value="2">`,
    act: ({ drag }) => drag('input', 40, 0),
  },
];
