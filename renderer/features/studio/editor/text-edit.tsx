import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { mapLayers } from '../../../../shared/scene/edit/change-layers.ts';
import { layoutText } from '../../../../shared/scene/layout-text.ts';
import type { Layer } from '../../../../shared/scene/scene.ts';
import { useSceneFonts } from '../../../ui/scene-fonts.ts';
import type { EditorDocument } from './use-document.ts';
import type { EditorTools } from './use-editor-tools.ts';
import { onScreen } from './view-box.ts';

type Wordy = Extract<Layer, { text: string; style: unknown }>;

/** Words are written where they stand, in a field of the browser: accents, input methods and spelling
 *  work as everywhere. The size is the one at which the picture will show them. */
export function TextEdit({
  layer,
  document,
  zoom,
  tools,
}: {
  layer: Layer;
  document: EditorDocument;
  zoom: number;
  tools: EditorTools;
}) {
  const { t } = useTranslation('editor');
  const field = useRef<HTMLTextAreaElement>(null);
  const { fonts } = useSceneFonts();
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  if (!('style' in layer)) return null;
  const wordy: Wordy = layer;
  const { style, box } = wordy;
  const sizePx = fonts ? layoutText(wordy.text || 'A', style, box, fonts).sizePx : style.sizePx;
  const end = () => {
    document.finish();
    tools.write(undefined);
    field.current?.closest<HTMLElement>('[data-stage]')?.focus();
  };
  return (
    <textarea
      ref={field}
      className="editor-writing"
      aria-label={t('text.write')}
      value={wordy.text}
      rows={1}
      maxLength={2000}
      style={{
        ...onScreen(box, zoom),
        transform: wordy.rotationDeg ? `rotate(${wordy.rotationDeg}deg)` : undefined,
        color: style.colour,
        fontFamily: `'${style.font.family} Variable', '${style.font.family}', sans-serif`,
        fontWeight: style.font.weight,
        fontStyle: style.font.style ?? 'normal',
        fontSize: sizePx * zoom,
        lineHeight: style.lineHeight,
        letterSpacing: `${style.letterSpacingEm ?? 0}em`,
        textAlign: style.align,
        alignContent: { top: 'start', middle: 'center', bottom: 'end' }[style.vertical],
      }}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onChange={(event) => {
        const text = event.currentTarget.value;
        document.change(
          (scene) => mapLayers(scene, [wordy.id], (one) => ({ ...one, text }) as Layer),
          `type-${wordy.id}`,
        );
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        const isDone = event.key === 'Escape' || (event.key === 'Enter' && event.ctrlKey);
        if (isDone && !event.nativeEvent.isComposing) end();
      }}
      onBlur={() => {
        document.finish();
        tools.write(undefined);
      }}
    />
  );
}
