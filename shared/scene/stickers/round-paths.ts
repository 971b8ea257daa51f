/** A circle as four curves. */
export function circle(cx: number, cy: number, r: number): string {
  const k = r * 0.5522847498;
  return [
    `M${cx + r} ${cy}`,
    `C${cx + r} ${cy + k} ${cx + k} ${cy + r} ${cx} ${cy + r}`,
    `C${cx - k} ${cy + r} ${cx - r} ${cy + k} ${cx - r} ${cy}`,
    `C${cx - r} ${cy - k} ${cx - k} ${cy - r} ${cx} ${cy - r}`,
    `C${cx + k} ${cy - r} ${cx + r} ${cy - k} ${cx + r} ${cy}Z`,
  ].join('');
}

/** A star of `points` whose edge goes between two radii, its first point upwards. */
export function star(points: number, outer: number, inner: number, cx = 50, cy = 50): string {
  const corners = Array.from({ length: points * 2 }, (_, index) => {
    const angle = (Math.PI * index) / points - Math.PI / 2;
    const radius = index % 2 === 0 ? outer : inner;
    const at = (value: number): string => value.toFixed(2);
    return `${at(cx + radius * Math.cos(angle))} ${at(cy + radius * Math.sin(angle))}`;
  });
  return `M${corners.join('L')}Z`;
}

/** A spark of four points with hollow sides. */
export function spark(cx: number, cy: number, r: number): string {
  const n = r * 0.14;
  return [
    `M${cx} ${cy - r}`,
    `Q${cx + n} ${cy - n} ${cx + r} ${cy}`,
    `Q${cx + n} ${cy + n} ${cx} ${cy + r}`,
    `Q${cx - n} ${cy + n} ${cx - r} ${cy}`,
    `Q${cx - n} ${cy - n} ${cx} ${cy - r}Z`,
  ].join('');
}
