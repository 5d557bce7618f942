// products.js - what the shop sells. Prices in cents of a euro, VAT included; `words` are found by the search
// besides the names.

/**
 * @typedef {object} Product
 * @property {string} id
 * @property {string} category one of CATEGORIES
 * @property {{en: string, nl: string}} name
 * @property {{en: string, nl: string}} about
 * @property {number} price_cents
 * @property {number} hue of its picture, 0 to 359
 * @property {string} [words]
 * @property {string[]} [sizes]
 */

export const CATEGORIES = {
  tents: { en: 'Tents', nl: 'Tenten' },
  sleeping: { en: 'Sleeping', nl: 'Slapen' },
  cooking: { en: 'Cooking', nl: 'Koken' },
  packs: { en: 'Backpacks', nl: 'Rugzakken' },
  shoes: { en: 'Shoes', nl: 'Schoenen' },
  lights: { en: 'Lights', nl: 'Lampen' },
};

/** @typedef {keyof typeof CATEGORIES} Category */

const SHOE_SIZES = ['38', '39', '40', '41', '42', '43', '44'];

/**
 * @param {string} id
 * @param {Category} category
 * @param {number} price_cents
 * @param {number} hue
 * @param {[string, string]} names English, Dutch
 * @param {[string, string]} about English, Dutch
 * @param {string} [words]
 * @returns {Product}
 */
function product(id, category, price_cents, hue, [en, nl], [aboutEn, aboutNl], words = '') {
  const name = { en, nl };
  const about = { en: aboutEn, nl: aboutNl };
  const sizes = category === 'shoes' ? SHOE_SIZES : undefined;
  return { id, category, name, about, price_cents, hue, words, sizes };
}

