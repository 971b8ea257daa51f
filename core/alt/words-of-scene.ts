import { z } from 'zod';

const layer = z.object({
  kind: z.string(),
  text: z.string().optional(),
  oldText: z.string().optional(),
  hidden: z.boolean().optional(),
});
const scene = z.object({ layers: z.array(z.unknown()) });

/** What stands written in a picture, in the order of its layers. The shop's own mark and codes for
 *  phones say nothing of what is shown. */
export function wordsOfScene(json: string | null): string[] {
  if (json === null) return [];
  const read = scene.safeParse(JSON.parse(json));
  if (!read.success) return [];
  return read.data.layers.flatMap((one) => {
    const { success, data } = layer.safeParse(one);
    if (!success || data.hidden || data.text === undefined) return [];
    return ['text', 'price', 'badge'].includes(data.kind) ? [data.text] : [];
  });
}
