import { useQuery, useQueryClient } from '@tanstack/react-query';
import { choiceFontFiles, fontFiles } from '../../shared/scene/font-files.ts';
import { ownFontId } from '../../shared/scene/own-fonts.ts';
import type { FontFile, FontSet } from '../../shared/scene/font-set.ts';

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

/** The fonts, loaded once for the whole window; of those to choose and of the shop's own these. */
export function useSceneFonts(addedFamilies: readonly string[] = []): {
  fonts: FontSet | undefined;
  error: Error | undefined;
} {
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['scene-fonts', ...addedFamilies],
    queryFn: async () => {
      const fonts = await client.ensureQueryData(shippedFonts);
      await addFonts(fonts, addedFamilies);
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
export async function addFonts(fonts: FontSet, families: readonly string[]): Promise<void> {
  for (const family of families) {
    if (fonts.has(family)) continue;
    const faces = await fetchFaces(family);
    if (!fonts.has(family)) for (const face of faces) fonts.add(face);
  }
}

async function fetchFaces(family: string): Promise<FontFile[]> {
  const id = ownFontId(family);
  if (id !== undefined) {
    const bytes = await fetchFont(`/media/fonts/${id}`);
    return bytes ? [{ family, weight: 400, style: 'normal', bytes }] : [];
  }
  const files = choiceFontFiles.filter((one) => one.family === family);
  const faces = files.map(async ({ file, ...face }) => ({
    ...face,
    bytes: await fetchFont(`/resources/fonts/${file}`),
  }));
  return (await Promise.all(faces)).flatMap(({ bytes, ...face }) =>
    bytes ? { ...face, bytes } : [],
  );
}

async function fetchFont(address: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const answer = await fetch(address);
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
}
