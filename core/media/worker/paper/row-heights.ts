/** Heights of the weeks of a month, in points: each as high as its fullest day asks for while there is
 *  room; when there is none, the fullest give way first. `lowest` is the height of an empty one. */
export function rowHeights(
  fullest: readonly number[],
  { room, lowest, perPost }: { room: number; lowest: number; perPost: number },
): number[] {
  const wished = fullest.map((count) => Math.max(lowest, lowest + (count - 1) * perPost));
  const total = sum(wished);
  if (total <= room) {
    const spare = (room - total) / Math.max(1, wished.length);
    return wished.map((height) => height + spare);
  }
  const cap = capFor(wished, room);
  return wished.map((height) => Math.min(height, cap));
}

/** The height above which nothing may stand for all to fit. */
function capFor(wished: readonly number[], room: number): number {
  let left = room;
  let rows = wished.length;
  for (const height of wished.toSorted((one, other) => one - other)) {
    if (height > left / rows) break;
    left -= height;
    rows -= 1;
  }
  return rows === 0 ? Infinity : left / rows;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** How many posts of a day are drawn, and how many are only counted: the line that counts them takes
 *  the place of a post. */
export function fitPosts(count: number, places: number): { drawn: number; counted: number } {
  const room = Math.max(0, Math.floor(places));
  if (count <= room) return { drawn: count, counted: 0 };
  const drawn = Math.max(0, room - 1);
  return { drawn, counted: count - drawn };
}
