import { useQuery, useQueryClient } from '@tanstack/react-query';
import { fontFiles } from '../../shared/scene/font-files.ts';
import { ownFontId } from '../../shared/scene/own-fonts.ts';
import type { FontSet } from '../../shared/scene/font-set.ts';

/** Loads the fonts that words in pictures are drawn with. The shaping engine comes as WebAssembly and only
 *  now, so that screens without pictures start without it. */
export async function loadSceneFonts(address: (file: string) => string): Promise<FontSet> {
  const [{ createFontSet }, files] = await Promise.all([
    import('../../shared/scene/fonts.ts'),
    Promise.all(
      fontFiles.map(async (font) => {
        const answer = await fetch(address(font.file));
        if (!answer.ok) throw new Error(`${font.file}: ${answer.status}`);
        return { ...font, bytes: new Uint8Array(await answer.arrayBuffer()) };
      }),
    ),
  ]);
  return createFontSet(files);
}

/** The fonts, loaded once for the whole window; of the shop's own those that are named. */
export function useSceneFonts(ownFamilies: readonly string[] = []): {
  fonts: FontSet | undefined;
  error: Error | undefined;
} {
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['scene-fonts', ...ownFamilies],
    queryFn: async () => {
      const fonts = await client.ensureQueryData(shippedFonts);
      await addOwnFonts(fonts, ownFamilies);
      return fonts;
    },
    ...kept,
  });
  return { fonts: data, error: error ?? undefined };
}

const kept = {
  staleTime: Infinity,
  gcTime: Infinity,
  networkMode: 'always',
  // A font set holds WebAssembly memory: comparing it part by part would make no sense.
  structuralSharing: false,
} as const;

const shippedFonts = {
  queryKey: ['scene-fonts', 'shipped'],
  queryFn: () => loadSceneFonts((file) => `/resources/fonts/${file}`),
  ...kept,
};

/** One that was taken away since is left out: its words are set in Inter then, as in the export. */
async function addOwnFonts(fonts: FontSet, families: readonly string[]): Promise<void> {
  for (const family of families) {
    const id = ownFontId(family);
    if (id === undefined || fonts.has(family)) continue;
    const answer = await fetch(`/media/fonts/${id}`);
    if (!answer.ok) continue;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (!fonts.has(family)) fonts.add({ family, weight: 400, style: 'normal', bytes });
  }
}
