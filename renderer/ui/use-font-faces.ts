import { useEffect } from 'react';
import type { FontFamilyChoice } from '../../shared/contract/brand.ts';

/** The name under which a family of pictures is known to the page: the interface has an Inter of its own. */
export function faceName(family: string): string {
  return `picture ${family.replaceAll('"', '')}`;
}

/** As a style of the page; what is still loading or was taken away is shown in the usual letters. */
export function faceStyle(family: string): { fontFamily: string } {
  return { fontFamily: `"${faceName(family)}", var(--sans)` };
}

/** Makes the families known to the page, so that each name stands in its own letters. */
export function useFontFaces(families: readonly Pick<FontFamilyChoice, 'family' | 'url'>[]): void {
  const wanted = JSON.stringify(families.map(({ family, url }) => [family, url]));
  useEffect(() => {
    const pairs = JSON.parse(wanted) as [string, string][];
    const faces = pairs.map(
      ([family, url]) => new FontFace(faceName(family), `url("${url}")`, { display: 'swap' }),
    );
    for (const face of faces) {
      document.fonts.add(face);
      // One whose file is gone stays in the usual letters.
      face.load().catch(() => document.fonts.delete(face));
    }
    return () => {
      for (const face of faces) document.fonts.delete(face);
    };
  }, [wanted]);
}
