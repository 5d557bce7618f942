// surveys.js - the texts of the surveys that are there without any configuration. When they are asked is
// written in include/koord_surveys.def; the ids here must be the names there.

/** @type {Record<string, import('./survey.js').Survey>} */
export const SURVEYS = {
  search_effort: {
    id: 'search_effort',
    questions: [
      {
        id: 'effort',
        type: 'ces',
        scale: 7,
        required: true,
        text: {
          en: 'How easy was it to find what you were looking for?',
          nl: 'Hoe gemakkelijk was het om te vinden wat u zocht?',
        },
        low: { en: 'Very difficult', nl: 'Zeer moeilijk' },
        high: { en: 'Very easy', nl: 'Zeer gemakkelijk' },
      },
      {
        id: 'wanted',
        type: 'open',
        optional: true,
        max_length: 300,
        text: { en: 'What were you looking for?', nl: 'Waar was u naar op zoek?' },
      },
    ],
    thanks: {
      en: 'Thank you. Your answer helps us to improve our search.',
      nl: 'Dank u wel. Met uw antwoord verbeteren wij onze zoekfunctie.',
    },
  },
};
