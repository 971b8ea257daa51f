import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { applyLook } from '../../../../shared/scene/photo-work/apply-look.ts';
import { findBackground } from '../../../../shared/scene/photo-work/find-background.ts';
import { readPhotoWork } from '../../../../shared/scene/photo-work/photo-work.ts';
import { planPhoto } from '../../../../shared/scene/photo-work/plan-photo.ts';
import { subjectMask } from '../../../../shared/scene/photo-work/subject-mask.ts';
import type { Picture } from '../../../../shared/scene/photo-work/turn-pixels.ts';
import { createLookDesk } from './look-desk.ts';
import { createLookLine, serveLooks, type DrawnLook, type LookEnd } from './look-line.ts';

const size = { widthPx: 90, heightPx: 60 };
const { view } = planPhoto(size, {}, { ...size, focus: { xFrac: 0.5, yFrac: 0.5 } });

/** A red disc before an even grey. */
function disc(): Picture {
  const pixels = new Uint8ClampedArray(size.widthPx * size.heightPx * 4).fill(255);
  for (let y = 0, at = 0; y < size.heightPx; y++)
    for (let x = 0; x < size.widthPx; x++, at += 4) {
      const isIn = (x - 45) ** 2 + (y - 30) ** 2 < 400;
      pixels.set(isIn ? [190, 40, 30] : [205, 205, 203], at);
    }
  return { ...size, pixels };
}

const open: { close: () => void }[] = [];
afterEach(() => open.splice(0).forEach((one) => one.close()));

test('a look drawn away from the window is the export’s to the pixel, whatever was drawn before', () => {
  const desk = createLookDesk();
  expect(desk.draw({ work: {} })).toBeUndefined();
  desk.setBase({ key: 'a', picture: disc(), view });
  desk.setAnalysis(disc());
  const works = [
    { exposure: 0.4, background: { kind: 'plain', colour: '#00FF00' } },
    { exposure: 0.4, background: { kind: 'plain', colour: '#0000FF' } },
    { saturation: -60, background: { kind: 'blur', strength: 80 } },
    { saturation: -60, background: { kind: 'blur', strength: 10 } },
    { vignette: 40, sharpen: 60, background: { kind: 'remove', reach: 20 } },
    { contrast: 30 },
  ];
  let spare: ArrayBuffer | undefined;
  for (const work of works.map(readPhotoWork)) {
    const wanted = disc();
    const { background } = work;
    const found = background && findBackground(disc(), background.reach);
    applyLook(wanted, work, view, background && found && subjectMask(found, background));
    const drawn = desk.draw({ work }, spare);
    expect(drawn?.picture.pixels).toEqual(wanted.pixels);
    spare = drawn?.picture.pixels.buffer as ArrayBuffer;
  }
  expect(desk.draw({ work: { contrast: 30 }, isBefore: true })?.picture.pixels).toEqual(
    disc().pixels,
  );
});

test('of many wishes the first and the newest are drawn, no queue between them', async () => {
  const { port1, port2 } = new MessageChannel();
  open.push(port1);
  serveLooks(port2 as unknown as LookEnd);
  const drawn: DrawnLook[] = [];
  const line = createLookLine(port1 as unknown as LookEnd, (one) =>
    // What is handed over goes back as memory for the next one.
    drawn.push({ ...one, picture: structuredClone(one.picture) }),
  );
  line.setBase({ key: 'a', picture: disc(), view });
  for (let step = 1; step <= 50; step++) line.wish({ work: { exposure: step / 50 } });
  while (drawn.length < 2) await once(port1, 'message');
  const brightest = disc();
  applyLook(brightest, { exposure: 1 }, view, undefined);
  expect(drawn).toHaveLength(2);
  expect(drawn[1]?.picture.pixels).toEqual(brightest.pixels);
  // The line is free again.
  line.wish({ work: {} });
  while (drawn.length < 3) await once(port1, 'message');
  expect(drawn[2]).toMatchObject({ baseKey: 'a', picture: disc() });
});
