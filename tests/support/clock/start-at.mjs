import { moveClock } from './move-clock.mjs';

// Loaded before a program, it moves the clock of the program and of all that it starts:
//   VITRINE_START_AT=2026-12-31T22:50:00Z NODE_OPTIONS="--import $PWD/tests/support/clock/start-at.mjs" \
//     npx playwright test
// so that what works on most days is seen at the end of a day, a month or a year, and on days of 25 hours.
const at = process.env['VITRINE_START_AT'];
if (at !== undefined) {
  const wanted = Date.parse(at);
  if (Number.isNaN(wanted)) throw new Error(`VITRINE_START_AT is no time: ${at}`);
  // The first program reckons it, the others are told.
  process.env['VITRINE_CLOCK_SHIFT'] ??= String(wanted - Date.now());
  moveClock(Number(process.env['VITRINE_CLOCK_SHIFT']));
}
