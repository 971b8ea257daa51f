/** @param {number} shiftMs */
export function moveClock(shiftMs) {
  const RealDate = Date;
  const now = () => RealDate.now() + shiftMs;
  globalThis.Date = new Proxy(RealDate, {
    construct: (_, parts, made) =>
      Reflect.construct(RealDate, parts.length > 0 ? parts : [now()], made),
    get: (_, name) => (name === 'now' ? now : Reflect.get(RealDate, name)),
  });
}
