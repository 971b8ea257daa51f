import { useQuery } from '@tanstack/react-query';
import { fontFiles } from '../../shared/scene/font-files.ts';
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

/** The fonts, loaded once for the whole window. */
export function useSceneFonts(): { fonts: FontSet | undefined; error: Error | undefined } {
  const { data, error } = useQuery({
    queryKey: ['scene-fonts'],
    queryFn: () => loadSceneFonts((file) => `/resources/fonts/${file}`),
    staleTime: Infinity,
    gcTime: Infinity,
    networkMode: 'always',
    // A font set holds WebAssembly memory: comparing it part by part would make no sense.
    structuralSharing: false,
  });
  return { fonts: data, error: error ?? undefined };
}