/** @type {Product[]} */
export const PRODUCTS = [
  product(
    'lark-2',
    'tents',
    18900,
    150,
    ['Lark tent, 2 persons', 'Tent Leeuwerik, 2 personen'],
    ['Pitched in six minutes, packed in four.', 'In zes minuten opgezet, in vier weer ingepakt.'],
    'trekking light lichtgewicht',
  ),
  product(
    'heron-4',
    'tents',
    34900,
    95,
    ['Heron family tent, 4 persons', 'Familietent Reiger, 4 personen'],
    ['Two sleeping cabins and room to stand up in between.', 'Twee slaapcabines met stahoogte ertussen.'],
    'camping',
  ),
  product(
    'wren-1',
    'tents',
    12900,
    40,
    ['Wren solo tent', 'Eenpersoonstent Winterkoning'],
    ['One kilogram and a bit, for one and a book.', 'Iets meer dan een kilo, voor één mens en een boek.'],
    'bikepacking',
  ),
  product(
    'tarp-3',
    'tents',
    5900,
    200,
    ['Tarp, 3 by 3 metres', 'Tarp, 3 bij 3 meter'],
    [
      'A dry place to cook, with eight loops and four lines.',
      'Een droge kookplek, met acht lussen en vier lijnen.',
    ],
    'rain regen luifel',
  ),
  product(
    'down-5',
    'sleeping',
    21900,
    220,
    ['Down sleeping bag, to −5 °C', 'Donzen slaapzak, tot −5 °C'],
    ['Responsible down, smaller than a loaf of bread.', 'Verantwoord dons, kleiner dan een brood.'],
    'winter mummy',
  ),
  product(
    'summer-10',
    'sleeping',
    7900,
    15,
    ['Summer sleeping bag, to 10 °C', 'Zomerslaapzak, tot 10 °C'],
    ['Opens into a blanket on warm nights.', 'Op warme nachten open te ritsen tot deken.'],
    'blanket deken',
  ),
  product(
    'mat-air',
    'sleeping',
    8900,
    180,
    ['Air mat, 6 cm', 'Luchtmat, 6 cm'],
    ['Warm from below, quiet when you turn.', 'Warm van onderen en stil als u zich omdraait.'],
    'mattress matras slaapmat',
  ),
  product(
    'pillow',
    'sleeping',
    1995,
    280,
    ['Travel pillow', 'Reiskussen'],
    ['Soft side up, the rest is air.', 'De zachte kant boven, de rest is lucht.'],
    'hoofdkussen',
  ),
  product(
    'stove-gas',
    'cooking',
    4495,
    5,
    ['Gas stove', 'Gasbrander'],
    [
      'Boils half a litre in three minutes, even in the wind.',
      'Kookt een halve liter in drie minuten, ook met wind.',
    ],
    'burner kooktoestel',
  ),
  product(
    'pan-set',
    'cooking',
    5295,
    30,
    ['Pan set for two', 'Pannenset voor twee'],
    ['Two pans, one lid, one handle, no rattle.', 'Twee pannen, één deksel, één greep, geen gerammel.'],
    'pot',
  ),
  product(
    'mug-steel',
    'cooking',
    1450,
    160,
    ['Steel mug', 'Stalen mok'],
    ['Holds 300 ml and a dent or two.', 'Voor 300 ml en een deuk of twee.'],
    'cup beker',
  ),
  product(
    'flask-1',
    'cooking',
    2895,
    250,
    ['Flask, 1 litre', 'Thermosfles, 1 liter'],
    ['Tea at seven is still hot at noon.', 'Thee van zeven uur is om twaalf uur nog heet.'],
    'thermos bottle fles',
  ),
  product(
    'pack-22',
    'packs',
    6995,
    130,
    ['Day pack, 22 litres', 'Dagrugzak, 22 liter'],
    ['For a jumper, lunch and a rain jacket.', 'Voor een trui, de lunch en een regenjas.'],
    'backpack rucksack',
  ),
  product(
    'pack-48',
    'packs',
    15900,
    350,
    ['Trekking pack, 48 litres', 'Trekkingrugzak, 48 liter'],
    [
      'The weight rests on the hips, the back stays dry.',
      'Het gewicht rust op de heupen, de rug blijft droog.',
    ],
    'backpack rucksack',
  ),
  product(
    'pack-child',
    'packs',
    3995,
    60,
    ["Children's pack, 10 litres", 'Kinderrugzak, 10 liter'],
    ['With a whistle on the strap, for the brave.', 'Met een fluitje aan de band, voor durvers.'],
    'backpack kids',
  ),
  product(
    'rain-cover',
    'packs',
    1695,
    55,
    ['Rain cover', 'Regenhoes'],
    ['Fits packs from 20 to 50 litres.', 'Past om rugzakken van 20 tot 50 liter.'],
    'backpack waterproof waterdicht',
  ),
  product(
    'boot-high',
    'shoes',
    18995,
    25,
    ['High walking boots', 'Hoge wandelschoenen'],
    ['Leather that walks with you after the second day.', 'Leer dat na de tweede dag met u meeloopt.'],
    'hiking bergschoenen',
  ),
  product(
    'shoe-low',
    'shoes',
    12995,
    210,
    ['Low walking shoes', 'Lage wandelschoenen'],
    ['Light, for paths that are really paths.', 'Licht, voor paden die echt paden zijn.'],
    'hiking',
  ),
  product(
    'sandal',
    'shoes',
    7495,
    45,
    ['Sandals', 'Sandalen'],
    ['For the evening, and for the brook.', 'Voor de avond, en voor de beek.'],
    'summer zomer',
  ),
  product(
    'sock-wool',
    'shoes',
    1895,
    300,
    ['Wool socks', 'Wollen sokken'],
    ['Merino, without a seam at the toes.', 'Merino, zonder naad bij de tenen.'],
    'merino',
  ),
  product(
    'head-torch',
    'lights',
    3995,
    100,
    ['Head torch', 'Hoofdlamp'],
    ['Red light for reading, white light for the path.', 'Rood licht om te lezen, wit licht voor het pad.'],
    'lamp headlamp',
  ),
  product(
    'lantern',
    'lights',
    2995,
    35,
    ['Table lantern', 'Tafellantaarn'],
    ['Twelve evenings on one charge.', 'Twaalf avonden op één lading.'],
    'lamp camping',
  ),
  product(
    'light-string',
    'lights',
    2495,
    320,
    ['String of lights, 5 metres', 'Lichtsnoer, 5 meter'],
    ['Shows the way to the tent, and which one is yours.', 'Wijst de weg naar de tent, en welke de uwe is.'],
    'lamp guirlande',
  ),
  product(
    'torch',
    'lights',
    1795,
    230,
    ['Hand torch', 'Zaklamp'],
    [
      'Small enough to be in the pocket when it matters.',
      'Klein genoeg om in de zak te zitten als het nodig is.',
    ],
    'lamp flashlight',
  ),
];
