/** The white under which photo programs write Lab. */
const d50 = [0.9642, 1, 0.8249] as const;
/** Linear values are looked up: a power for each of millions would take seconds. */
const steps = 4096;

/** Turns Lab under D50 (lightness 0 to 100) into sRGB, three bytes a pixel. */
export function labToSrgb(lab: Float32Array): Uint8Array {
  const curve = Uint8Array.from({ length: steps + 1 }, (_, at) => encode(at / steps));
  const rgb = new Uint8Array(lab.length);
  for (let at = 0; at < lab.length; at += 3) {
    const y = ((lab[at] ?? 0) + 16) / 116;
    const bigX = d50[0] * unbend(y + (lab[at + 1] ?? 0) / 500);
    const bigY = unbend(y);
    const bigZ = d50[2] * unbend(y - (lab[at + 2] ?? 0) / 200);
    // From XYZ under D50 to the primaries of sRGB, its white adapted after Bradford.
    rgb[at] = valueOf(curve, 3.1338561 * bigX - 1.6168667 * bigY - 0.4906146 * bigZ);
    rgb[at + 1] = valueOf(curve, -0.9787684 * bigX + 1.9161415 * bigY + 0.033454 * bigZ);
    rgb[at + 2] = valueOf(curve, 0.0719453 * bigX - 0.2289914 * bigY + 1.4052427 * bigZ);
  }
  return rgb;
}

function unbend(value: number): number {
  return value > 6 / 29 ? value ** 3 : (value - 4 / 29) * 3 * (6 / 29) ** 2;
}

function valueOf(curve: Uint8Array, linear: number): number {
  return curve[Math.round(Math.min(1, Math.max(0, linear)) * steps)] ?? 0;
}

function encode(linear: number): number {
  return Math.round(
    255 * (linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055),
  );
}
