// words.fr.js - the widget's own words in French; a file of its own, dist/koord.survey.fr.js.

/** @type {import('./words.js').Words} */
export const words = {
  arrived: 'Une courte question vous attend à la fin de cette page.',
  close: 'Fermer cette question',
  step: 'Question {0} sur {1}',
  back: 'Retour',
  next: 'Suivant',
  send: 'Envoyer',
  optional: 'facultatif',
  other: 'Autre chose',
  yes: 'Oui',
  no: 'Non',
  agree: 'J’accepte',
  of: '{0} sur {1}',
  choose: 'Veuillez d’abord choisir une réponse.',
  write: 'Veuillez d’abord écrire quelques mots.',
  thanks: 'Merci.',
};
