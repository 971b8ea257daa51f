import type { KeyboardEvent } from 'react';
import { cardAt } from './card-at.ts';

/** Arrows go from card to card as they lie, Enter into the words, Escape out of them. */
export function moveAmongCards(event: KeyboardEvent<HTMLUListElement>): void {
  const target = event.target as HTMLElement;
  const card = target.closest<HTMLElement>('.fp-card');
  if (!card) return;
  if (event.key === 'Escape' && target !== card && target.tagName === 'TEXTAREA') {
    event.preventDefault();
    event.stopPropagation();
    card.focus();
    return;
  }
  if (target !== card) return;
  if (event.key === 'Enter') {
    event.preventDefault();
    card.querySelector<HTMLElement>('textarea')?.focus();
    return;
  }
  if (event.key === ' ') {
    event.preventDefault();
    card.querySelector<HTMLElement>('input[type=checkbox]')?.click();
    return;
  }
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('.fp-card')];
  const places = cards.map(({ offsetTop, offsetLeft }) => ({ top: offsetTop, left: offsetLeft }));
  const to = cardAt(places, cards.indexOf(card), event.key);
  if (to === undefined) return;
  event.preventDefault();
  cards[to]?.focus();
  cards[to]?.scrollIntoView({ block: 'nearest' });
}
