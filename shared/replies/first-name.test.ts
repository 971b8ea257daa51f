import { expect, test } from 'vitest';
import { firstNameOf } from './first-name.ts';

test.each([
  ['Marie-Claude D.', 'Marie-Claude'],
  ['Élise Marchand', 'Élise'],
  ['JULIE MARTIN', 'Julie'],
  ['jean-paul roussel', 'Jean-Paul'],
  ['Thomas', 'Thomas'],
  ["D'Arcy O'Brien", "D'Arcy"],
  ['Maëlle Le Goff', 'Maëlle'],
  ['محمد علي', 'محمد'],
  ['Ana Maria dos Santos', 'Ana'],
])('%s is addressed as %s', (name, first) => {
  expect(firstNameOf(name)).toBe(first);
});

test.each([
  ['✨Léa✨'],
  ['😍'],
  [''],
  ['louise.et.ses.plantes'],
  ['marie_34'],
  ['karim95'],
  ['Boulangerie Martin'],
  ['Fleurs & Co'],
  ['Julie Photographie'],
  ['Les Copains d’Abord'],
  ['ZARA'],
  ['J. Martin'],
  ['Mr Smith'],
  ['Mme Durand'],
  ['Association des parents du quartier nord'],
  ['Supercalifragilisticexpialidocious Poppins'],
])('%s has no first name to write', (name) => {
  expect(firstNameOf(name)).toBeUndefined();
});
