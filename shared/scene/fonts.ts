import { Blob, Buffer, Direction, Face, Feature, Font, shape } from 'harfbuzzjs';
import { readColourGlyphs } from './colour-glyphs.ts';
import { emojiFamily } from './font-files.ts';
import type {
  FontFile,
  FontSet,
  Ink,
  OutlineCommand,
  SceneFont,
  ShapeOptions,
} from './font-set.ts';
import type { FontChoice } from './scene.ts';

/** Loads the fonts of `fontFiles` (their bytes read by the host). Throws when a file is no font. */
export function createFontSet(files: readonly FontFile[]): FontSet {
  const shipped = files.map((file) => ({ ...file, font: loadFont(file.bytes) }));
  if (shipped.length === 0) throw new Error('a font set needs at least one font');
  const added: typeof shipped = [];
  const found = new Map<string, SceneFont>();
  const search = (choice: FontChoice): SceneFont => {
    const family = [...shipped, ...added].filter((one) => one.family === choice.family);
    return nearestFace(family.length ? family : shipped, choice);
  };
  const find = (choice: FontChoice): SceneFont => {
    const key = `${choice.family}|${choice.weight}|${choice.style ?? ''}`;
    const font = found.get(key) ?? search(choice);
    found.set(key, font);
    return font;
  };
  const emoji = shipped.find((one) => one.family === emojiFamily)?.font;
  return {
    font: find,
    fontFor(choice, letter) {
      const wished = find(choice);
      const points = Array.from(letter, (one) => one.codePointAt(0) ?? 0);
      const inter = find({ family: 'Inter', weight: choice.weight });
      const inOrder = [wished, inter, ...shipped.map((one) => one.font)];
      return (
        inOrder.find((font) => points.every((point) => font.hasGlyph(point))) ??
        inOrder.find((font) => font.hasGlyph(points[0] ?? 0)) ??
        wished
      );
    },
    emoji,
    has: (family) => [...shipped, ...added].some((one) => one.family === family),
    add(file) {
      added.push({ ...file, font: loadFont(file.bytes) });
      found.clear();
    },
  };
}

type LoadedFace = Omit<FontFile, 'bytes'> & { font: SceneFont };

function nearestFace(faces: readonly LoadedFace[], choice: FontChoice): SceneFont {
  const sameStyle = faces.filter((one) => one.style === (choice.style ?? 'normal'));
  const near = (sameStyle.length ? sameStyle : faces).toSorted(
    (a, b) => Math.abs(a.weight - choice.weight) - Math.abs(b.weight - choice.weight),
  );
  const best = near[0];
  if (!best) throw new Error(`no font for ${choice.family}`);
  return best.font;
}

function loadFont(bytes: Uint8Array): SceneFont {
  const face = new Face(new Blob(bytes));
  const font = new Font(face);
  const codePoints = new Set(face.collectUnicodes());
  if (codePoints.size === 0) throw new Error('not a font file');
  const outlines = new Map<number, OutlineCommand[]>();
  const colours = readColourGlyphs(bytes);
  const extents = font.hExtents();
  return {
    unitsPerEm: face.upem,
    ascender: extents.ascender,
    descender: extents.descender,
    capHeight: heightOf(font, 'H') ?? extents.ascender * 0.7,
    hasGlyph: (codePoint) => codePoints.has(codePoint),
    shape: (text, options) => shapeRun(font, text, options),
    outline(glyphId) {
      const known = outlines.get(glyphId);
      if (known) return known;
      const made = font.glyphToJson(glyphId) as OutlineCommand[];
      outlines.set(glyphId, made);
      return made;
    },
    ink: (glyphId) => inkOf(font, glyphId),
    colourParts: (glyphId) => colours?.get(glyphId),
  };
}

function shapeRun(font: Font, text: string, options: ShapeOptions) {
  const buffer = new Buffer();
  buffer.addText(text);
  // Named, because the guess would take it from the machine and letters could differ between two.
  buffer.setLanguage('en');
  buffer.guessSegmentProperties();
  buffer.setDirection(options.direction === 'rtl' ? Direction.RTL : Direction.LTR);
  const features = options.tabular ? [new Feature('tnum', 1), new Feature('lnum', 1)] : [];
  shape(font, buffer, features);
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map((info, index) => ({
    glyphId: info.codepoint,
    cluster: info.cluster,
    advance: positions[index]?.xAdvance ?? 0,
    dx: positions[index]?.xOffset ?? 0,
    dy: positions[index]?.yOffset ?? 0,
  }));
}

function heightOf(font: Font, letter: string): number | undefined {
  const buffer = new Buffer();
  buffer.addText(letter);
  buffer.guessSegmentProperties();
  shape(font, buffer);
  const glyphId = buffer.getGlyphInfos()[0]?.codepoint;
  return glyphId === undefined ? undefined : font.glyphExtents(glyphId)?.yBearing;
}

function inkOf(font: Font, glyphId: number): Ink | undefined {
  const extents = font.glyphExtents(glyphId);
  if (!extents || extents.width === 0) return undefined;
  const { xBearing, yBearing, width, height } = extents;
  // The height is negative: y runs upwards.
  return { left: xBearing, right: xBearing + width, top: yBearing, bottom: yBearing + height };
}
