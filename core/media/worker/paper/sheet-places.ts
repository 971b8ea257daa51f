/** Points of a millimetre. */
const mm = 72 / 25.4;

export type Place = { xPt: number; yPt: number; widthPt: number; heightPt: number };
/** A page and where on it each card or label stands. */
export type Sheet = { widthPt: number; heightPt: number; places: Place[]; hasMarks: boolean };

const a4 = { widthPt: 210 * mm, heightPt: 297 * mm };
const card = { widthPt: 105 * mm, heightPt: 148 * mm };
const label = { widthPt: 90 * mm, heightPt: 54 * mm };

/** An A6 card fills its page; shelf labels stand edge to edge on A4, so that one cut parts two. */
export function sheetPlaces(layout: 'cards' | 'labels'): Sheet {
  if (layout === 'cards')
    return { ...card, places: [{ xPt: 0, yPt: 0, ...card }], hasMarks: false };
  const columns = Math.floor((a4.widthPt - 10 * mm) / label.widthPt);
  const rows = Math.floor((a4.heightPt - 10 * mm) / label.heightPt);
  const leftPt = (a4.widthPt - columns * label.widthPt) / 2;
  const topPt = (a4.heightPt - rows * label.heightPt) / 2;
  const places = Array.from({ length: columns * rows }, (_, index) => ({
    xPt: leftPt + (index % columns) * label.widthPt,
    yPt: topPt + Math.floor(index / columns) * label.heightPt,
    ...label,
  }));
  return { ...a4, places, hasMarks: true };
}

export type Mark = { fromX: number; fromY: number; toX: number; toY: number };

const markPt = 4 * mm;
const gapPt = 1 * mm;

/** Short lines in the margins where the knife goes; none of them crosses a label. */
export function cutMarks({ places, hasMarks }: Sheet): Mark[] {
  if (!hasMarks) return [];
  const xs = edges(places.flatMap(({ xPt, widthPt }) => [xPt, xPt + widthPt]));
  const ys = edges(places.flatMap(({ yPt, heightPt }) => [yPt, yPt + heightPt]));
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  const line = (fromX: number, fromY: number, toX: number, toY: number): Mark => ({
    ...{ fromX, fromY, toX, toY },
  });
  return [
    ...xs.flatMap((x) => [
      line(x, top - gapPt - markPt, x, top - gapPt),
      line(x, bottom + gapPt, x, bottom + gapPt + markPt),
    ]),
    ...ys.flatMap((y) => [
      line(left - gapPt - markPt, y, left - gapPt, y),
      line(right + gapPt, y, right + gapPt + markPt, y),
    ]),
  ];
}

function edges(all: readonly number[]): number[] {
  return [...new Set(all.map((value) => Math.round(value * 100) / 100))].toSorted((a, b) => a - b);
}
