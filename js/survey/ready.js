// ready.js - the eight surveys that a shop need not write, three about searching and five about buying, in English and
// Dutch. By the format of docs/surveys.md: the core decides when each may ask, as for a shop's own.

/** @param {string} en @param {string} nl */
const both = (en, nl) => ({ en, nl });

const THANKS = both(
  'Thank you. Your answer helps us to make this shop better.',
  'Dank u wel. Met uw antwoord verbeteren wij deze winkel.',
);

/** The search found nothing at all. */
const searchEffort = {
  id: 'search_effort',
  about: 'A search without results: how hard it was, and what should have been found',
  trigger: { on: 'zero_results' },
  priority: 50,
  questions: [
    {
      id: 'effort',
      type: 'ces',
      required: true,
      text: both(
        'How easy was it to find what you were looking for?',
        'Hoe gemakkelijk was het om te vinden wat u zocht?',
      ),
      low: both('Very difficult', 'Zeer moeilijk'),
      high: both('Very easy', 'Zeer gemakkelijk'),
    },
    {
      id: 'wanted',
      type: 'text',
      text: both('What were you looking for?', 'Waar was u naar op zoek?'),
    },
  ],
  thanks: THANKS,
};

/** The same thing in other words, again and again. */
const searchRefined = {
  id: 'search_refined',
  about: 'The same thing searched for in other words, again and again: what is in the way',
  trigger: { on: 'reformulation_chain' },
  priority: 55,
  questions: [
    {
      id: 'obstacle',
      type: 'single',
      required: true,
      shuffle: true,
      other: true,
      text: both(
        'What makes it hard to find what you want?',
        'Waardoor is het lastig te vinden wat u zoekt?',
      ),
      choices: [
        { id: 'wrong', text: both('The results do not fit', 'De resultaten passen niet') },
        { id: 'many', text: both('There are too many results', 'Er zijn te veel resultaten') },
        { id: 'few', text: both('There are too few results', 'Er zijn te weinig resultaten') },
        { id: 'name', text: both('I do not know what it is called', 'Ik weet niet hoe het heet') },
      ],
    },
    {
      id: 'wanted',
      type: 'text',
      text: both('In your own words: what are you looking for?', 'In uw eigen woorden: wat zoekt u?'),
    },
  ],
  thanks: THANKS,
};

/** Searched, found, and into the cart within a minute. */
const searchWell = {
  id: 'search_well',
  about: 'A search that went well: how it felt, and what did it',
  trigger: { on: 'quick_find', delay_ms: 2000, cancel_on: 'checkout' },
  sample_percent: 10,
  priority: 20,
  questions: [
    {
      id: 'mood',
      type: 'emoji',
      required: true,
      text: both('How was searching in our shop?', 'Hoe was het zoeken in onze winkel?'),
      low: both('Very bad', 'Heel slecht'),
      high: both('Very good', 'Heel goed'),
      next: [{ when: [{ at_least: 4 }], go_to: 'helped' }],
    },
    {
      id: 'missing',
      type: 'text',
      text: both('What could be better?', 'Wat kan er beter?'),
      next: [{ go_to: 'end' }],
    },
    {
      id: 'helped',
      type: 'multiple',
      shuffle: true,
      other: true,
      text: both('What helped you to find it?', 'Wat hielp u om het te vinden?'),
      help: both('Choose all that apply.', 'Kies alles wat van toepassing is.'),
      choices: [
        { id: 'suggestions', text: both('The suggestions while I typed', 'De suggesties tijdens het typen') },
        { id: 'filters', text: both('The filters', 'De filters') },
        { id: 'order', text: both('The order of the results', 'De volgorde van de resultaten') },
        { id: 'pictures', text: both('The pictures', 'De foto’s') },
      ],
    },
  ],
  thanks: THANKS,
};

/** About to leave with something in the cart. */
const cartLeft = {
  id: 'cart_left',
  about: 'About to leave with something in the cart: what holds the visitor back',
  trigger: { on: 'exit' },
  only_if: [
    { fact: 'place', is: 'cart' },
    { fact: 'total_cents', at_least: 1 },
  ],
  priority: 40,
  questions: [
    {
      id: 'reason',
      type: 'single',
      required: true,
      shuffle: true,
      other: true,
      text: both('What keeps you from ordering today?', 'Waarom bestelt u vandaag nog niet?'),
      choices: [
        { id: 'looking', text: both('I am only looking around', 'Ik kijk alleen rond') },
        { id: 'price', text: both('The price', 'De prijs') },
        {
          id: 'delivery',
          text: both('Delivery: how long, or how much', 'De bezorging: hoe lang, of hoe duur'),
        },
        {
          id: 'unsure',
          text: both('I am not sure that it is the right one', 'Ik weet niet of het de juiste is'),
        },
        { id: 'payment', text: both('My way of paying is not there', 'Mijn betaalwijze ontbreekt') },
      ],
      next: [{ when: [{ is: 'unsure' }], go_to: 'question' }, { go_to: 'end' }],
    },
    {
      id: 'question',
      type: 'text',
      text: both('What would you like to know first?', 'Wat wilt u eerst nog weten?'),
    },
  ],
  thanks: THANKS,
};

