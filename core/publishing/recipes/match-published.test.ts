import { describe, expect, it } from 'vitest';
import { matchPublished, normaliseText } from './match-published.ts';

const calledAt = 1_000_000_000;
const ours = { text: 'Arum d’Éthiopie', calledAt, isTaken: () => false };

describe('finding our own by its words', () => {
  it('takes texts alike that differ in composition, blanks and line ends', () => {
    expect(normaliseText('E\u0301te\u0301\r\n 24,90\u00a0€\u200b ')).toBe(
      normaliseText('Été 24,90 €'),
    );
  });

  it('never takes the newest for ours', () => {
    const found = matchPublished([{ id: '1', text: 'Autre', at: calledAt + 5 }], ours);
    expect(found).toEqual([]);
  });

  it('leaves out what was there before the call, but for two minutes of clock', () => {
    const at = (offsetMs: number) => ({
      id: `${offsetMs}`,
      text: ours.text,
      at: calledAt + offsetMs,
    });
    const found = matchPublished([at(-130_000), at(-110_000), at(3_000)], ours);
    expect(found.map((one) => one.id)).toEqual(['-110000', '3000']);
  });

  it('leaves out what belongs to another target, and what has no time', () => {
    const candidates = [
      { id: 'taken', text: ours.text, at: calledAt },
      { id: 'timeless', text: ours.text, at: undefined },
    ];
    expect(matchPublished(candidates, { ...ours, isTaken: (id) => id === 'taken' })).toEqual([]);
  });

  it('finds nothing by having no words', () => {
    const silent = { id: '1', text: '', at: calledAt };
    expect(matchPublished([silent], { ...ours, text: ' ' })).toEqual([]);
  });
});
