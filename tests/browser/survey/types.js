// One question of every type, in English and Dutch; the page beside this shows them.

const both = (en, nl) => ({ en, nl });

export const QUESTIONS = [
  {
    id: 'nps',
    type: 'nps',
    text: both(
      'How likely are you to recommend us to a friend?',
      'Hoe waarschijnlijk is het dat u ons aanbeveelt?',
    ),
    low: both('Very unlikely', 'Zeer onwaarschijnlijk'),
    high: both('Very likely', 'Zeer waarschijnlijk'),
  },
  {
    id: 'csat',
    type: 'csat',
    text: both(
      'How satisfied are you with your search today?',
      'Hoe tevreden bent u over het zoeken vandaag?',
    ),
    low: both('Very dissatisfied', 'Zeer ontevreden'),
    high: both('Very satisfied', 'Zeer tevreden'),
  },
  {
    id: 'ces_7',
    type: 'ces',
    text: both(
      'How easy was it to find what you wanted?',
      'Hoe gemakkelijk was het om te vinden wat u zocht?',
    ),
    low: both('Very difficult', 'Zeer moeilijk'),
    high: both('Very easy', 'Zeer gemakkelijk'),
  },
  {
    id: 'ces_5',
    type: 'ces',
    scale: 5,
    text: both('How easy was it to pay?', 'Hoe gemakkelijk was het om te betalen?'),
    low: both('Very difficult', 'Zeer moeilijk'),
    high: both('Very easy', 'Zeer gemakkelijk'),
  },
  {
    id: 'stars',
    type: 'stars',
    text: both('How do you like the pictures?', 'Wat vindt u van de foto’s?'),
    low: both('Not at all', 'Helemaal niet goed'),
    high: both('Very much', 'Heel goed'),
  },
  {
    id: 'emoji',
    type: 'emoji',
    text: both('How was your visit?', 'Hoe was uw bezoek?'),
    help: both('Choose the face that fits best.', 'Kies het gezicht dat het beste past.'),
    low: both('Bad', 'Slecht'),
    high: both('Good', 'Goed'),
  },
  {
    id: 'thumbs',
    type: 'thumbs',
    text: both('Did something not work?', 'Werkte er iets niet?'),
    required: true,
  },
  {
    id: 'single',
    type: 'single',
    required: true,
    other: true,
    text: both('What kept you from ordering?', 'Waarom bestelde u niet?'),
    choices: [
      { id: 'price', text: both('The price', 'De prijs') },
      { id: 'delivery', text: both('The delivery', 'De bezorging') },
      { id: 'looking', text: both('I was only looking', 'Ik keek alleen rond') },
    ],
  },
  {
    id: 'multiple',
    type: 'multiple',
    other: true,
    shuffle: true,
    text: both('What helped you?', 'Wat hielp u?'),
    help: both('Choose all that apply.', 'Kies alles wat past.'),
    choices: [
      { id: 'filters', text: both('The filters', 'De filters') },
      { id: 'pictures', text: both('The pictures', 'De foto’s') },
      {
        id: 'reviews',
        text: both(
          'What other people wrote about it, even where that was long',
          'Wat andere mensen erover schreven, ook als dat lang was',
        ),
      },
    ],
  },
  { id: 'text', type: 'text', text: both('What were you looking for?', 'Waar was u naar op zoek?') },
  {
    id: 'consent',
    type: 'consent',
    text: both('May we ask you more by e-mail?', 'Mogen wij u per e-mail meer vragen?'),
    help: both('You can say no later, too.', 'U kunt later ook nee zeggen.'),
    link: { text: both('How we handle your data', 'Hoe wij met uw gegevens omgaan'), url: '/privacy.html' },
  },
  {
    id: 'information',
    type: 'information',
    text: both('Your order is not lost', 'Uw bestelling is niet verloren'),
    help: both('We keep what is in your cart for thirty days.', 'Wij bewaren uw winkelwagen dertig dagen.'),
    link: { text: both('To the cart', 'Naar de winkelwagen'), url: '/cart.html' },
  },
];
