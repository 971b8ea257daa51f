import type { Layer } from '../scene.ts';
import { margin, type Area, type Frame } from './frame.ts';
import {
  area,
  disc,
  inset,
  logoIn,
  panel,
  photoIn,
  pictureTemplate,
  withCover,
} from './compose.ts';
import { paletteOf } from './palette.ts';
import { sans, sansBody, serif } from './parts.ts';
import { stackWords } from './stack-words.ts';

type Layout = {
  ticket: Area;
  photo: Area;
  words: Area;
  logo: Area;
  /** Where the stub is torn off: across the ticket or down it. */
  tear: { across: boolean; at: number };
  size: number;
};

/** A ticket: what, when, where, and a stub to tear off. */
export const evenement = pictureTemplate(
  {
    id: 'evenement',
    names: { fr: 'Événement', en: 'Event' },
    formats: withCover,
    slots: ['photo', 'title', 'logo', 'event'],
  },
  (frame, slots, brand) => {
    const { ground } = paletteOf(brand, 'ground');
    const { ground: paper, ink, accent, soft } = paletteOf(brand, 'paper');
    const layout = layoutOf(frame);
    const { ticket, photo, words, logo, size } = layout;
    const { name, date, place } = slots.event ?? { name: slots.title, date: '', place: undefined };
    return {
      ground,
      layers: [
        panel(frame, 'ticket', ticket, paper, 2),
        photoIn(frame, slots.photo, photo, { kind: 'rounded', radiusPx: frame.px(1) }),
        ...tearLayers(frame, layout, ground, soft),
        ...stackWords(
          frame,
          words,
          [
            {
              ...{ id: 'date', text: date, size: size * 0.5, min: 2.6, lines: 2, gap: size * 0.3 },
              ...{ colour: accent, font: sans, spacing: 0, lineHeight: 1.2 },
            },
            {
              ...{ id: 'title', text: name, size, min: 3.6, lines: 3, gap: size * 0.24 },
              ...{ colour: ink, font: serif },
            },
            {
              ...{ id: 'place', text: place, size: size * 0.46, min: 2.4, lines: 2 },
              ...{ colour: soft, font: sansBody, spacing: 0, lineHeight: 1.25 },
            },
          ],
          { vertical: frame.shape === 'story' ? 'top' : 'middle', optical: false },
        ),
        logoIn(frame, brand, logo, { size: size * 0.58, colour: ink }),
      ],
    };
  },
);

/** Two bites out of the edges and a line of dots between them. */
function tearLayers(frame: Frame, { ticket, tear }: Layout, ground: string, ink: string): Layer[] {
  const bite = 5;
  const length = tear.across ? ticket.width : ticket.height;
  const along = (at: number, side: number): Area =>
    tear.across
      ? area(ticket.x + at - side / 2, tear.at - side / 2, side, side)
      : area(tear.at - side / 2, ticket.y + at - side / 2, side, side);
  const dots = Math.floor((length - bite * 2) / 2.6);
  const first = (length - (dots - 1) * 2.6) / 2;
  return [
    disc(frame, 'bite-1', along(0, bite), ground),
    disc(frame, 'bite-2', along(length, bite), ground),
    ...Array.from({ length: dots }, (_, index) =>
      disc(frame, `dot-${index + 1}`, along(first + index * 2.6, 0.7), ink),
    ),
  ];
}

function layoutOf(frame: Frame): Layout {
  const { width, height, words } = frame;
  if (frame.shape === 'wide' || frame.shape === 'banner') {
    const isWide = frame.shape === 'wide';
    const ticket = isWide
      ? area(margin, 9, width - 2 * margin, 82)
      : area(words.x, 13, words.width, 74);
    const tear = ticket.x + ticket.width * 0.42;
    const inner = inset(ticket, 3);
    const left = tear + 7;
    const rest = ticket.x + ticket.width - 6 - left;
    return {
      ...{ ticket, tear: { across: false, at: tear }, size: 11 },
      photo: area(inner.x, inner.y, tear - 4 - inner.x, inner.height),
      words: area(left, inner.y + 1, rest, inner.height - 13),
      logo: area(left, inner.y + inner.height - 9, rest, 8),
    };
  }
  if (frame.shape === 'story') {
    const ticket = area(6, words.y - 1, 82, 134);
    return {
      ...{ ticket, tear: { across: true, at: 84 }, size: 9.4 },
      photo: area(10, 90, 74, 64.5),
      words: area(13, words.y + 15, 68, 40),
      logo: area(13, words.y + 3.5, 68, 8),
    };
  }
  const ticket =
    frame.shape === 'square'
      ? area(margin, margin, 86, 86)
      : area(margin, margin, 86, height - 2 * margin);
  const foot = frame.shape === 'square' ? 40 : 50;
  const tear = ticket.y + ticket.height - foot;
  const inner = inset(ticket, 2.6);
  return {
    ...{ ticket, tear: { across: true, at: tear }, size: frame.shape === 'square' ? 7.6 : 8.8 },
    photo: area(inner.x, inner.y, inner.width, tear - 4 - inner.y),
    words: area(inner.x + 2.6, tear + 4, inner.width - 5.2, foot - 16.5),
    logo: area(inner.x + 2.6, tear + foot - 10, inner.width - 5.2, 6.4),
  };
}
