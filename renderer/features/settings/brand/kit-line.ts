import type { BrandPatch, Kit } from '../../../../shared/contract/brand.ts';

/** The kit as the studio has it, and what was changed here and is not there yet. */
export type KitLine = {
  /** On their way, the oldest first. */
  sent: readonly { number: number; patch: BrandPatch }[];
  /** Still being typed or dragged. */
  typed: BrandPatch | undefined;
};

export const emptyLine: KitLine = { sent: [], typed: undefined };

/** Two changes as one; the later one holds, colour by colour. */
export function mergePatches(first: BrandPatch | undefined, later: BrandPatch): BrandPatch {
  if (!first) return later;
  const merged = { ...first, ...later };
  return first.colours && later.colours
    ? { ...merged, colours: { ...first.colours, ...later.colours } }
    : merged;
}

/** The kit as it will be. A new logo is shown once the studio has it; one that goes is gone at once. */
export function applyPatch(kit: Kit, patch: BrandPatch): Kit {
  const { logoAssetId, logoDarkAssetId, logoText, colours, fonts, priceStyle, watermark } = patch;
  return {
    ...kit,
    logoText: logoText ?? kit.logoText,
    logo: logoAssetId === null ? undefined : kit.logo,
    logoDark: logoDarkAssetId === null ? undefined : kit.logoDark,
    colours: { ...kit.colours, ...withoutHoles(colours) },
    fonts: changed(fonts, kit.fonts),
    priceStyle: changed(priceStyle, kit.priceStyle),
    watermark: changed(watermark, kit.watermark),
  };
}

/** The kit with everything that is not saved yet. */
export function shownKit(kit: Kit, { sent, typed }: KitLine): Kit {
  const patches = [...sent.map(({ patch }) => patch), ...(typed ? [typed] : [])];
  return patches.reduce(applyPatch, kit);
}

/** A change goes out under this number; was it what is being typed, then no more. */
export function sendPatch(line: KitLine, number: number, patch: BrandPatch): KitLine {
  return {
    sent: [...line.sent, { number, patch }],
    typed: line.typed === patch ? undefined : line.typed,
  };
}

/** The studio answered, or refused. */
export function settle(line: KitLine, number: number): KitLine {
  return { ...line, sent: line.sent.filter((one) => one.number !== number) };
}

function changed<T>(next: T | null | undefined, now: T | undefined): T | undefined {
  return next === undefined ? now : (next ?? undefined);
}

function withoutHoles(colours: BrandPatch['colours']): Partial<Kit['colours']> {
  const named = Object.entries(colours ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named);
}

/** The part of `before` that takes this patch back and leaves alone what was changed since. */
export function undoOf(before: BrandPatch, patch: BrandPatch): BrandPatch {
  // A kit that comes into being or is given up goes back whole.
  if (before.inherited || patch.inherited) return before;
  const touched = (of: object) => (entry: [string, unknown]) => entry[0] in of;
  const back: BrandPatch = Object.fromEntries(Object.entries(before).filter(touched(patch)));
  if (!before.colours || !patch.colours) return back;
  const colours = Object.entries(before.colours).filter(touched(patch.colours));
  return { ...back, colours: Object.fromEntries(colours) };
}
