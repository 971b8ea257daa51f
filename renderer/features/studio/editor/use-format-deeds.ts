import type { CreationSource } from '../../../../shared/contract/creations.ts';
import type { Format } from '../../../../shared/contract/shapes.ts';
import { fitLayers } from '../../../../shared/scene/edit/scene-clipboard.ts';
import { formatSizes, type Scene } from '../../../../shared/scene/scene.ts';
import { useStudio } from '../../../link/link-provider.tsx';
import { useProblem } from '../../../link/use-problem.ts';
import { useToast } from '../../../ui/toast.tsx';
import { formatsOf, keepSlots, type EditorDoc, type Scenes } from './editor-doc.ts';
import type { EditorDocument } from './use-document.ts';

/** Formats come and go, and a template gives all of them another face. */
export function useFormatDeeds(document: EditorDocument) {
  const { client } = useStudio();
  const problem = useProblem();
  const toast = useToast();
  const complain = (error: unknown) => {
    const { title, what, todo } = problem(error);
    toast({ title, text: `${what} ${todo}`.trim() });
  };
  const fill = async (source: CreationSource, formats: Format[]): Promise<Scenes> =>
    (await client.creations.fill({ source, formats })).scenes;

  return {
    /** As the template lays it out; without one, what stands here set into the new shape. */
    async add(format: Format): Promise<void> {
      const { doc, scene } = document;
      const { source } = doc;
      const canFill = source.templateId && source.productIds.length > 0;
      const filled = canFill ? await fill(source, [format]).catch(() => ({}) as Scenes) : {};
      const made = filled[format];
      const next = made ? keepSlots(scene, made) : scene && reshape(scene, format);
      if (!next) return;
      document.changeDoc((now) => ({ ...now, scenes: { ...now.scenes, [format]: next } }));
      document.setFormat(format);
    },
    remove(format: Format): void {
      document.changeDoc((now) => {
        const { [format]: _gone, ...scenes } = now.scenes;
        return { ...now, scenes };
      });
    },
    async apply(templateId: string, productIds: string[]): Promise<void> {
      const formats = formatsOf(document.doc);
      const source = { ...document.doc.source, templateId, productIds };
      try {
        const scenes = await fill(source, formats);
        document.changeDoc((now) => takeTemplate(now, source, scenes));
        document.select([]);
      } catch (error) {
        complain(error);
      }
    },
  };
}

function takeTemplate(doc: EditorDoc, source: CreationSource, filled: Scenes): EditorDoc {
  // Words of another product are not kept for this one.
  const isSame = doc.source.productIds[0] === source.productIds[0] && doc.source.templateId;
  const scenes: Scenes = { ...doc.scenes };
  for (const [format, scene] of Object.entries(filled))
    scenes[format as Format] = isSame ? keepSlots(doc.scenes[format as Format], scene) : scene;
  return { ...doc, source, scenes };
}

function reshape(scene: Scene, format: Format): Scene {
  const size = formatSizes[format];
  const empty: Scene = { ...scene, format, ...size, layers: [] };
  let next = 0;
  const ids = scene.layers.map((layer) => layer.id);
  // The same ids, so that a change of words reaches both.
  return { ...empty, layers: fitLayers(scene, empty, () => ids[next++] ?? crypto.randomUUID()) };
}