/** A code that the shop would not have. */
const couponRefused = {
  id: 'coupon_refused',
  about: 'A coupon that was refused: whether it should have worked, and where it came from',
  trigger: {
    on: 'coupon_failure',
    where: [{ fact: 'variant', is_not: 'bot' }],
    delay_ms: 3000,
    cancel_on: 'purchase',
  },
  priority: 60,
  questions: [
    {
      id: 'valid',
      type: 'thumbs',
      required: true,
      text: both('Should your code have worked?', 'Had uw code moeten werken?'),
      next: [{ when: [{ is: 0 }], go_to: 'end' }],
    },
    {
      id: 'source',
      type: 'single',
      other: true,
      text: both('Where did you get the code?', 'Waar hebt u de code vandaan?'),
      choices: [
        { id: 'mail', text: both('From an e-mail of this shop', 'Uit een e-mail van deze winkel') },
        { id: 'site', text: both('From a page with coupons', 'Van een pagina met kortingscodes') },
        { id: 'person', text: both('From somebody I know', 'Van iemand die ik ken') },
        { id: 'paper', text: both('From a letter or a parcel', 'Uit een brief of een pakje') },
      ],
    },
  ],
  thanks: THANKS,
};

/** The payment did not work. */
const paymentFailed = {
  id: 'payment_failed',
  about: 'A payment that did not work: whether that is so, and what happened',
  trigger: { on: 'payment_failure', delay_ms: 3000, cancel_on: 'purchase' },
  priority: 70,
  questions: [
    {
      id: 'failed',
      type: 'thumbs',
      required: true,
      judges: true,
      text: both('Did something not work while you were paying?', 'Werkte er iets niet bij het betalen?'),
      next: [{ when: [{ is: 0 }], go_to: 'end' }],
    },
    {
      id: 'what',
      type: 'single',
      shuffle: true,
      other: true,
      text: both('What happened?', 'Wat gebeurde er?'),
      choices: [
        { id: 'declined', text: both('My payment was declined', 'Mijn betaling werd geweigerd') },
        {
          id: 'stuck',
          text: both('The page hung or showed an error', 'De pagina bleef hangen of gaf een fout'),
        },
        {
          id: 'confirm',
          text: both('Confirming with my bank failed', 'Bevestigen bij mijn bank lukte niet'),
        },
        { id: 'changed', text: both('I chose to stop', 'Ik koos ervoor te stoppen') },
      ],
    },
    {
      id: 'safe',
      type: 'information',
      text: both('Your cart is still here', 'Uw winkelwagen staat er nog'),
      help: both(
        'You can try again, or choose another way of paying.',
        'U kunt het opnieuw proberen, of een andere betaalwijze kiezen.',
      ),
    },
  ],
  thanks: THANKS,
};

/** Ordered quickly and without trouble. */
const checkoutSmooth = {
  id: 'checkout_smooth',
  about: 'An order that went smoothly: whether the visitor recommends the shop',
  trigger: { on: 'smooth_checkout', delay_ms: 2000 },
  limits: { every_days: 90, answered_days: 180 },
  sample_percent: 50,
  priority: 30,
  questions: [
    {
      id: 'recommend',
      type: 'nps',
      required: true,
      text: both(
        'How likely are you to recommend us to a friend?',
        'Hoe waarschijnlijk is het dat u ons aan een vriend aanbeveelt?',
      ),
      low: both('Very unlikely', 'Zeer onwaarschijnlijk'),
      high: both('Very likely', 'Zeer waarschijnlijk'),
      next: [{ when: [{ at_least: 9 }], go_to: 'liked' }],
    },
    {
      id: 'better',
      type: 'text',
      text: both('What would make it better?', 'Wat zou het beter maken?'),
      next: [{ go_to: 'end' }],
    },
    { id: 'liked', type: 'text', text: both('What did you like most?', 'Wat beviel u het meest?') },
  ],
  thanks: both('Thank you, and enjoy your order.', 'Dank u wel, en veel plezier met uw bestelling.'),
};

/** Something went wrong on the way, and the order was placed all the same. */
const checkoutRecovered = {
  id: 'checkout_recovered',
  about: 'An order placed after trouble on the way: how hard it was, and what helped',
  trigger: { on: 'recovery', delay_ms: 2000 },
  only_if: [{ fact: 'place', is: 'confirmation' }],
  priority: 45,
  questions: [
    {
      id: 'effort',
      type: 'ces',
      scale: 5,
      required: true,
      text: both('How easy was it to place your order?', 'Hoe gemakkelijk was het om te bestellen?'),
      low: both('Very difficult', 'Zeer moeilijk'),
      high: both('Very easy', 'Zeer gemakkelijk'),
    },
    {
      id: 'helped',
      type: 'single',
      shuffle: true,
      other: true,
      text: both('What helped you in the end?', 'Wat hielp u uiteindelijk?'),
      choices: [
        { id: 'message', text: both('The message said what to do', 'De melding zei wat ik moest doen') },
        { id: 'again', text: both('I tried again', 'Ik probeerde het opnieuw') },
        { id: 'other_way', text: both('I chose another way', 'Ik koos een andere manier') },
        { id: 'help', text: both('I asked for help', 'Ik vroeg om hulp') },
      ],
    },
  ],
  thanks: both('Thank you, and enjoy your order.', 'Dank u wel, en veel plezier met uw bestelling.'),
};

/** A file of surveys, as a shop would write it. */
export const READY = {
  version: 1,
  surveys: [
    searchEffort,
    searchRefined,
    searchWell,
    cartLeft,
    couponRefused,
    paymentFailed,
    checkoutSmooth,
    checkoutRecovered,
  ],
};
